import { openFor } from './due.js';
import { host } from './host.js';
import { scoreIn } from './score-link.js';

/** @typedef {import('../life.js').Life} Life */

/** The survey and the score of a link that nobody followed yet. @type {[survey: string, score: string] | undefined} */
let linked;

/** Reads `?meetpunt=survey:score` from the address and takes it out there, so that nobody shares or reloads it. */
export function readLink() {
  const found = scoreIn(location.search);
  if (!found) return;
  linked = [found.survey, found.score];
  History.prototype.replaceState.call(history, history.state, '', location.pathname + found.rest + location.hash);
}

/**
 * Opens the survey of the link with its score chosen. It is not given: programs that look at links in e-mails press nothing.
 *
 * @param {Life} life that begins
 */
export function follow(life) {
  const { signal } = life.off;
  const [survey, score] = linked || [];
  if (!score || life.settings.survey !== survey || !host.allowed(life.settings.consent)) return;
  linked = undefined;
  queueMicrotask(async () => {
    if (signal.aborted) return;
    // Where a tap gives a score, a choice made for the visitor would.
    life.settings = { ...life.settings, send: 'button' };
    if (!(await openFor(life, 'link'))) return;
    const root = /** @type {ShadowRoot} */ (life.element.shadowRoot);
    const choose = () => {
      if (!root.querySelector('[part~=point]')) return;
      watch.disconnect();
      /** @type {HTMLInputElement | null} */
      const point = root.querySelector(`[part~=point] input[value="${+score}"]`);
      if (!point) return;
      point.checked = true;
      point.dispatchEvent(new Event('change', { bubbles: true }));
      point.scrollIntoView({ block: 'nearest' });
    };
    const watch = new MutationObserver(choose);
    watch.observe(root, { childList: true, subtree: true });
    life.off.signal.addEventListener('abort', () => watch.disconnect());
    choose();
  });
}
