/**
 * The widget as plain JavaScript, for pages on which no Wasm may run or all of it has trapped. `meetpunt.full.js` is built with `plain.full.js` in place
 * of this file.
 *
 * @param {string} base the folder of the release
 * @param {boolean} [_trapped]
 * @returns {Promise<typeof import('./whole-cut.js')>}
 */
export function plain(base, _trapped) {
  return import(base + __FALLBACK__);
}
