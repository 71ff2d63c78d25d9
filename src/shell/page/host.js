/** What the loader gave: set once, before anything else of this part runs. @type {import('../page-part.js').Host} */
export let host;

/** @param {import('../page-part.js').Host} given */
export function setHost(given) {
  host = given;
}
