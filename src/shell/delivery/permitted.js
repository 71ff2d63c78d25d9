/** Where answers of this page go, each address checked when it was saved. @type {Set<string>} */
const own = new Set();

/** What the script tag says; a program that brings its own configuration is trusted as a whole. @type {Tag | undefined} */
let tag;

/** @typedef {import('../own-tag.js').Tag['data']} Tag */

/** @param {Tag | undefined} data */
export function trust(data) {
  tag = data;
}

/** @param {string} url that a survey of this page was allowed to name */
export function permit(url) {
  own.add(url);
}

/**
 * Whether a row that was found in a store may go where it says: to this origin, or to an address that the script tag or a site
 * file names. What none names any more is no business of the shop, and anything may have been written into the store.
 *
 * @param {string} url
 * @returns {boolean} true for all where a site file, which may name any, is not known here
 */
export function permitted(url) {
  const parse = (/** @type {string} */ text) => {
    try {
      return new URL(text, location.href);
    } catch {}
  };
  const found = parse(url);
  const named = `${tag?.endpoint} ${tag?.preview}`.split(/\s+/);
  return (
    !tag ||
    tag.config != null ||
    own.has(url) ||
    found?.origin === location.origin ||
    named.some((text) => parse(text)?.href === found?.href)
  );
}
