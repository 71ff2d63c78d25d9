/**
 * What the loader's own script tag says.
 *
 * @typedef {object} Tag
 * @property {string} base the folder of the release, an absolute URL that ends in a slash
 * @property {Readonly<Record<string, string | undefined>>} data its `data-*` attributes, read once
 */

/**
 * Finds the script tag that is running now.
 *
 * Classic scripts ask `document.currentScript` through the prototype's getter, which markup such as
 * `<img name="currentScript">` cannot replace. In a module there is none: the address stands in the stack of an
 * error, and the tag is the module script with that address. Where several such tags disagree, one of them may
 * be injected markup, so none is believed.
 *
 * @returns {Tag}
 */
function ownTag() {
  const { prototype } = Document;
  const current = /** @type {HTMLScriptElement | null} */ (Reflect.get(prototype, 'currentScript', document));
  // WebKit leaves the query out of its stacks.
  const src = current?.src ?? /https?:.+?(?=[?#]|:\d+:\d+)/.exec('' + Error().stack)?.[0];
  /** @type {HTMLScriptElement[]} */
  const modules = [.../** @type {any} */ (prototype.querySelectorAll.call(document, 'script[type=module]'))];
  const tags = current ? [current] : modules.filter((tag) => tag.src.split(/[?#]/)[0] === src);
  // No prototype: what a page puts on Object.prototype must not become an endpoint.
  /** @type {any} */
  const data = { __proto__: null, ...(tags.every((tag) => tag.isEqualNode(tags[0])) && tags[0]?.dataset) };
  return { base: new URL('.', src || location.href).href, data };
}

export const tag = ownTag();
