/** How long a kiosk shows its thanks, and takes no other press. */
const LOCKED = 5e3;

/** How long it waits for somebody who walked away amid the questions. */
const LEFT = 30e3;

/**
 * Lets a kiosk begin anew after each press.
 *
 * @param {import('../life.js').Life} life that stands
 */
export function runKiosk({ element, settings, off: { signal } }) {
  if (!/^kiosk$/i.test(settings.mode || '')) return;
  /** @type {number} */
  let timer;
  const after = (/** @type {number} */ wait) => () => {
    clearTimeout(timer);
    timer = setTimeout(() => /** @type {any} */ (element).reset(), wait);
  };
  element.addEventListener('meetpunt:completed', after(LOCKED), { signal });
  for (const type of ['meetpunt:answered', 'pointerdown', 'keydown']) {
    element.addEventListener(type, (event) => {
      // The thanks take no more presses.
      if (!element.shadowRoot?.querySelector('[part~=thanks]')) after(LEFT)();
    }, { signal });
  }
  signal.addEventListener('abort', () => clearTimeout(timer));
}
