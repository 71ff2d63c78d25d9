/** Below this share of its height a sheet that is let go comes back. */
const FAR = 1 / 3;

/** A flick closes it after a shorter way: pixels, and pixels in a millisecond. */
const FLICK = { way: 40, speed: 0.5 };

/**
 * Lets a finger or pen close a sheet at the lower edge: dragged down by its head, it goes as by its close button.
 *
 * @param {HTMLElement} frame
 * @param {AbortSignal} signal ends it
 */
export function closeByDrag(frame, signal) {
  let from = 0;
  let since = 0;
  let held = -1;

  /** @type {Record<string, (event: PointerEvent) => void>} */
  const on = {
    pointerdown({ target, pointerType, pointerId, clientY, timeStamp }) {
      const head = /** @type {Element} */ (target).closest('[part=question],[part=thanks]');
      const { bottom, width } = frame.getBoundingClientRect();
      const isSheet = matchMedia('(max-width: 480px)').matches && width >= innerWidth - 1 && bottom >= innerHeight - 1;
      if (!head || !isSheet || pointerType === 'mouse' || held >= 0) return;
      [from, since, held] = [clientY, timeStamp, pointerId];
      frame.setPointerCapture(held);
    },
    pointermove({ pointerId, clientY }) {
      if (pointerId === held) frame.style.translate = `0 ${Math.max(0, clientY - from)}px`;
    },
    pointerup({ pointerId, clientY, timeStamp }) {
      if (pointerId !== held) return;
      const way = clientY - from;
      const flicked = way > FLICK.way && way / (timeStamp - since) > FLICK.speed;
      on.pointercancel(/** @type {PointerEvent} */ ({ pointerId }));
      if (flicked || way > frame.offsetHeight * FAR) {
        /** @type {HTMLElement | null} */ (frame.querySelector('[part=close]'))?.click();
      }
    },
    pointercancel({ pointerId }) {
      if (pointerId !== held) return;
      held = -1;
      frame.style.translate = '';
    },
  };
  for (const type in on) frame.addEventListener(type, /** @type {EventListener} */ (on[type]), { signal });
}
