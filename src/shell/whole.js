/**
 * The whole cut of the widget. `meetpunt.full.js` is built with `whole.full.js` in place of this file.
 *
 * @param {string} base the folder of the release
 * @returns {Promise<typeof import('./whole-cut.js')>}
 */
export function whole(base) {
  return import(base + __WHOLE__);
}
