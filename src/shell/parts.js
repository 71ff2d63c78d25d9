// The parts that a page pays for only when it needs them, found beside the loader by their hashed names.
// `meetpunt.full.js` is built with `parts.full.js` in place of this file.
import { tag } from './own-tag.js';

/** @returns {Promise<typeof import('./widget.js')>} */
export function widget() {
  return import(tag.base + __WIDGET__);
}

/** @returns {Promise<typeof import('./delivery.js')>} */
export function delivery() {
  return import(tag.base + __DELIVERY__);
}

/** @returns {Promise<typeof import('./page.js')>} */
export function page() {
  return import(tag.base + __PAGE__);
}

/** @returns {Promise<typeof import('./site-file.js')>} */
export function site() {
  return import(tag.base + __SITE__);
}
