// The parts that a page pays for only when it needs them, found beside the loader by their hashed names.
// `meetpunt.full.js` is built with `parts.full.js` in place of this file.

/**
 * @param {string} base
 * @returns {Promise<typeof import('./widget.js')>}
 */
export function widget(base) {
  return import(base + __WIDGET__);
}

/**
 * @param {string} base
 * @returns {Promise<typeof import('./delivery.js')>}
 */
export function delivery(base) {
  return import(base + __DELIVERY__);
}

/**
 * @param {string} base
 * @returns {Promise<typeof import('./page.js')>}
 */
export function page(base) {
  return import(base + __PAGE__);
}

/**
 * @param {string} base
 * @returns {Promise<typeof import('./site-file.js')>}
 */
export function site(base) {
  return import(base + __SITE__);
}
