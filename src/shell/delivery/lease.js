/**
 * How long one page alone may send a row, in milliseconds: longer than a request can take, which is 10 s, and not much longer:
 * nobody else sends what a page had under way when it was left.
 */
const LEASE = 12e3;

/** This page, to the other pages of the origin. */
export const ME = Math.random().toString(36).slice(2);

/**
 * Takes a row for this page.
 *
 * @param {import('./limits.js').Row} row
 * @param {number} now
 */
export function take(row, now) {
  row.lease = now + LEASE;
  row.owner = ME;
}

/**
 * When a row is free to be sent, as far as other pages go. A lease further ahead than twice its length was written
 * under another clock and says nothing; a bound of exactly one length let two tabs whose clocks differ by milliseconds
 * send the same row.
 *
 * @param {import('./limits.js').Row} row
 * @param {number} now
 * @returns {number} milliseconds since 1970
 */
export function freeAt(row, now) {
  return row.owner === ME || row.lease > now + 2 * LEASE ? 0 : row.lease;
}
