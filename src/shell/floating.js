// What only surveys above the page need: `part-floating-<hash>.mjs`.
import { closeByDrag } from './sheet.js';

/**
 * Keeps what floats above the page out of the way, and lets a sheet be dragged away.
 *
 * @param {HTMLElement} frame
 * @param {AbortSignal} signal ends it
 */
export function float(frame, signal) {
  keepClear(frame, signal);
  closeByDrag(frame, signal);
}

/**
 * It goes to the other edge when it hides all of what has focus on the page, and
 * above the keyboard of a phone, which covers what stands at the lower edge.
 *
 * @param {HTMLElement} frame
 * @param {AbortSignal} signal ends it
 */
function keepClear(frame, signal) {
  const view = visualViewport;
  const inside = () => {
    const focused = document.activeElement?.getBoundingClientRect();
    const own = frame.getBoundingClientRect();
    const hidden =
      focused?.width &&
      focused.top >= own.top &&
      focused.bottom <= own.bottom &&
      focused.left >= own.left &&
      focused.right <= own.right;
    if (hidden && !frame.matches(':focus-within')) frame.toggleAttribute('data-aside');
  };
  const covered = () => {
    const height = view ? innerHeight - view.height - view.offsetTop : 0;
    frame.style.setProperty('--_covered', Math.max(0, height) + 'px');
  };
  addEventListener('focusin', inside, { signal });
  view?.addEventListener('resize', covered, { signal });
  inside();
}
