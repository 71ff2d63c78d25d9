/**
 * Keeps what a visitor types into a text field from being a shortcut of the page.
 *
 * @param {ShadowRoot} root of the survey
 * @param {AbortSignal} signal ends it
 */
export function keepTyping(root, signal) {
  for (const type of ['keydown', 'keyup', 'keypress', 'input']) root.addEventListener(type, typed, { signal });
}

/**
 * Where style alone cannot do it, the field grows.
 *
 * @param {Event} event
 */
function typed(event) {
  const field = /** @type {HTMLElement} */ (event.target);
  if (!field.matches('textarea,[part=contact]')) return;
  event.stopPropagation();
  if (event.type === 'input' && field.matches('textarea') && !CSS.supports('field-sizing:content')) {
    field.style.blockSize = '0';
    field.style.blockSize = field.scrollHeight + 2 + 'px';
  }
}
