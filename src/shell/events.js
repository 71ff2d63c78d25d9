/**
 * Dispatches `meetpunt:<name>`: on the element while it stands in a document, else on the document.
 *
 * @param {Element | undefined} element
 * @param {import('./settings.js').Base} base
 * @param {string} name without the prefix
 * @param {object} [detail]
 * @returns {boolean} false when the page cancelled it; only `submit` can be cancelled
 */
export function emit(element, base, name, detail) {
  // The window's function: markup such as <img name="dispatchEvent"> replaces the document's.
  return dispatchEvent.call(
    element?.isConnected ? element : document,
    new CustomEvent('meetpunt:' + name, {
      bubbles: true,
      composed: true,
      cancelable: name === 'submit',
      detail: { ...base, ...detail },
    }),
  );
}
