// Stands in for `floats.js` in `meetpunt.full.js`.
import * as part from './floating.js';

/** @returns {Promise<typeof import('./floating.js')>} */
export async function floats() {
  return part;
}
