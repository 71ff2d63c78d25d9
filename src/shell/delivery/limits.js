/** Most answers that may wait in one store. */
export const ROWS = 100;
/** Most characters of bodies that may wait in one store: 1 MiB. */
const SIZE = 1048576;
/** How long an answer waits: 30 days, in milliseconds. */
const LIFE = 30 * 864e5;

/**
 * An answer that waits.
 *
 * @typedef {object} Row
 * @property {number} v version of this shape, 1; rows of a later one are left alone
 * @property {string} id `<submission>/<sequence>`
 * @property {string} url
 * @property {string} type content type
 * @property {string} body byte-identical in every attempt
 * @property {string} [headers] further headers of the request: the setting of that name
 * @property {string} [short] the body of the next sequence, for an endpoint that finds this one too large
 * @property {'answered' | 'completed'} state
 * @property {import('../settings.js').Base} base what its events say of the survey
 * @property {number} made when it was saved, milliseconds since 1970
 * @property {number} due when it may be sent next
 * @property {boolean} asked whether the endpoint named that time
 * @property {number} sent attempts so far
 * @property {number} tries failures since the last sign of life, for the back-off
 * @property {number} held how often the endpoint refused it
 * @property {number} lease until when one page alone may send it
 * @property {string} owner that page
 */

const TEXTS = /** @type {const} */ (['id', 'url', 'type', 'body', 'state', 'owner']);
const NUMBERS = /** @type {const} */ (['made', 'due', 'sent', 'tries', 'held', 'lease']);

/**
 * Why a row must go unsent, if it must: whatever is in the store may have been written by another program.
 *
 * @param {Row} row
 * @param {number} now
 * @returns {'unreadable' | 'expired' | undefined}
 */
export function lost(row, now) {
  const whole = TEXTS.every((name) => typeof row[name] === 'string') && NUMBERS.every((name) => Number.isFinite(row[name]));
  return !whole ? 'unreadable' : row.made < now - LIFE ? 'expired' : undefined;
}

/**
 * @param {Row[]} rows
 * @returns {boolean} whether nothing new may be asked
 */
export function full(rows) {
  return rows.length >= ROWS || rows.reduce((sum, { body }) => sum + (body?.length || 0), 0) >= SIZE;
}
