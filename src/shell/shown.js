/** Fine enough to notice when half of the window is covered by something taller than it. */
const STEPS = Array.from({ length: 21 }, (_, step) => step / 20);

/**
 * Waits until a visitor can be said to have seen something: half of it in view, or half of the window covered by it,
 * for one second of a visible page.
 *
 * @param {Element} target
 * @param {() => void} seen
 * @param {AbortSignal} signal ends the waiting
 */
export function whenShown(target, seen, signal) {
  /** @type {number | undefined} */
  let timer;
  let covered = false;
  const turn = () => {
    if (covered && document.hidden !== true && !signal.aborted) timer ??= setTimeout(seen, 1000);
    else timer = void clearTimeout(timer);
  };
  const eye = new IntersectionObserver(
    (entries) => {
      const { intersectionRatio, intersectionRect } = /** @type {IntersectionObserverEntry} */ (entries.pop());
      const area = intersectionRect.width * intersectionRect.height;
      covered = area > 0 && (intersectionRatio >= 0.5 || area >= (innerWidth * innerHeight) / 2);
      turn();
    },
    { threshold: STEPS },
  );
  eye.observe(target);
  addEventListener('visibilitychange', turn, { capture: true, signal });
  signal.addEventListener('abort', () => {
    eye.disconnect();
    turn();
  });
}
