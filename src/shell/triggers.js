import { duration } from './duration.js';

/**
 * Arms one of the triggers that the loader knows: `load`, `delay:D`, `visible`, `visible:D` or `manual`. A duration counts only while
 * the page, and for `visible` the element too, can be seen. So a page that is only prerendered, which counts as hidden, waits.
 *
 * @param {Element} element
 * @param {string} text
 * @param {(word: string) => void} fire told the word before the colon
 * @param {AbortSignal} signal ends it
 * @returns {boolean} false for any other
 */
export function arm(element, text, fire, signal) {
  const [, word, , rest] = /^(load|manual|delay(?=:)|visible)(:(.*))?$/.exec(text) || [];
  let wait = rest == null ? 0 : duration(rest);
  // A timer holds 31 bits, 24 days; a longer one would fire at once.
  if (!word || !(wait < 2 ** 31)) return false;
  if (word === 'manual') return true;
  /** @type {number} */
  let timer;
  let since = 0;
  let inView = word !== 'visible';
  const turn = () => {
    clearTimeout(timer);
    wait -= since && performance.now() - since;
    since = 0;
    // `=== true`: markup such as <img name="hidden"> makes document.hidden an element.
    if (!inView || signal.aborted || document.hidden === true) return;
    since = performance.now();
    if (wait > 0) timer = setTimeout(fire, wait, word);
    // Not by a timer: on a page that is loading, its turn comes late. Not now: whoever put the element there may yet listen.
    else queueMicrotask(() => signal.aborted || fire(word));
  };
  const eye = new IntersectionObserver((entries) => {
    inView = !!entries.pop()?.isIntersecting;
    turn();
  });
  if (!inView) eye.observe(element);
  addEventListener('visibilitychange', turn, { capture: true, signal });
  signal.onabort = () => {
    eye.disconnect();
    turn();
  };
  turn();
  return true;
}
