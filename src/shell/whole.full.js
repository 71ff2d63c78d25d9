// Stands in for `whole.js` in `meetpunt.full.js`.
import * as part from 'whole';

/** @returns {Promise<typeof import('./whole-cut.js')>} */
export async function whole() {
  return part;
}
