import { deviceOf } from '../../device.js';

/** How fast a page is scrolled up by somebody who wants the address bar, in pixels for each millisecond. */
const FAST = 2;

/** The least way up that counts, in pixels. */
const WAY = 150;

/**
 * When the visitor is about to leave: the pointer goes out at the top, or, where there is none, the page is scrolled up fast. Who
 * comes back from another tab, or went a page back, was about to leave, too.
 *
 * @param {() => void} fire
 * @param {AbortSignal} signal
 * @returns {boolean} true
 */
export function onExit(fire, signal) {
  let gone = false;
  const leave = () => {
    if (!gone) fire();
    gone = true;
  };
  const options = { capture: true, passive: true, signal };
  if (deviceOf() === 'desktop') {
    const out = (/** @type {MouseEvent} */ { clientY, relatedTarget }) => {
      if (clientY <= 0 && !relatedTarget) leave();
    };
    addEventListener('mouseout', out, options);
    return true;
  }
  const hidden = () => {
    if (document.hidden === true) leave();
  };
  addEventListener('visibilitychange', hidden, options);
  addEventListener('popstate', leave, options);
  let [top, then] = [scrollY, performance.now()];
  const scroll = () => {
    const now = performance.now();
    const way = top - scrollY;
    // A way down, or a pause, begins it anew.
    if (way < 0 || now - then > 300) [top, then] = [scrollY, now];
    else if (way > WAY && way > (now - then) * FAST) leave();
  };
  addEventListener('scroll', scroll, options);
  return true;
}
