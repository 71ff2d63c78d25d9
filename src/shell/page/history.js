import { host } from './host.js';

/** The address that surveys were begun for. */
const address = () => location.pathname + location.search;
let known = address();

/** Begins again what is bound to an address, unless it stands. */
function look() {
  if (known === (known = address())) return;
  for (const life of host.lives.values()) if (life.settings.match && !life.view) host.restart(life);
}

/** Ends the watch. @type {AbortController | undefined} */
let off;

/** Takes back what the loader put around the page's history, unless somebody put something around that. */
export function unpatch() {
  const [around, before] = host.patch || [];
  if (before && history.pushState === around) history.pushState = before;
}

/**
 * Ends the watch with the last survey that needs it.
 *
 * @param {import('../life.js').Life} life
 */
export function whenGone({ off: { signal } }) {
  // Later: it may begin again.
  signal.addEventListener('abort', () => queueMicrotask(watchRoutes));
}

/** Watches while a survey stands that is bound to an address, and leaves the page's history as it was when none does any more. */
export function watchRoutes() {
  const bound = [...host.lives.values()].some(({ settings }) => settings.match);
  if (bound === !!off) return;
  off?.abort();
  off = undefined;
  if (!bound) return;
  off = new AbortController();
  const { signal } = off;
  known = address();
  const { navigation } = /** @type {any} */ (window);
  if (navigation?.addEventListener) navigation.addEventListener('currententrychange', look, { signal });
  else for (const name of /** @type {const} */ (['pushState', 'replaceState'])) tellOf(name, signal);
  addEventListener('popstate', look, { signal });
}

/**
 * @param {'pushState' | 'replaceState'} name
 * @param {AbortSignal} signal
 */
function tellOf(name, signal) {
  const before = history[name];
  const own = Object.prototype.hasOwnProperty.call(history, name);
  /** @type {typeof before} */
  const around = function (...words) {
    before.apply(history, words);
    if (!signal.aborted) queueMicrotask(look);
  };
  history[name] = around;
  signal.addEventListener('abort', () => {
    // What somebody put around it since calls it still; it only passes on then.
    if (history[name] !== around) return;
    if (own) history[name] = before;
    else delete (/** @type {any} */ (history)[name]);
  });
}
