/**
 * What surveys above the page need. `meetpunt.full.js` is built with `floats.full.js` in place of this file.
 *
 * @param {string} base the folder of the release
 * @returns {Promise<typeof import('./floating.js')>}
 */
export function floats(base) {
  return import(base + __FLOATING__);
}
