// Stands in for `parts.js` in `meetpunt.full.js`: every script part is inside, so one `integrity` covers them all.
// Only the Wasm is still fetched, and checked against the hash that the widget holds.
import * as deliveryPart from './delivery.js';
import * as pagePart from './page.js';
import * as sitePart from './site-file.js';
import * as widgetPart from './widget.js';

/** @returns {Promise<typeof import('./widget.js')>} */
export async function widget() {
  return widgetPart;
}

/** @returns {Promise<typeof import('./delivery.js')>} */
export async function delivery() {
  return deliveryPart;
}

/** @returns {Promise<typeof import('./page.js')>} */
export async function page() {
  return pagePart;
}

/** @returns {Promise<typeof import('./site-file.js')>} */
export async function site() {
  return sitePart;
}
