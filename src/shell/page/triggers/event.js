/** What waits for an event of the page, by its name. @type {Map<string, Set<() => void>>} */
const waiting = new Map();

/** Events of this page so far: an order may be placed before the survey that asks about it is armed. @type {Set<string>} */
const before = new Set();

/** Ends the watch over the data layer. @type {(() => void) | undefined} */
let unwatch;

/**
 * At `meetpunt('event', name)`, or a push of that event to the data layer of a tag manager.
 *
 * @param {string} name
 * @param {() => void} fire
 * @param {AbortSignal} signal
 * @returns {boolean} false without a name
 */
export function onEvent(name, fire, signal) {
  if (!name) return false;
  const all = waiting.get(name) || new Set();
  waiting.set(name, all.add(fire));
  unwatch ||= watch();
  signal.addEventListener('abort', () => {
    all.delete(fire);
    if (![...waiting.values()].some(({ size }) => size)) unwatch = void unwatch?.();
  });
  // Once: what it was armed for again later is another moment.
  if (before.delete(name)) fire();
  return true;
}

/**
 * Tells of an event.
 *
 * @param {unknown} name
 */
export function happened(name) {
  const all = waiting.get('' + name);
  if (all?.size) for (const fire of [...all]) fire();
  else if (before.size < 1e3) before.add('' + name);
}

/**
 * Hears what is pushed to the data layer, and what was.
 *
 * @returns {() => void} ends it, and leaves the layer as it was
 */
function watch() {
  const off = new AbortController();
  const begin = () => {
    const layer = /** @type {any} */ (window).dataLayer;
    if (!Array.isArray(layer) || off.signal.aborted) return;
    for (const entry of layer) tell(entry);
    const { push } = layer;
    const own = Object.prototype.hasOwnProperty.call(layer, 'push');
    const pushAndTell = function (/** @type {unknown[]} */ ...entries) {
      const result = push.apply(layer, entries);
      if (!off.signal.aborted) entries.forEach(tell);
      return result;
    };
    layer.push = pushAndTell;
    off.signal.addEventListener('abort', () => {
      // What somebody put around it since calls it still; it only passes on then.
      if (layer.push !== pushAndTell) return;
      if (own) layer.push = push;
      else delete (/** @type {any} */ (layer).push);
    });
  };
  if (/** @type {any} */ (window).dataLayer) begin();
  // A tag manager may come later than the loader.
  else addEventListener('load', begin, { signal: off.signal });
  return () => off.abort();
}

/**
 * Tells of the event in an entry of the data layer: `{event: name}`, or `event, name` as gtag pushes it.
 *
 * @param {any} entry
 */
function tell(entry) {
  try {
    const name = entry?.[0] === 'event' ? entry[1] : entry?.event;
    if (typeof name === 'string') happened(name);
  } catch {}
}
