import { own } from '../document.js';

/**
 * When so much of the way that the page can be scrolled was gone.
 *
 * @param {string} share such as `60%`
 * @param {() => void} fire
 * @param {AbortSignal} signal
 * @returns {boolean} false where it is no share from 1% to 100%
 */
export function onScroll(share, fire, signal) {
  const [, per] = /^(\d+)\s*%$/.exec(share) || [];
  if (!(+per >= 1 && +per <= 100)) return false;
  let gone = false;
  const look = () => {
    const { scrollTop, scrollHeight, clientHeight } = own('scrollingElement') || {};
    // Browsers round: at the very end, up to a pixel is missing.
    if (gone || !(scrollTop + 1 >= ((scrollHeight - clientHeight) * +per) / 100)) return;
    gone = true;
    fire();
  };
  addEventListener('scroll', look, { capture: true, passive: true, signal });
  return true;
}
