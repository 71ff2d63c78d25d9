/**
 * A property of the document, which markup such as `<img name="body">` cannot replace.
 *
 * @param {'body' | 'readyState' | 'scrollingElement'} name
 * @returns {any}
 */
export function own(name) {
  return Reflect.get(Document.prototype, name, document);
}

/**
 * @param {string} selector
 * @returns {Element | null}
 */
export function first(selector) {
  return Document.prototype.querySelector.call(document, selector);
}

/** Resolves when the document is whole: only then is it known which surveys have a tag. @type {Promise<unknown>} */
export const whole = new Promise((resolve) => {
  if (own('readyState') === 'loading') addEventListener('DOMContentLoaded', resolve);
  else resolve(0);
});
