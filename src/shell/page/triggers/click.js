/**
 * At a click on what a selector names, now or later.
 *
 * @param {string} selector
 * @param {() => void} fire
 * @param {AbortSignal} signal
 * @returns {boolean} false where it is no selector
 */
export function onClick(selector, fire, signal) {
  try {
    new DocumentFragment().querySelector(selector);
  } catch {
    return false;
  }
  const named = (/** @type {EventTarget} */ target) => target instanceof Element && target.matches(selector);
  const hear = (/** @type {MouseEvent} */ event) => {
    if (event.composedPath().some(named)) fire();
  };
  // In the capture phase of the window: the page cannot keep a click from it.
  addEventListener('click', hear, { capture: true, signal });
  return true;
}
