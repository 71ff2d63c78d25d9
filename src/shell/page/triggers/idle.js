/** Signs of a visitor. */
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'scroll', 'touchstart'];

/**
 * After so long without a sign of the visitor on a page that can be seen.
 *
 * @param {number} wait milliseconds
 * @param {() => void} fire
 * @param {AbortSignal} signal
 * @returns {boolean} false where that is no time
 */
export function onIdle(wait, fire, signal) {
  if (!(wait >= 0)) return false;
  let last = performance.now();
  /** @type {number} */
  let timer;
  const look = () => {
    clearTimeout(timer);
    if (signal.aborted || document.hidden === true) return;
    const left = last + wait - performance.now();
    // One timer for all signs: where there was one meanwhile, it runs on for what is left.
    if (left > 0) timer = setTimeout(look, Math.min(left, 2 ** 31 - 1));
    else {
      last = Infinity;
      fire();
    }
  };
  const sign = () => {
    if (last !== Infinity) last = performance.now();
  };
  for (const type of SIGNS) addEventListener(type, sign, { capture: true, passive: true, signal });
  const turn = () => {
    sign();
    look();
  };
  addEventListener('visibilitychange', turn, { capture: true, signal });
  signal.addEventListener('abort', look);
  look();
  return true;
}
