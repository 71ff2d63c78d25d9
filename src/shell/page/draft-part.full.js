// Stands in for `draft-part.js` in `meetpunt.full.js`.
import * as part from '../preview.js';

/** @returns {Promise<typeof import('../preview.js')>} */
export async function draftPart() {
  return part;
}
