/**
 * What shows a draft. `meetpunt.full.js` is built with `draft-part.full.js` in place of this file.
 *
 * @param {string} base the folder of the release
 * @returns {Promise<typeof import('../preview.js')>}
 */
export function draftPart(base) {
  return import(base + __DRAFT__);
}
