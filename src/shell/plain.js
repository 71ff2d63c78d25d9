/**
 * The widget as plain JavaScript, for pages on which no Wasm may run. `meetpunt.full.js` is built with `plain.full.js` in place
 * of this file.
 *
 * @param {string} base the folder of the release
 * @returns {Promise<typeof import('./cut.js')>}
 */
export function plain(base) {
  return import(base + __FALLBACK__);
}
