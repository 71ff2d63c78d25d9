/** Most requests a minute to one endpoint, from one page. */
const A_MINUTE = 8;
/** From so many failures in a row on, one request at a time probes an endpoint that may be recovering. */
export const PROBE_FROM = 5;
/** Longest back-off, in milliseconds. */
export const LONGEST = 9e5;
/**
 * Nothing is put off for longer than a day, and what neither was refused nor told a time for no longer than the longest back-off; what
 * seems so was written under another clock. In milliseconds.
 */
const HORIZON = 25 * 36e5;

/**
 * What this page knows of an endpoint.
 *
 * @typedef {object} Gate
 * @property {number[]} starts of the requests of the last minute, milliseconds since 1970
 * @property {number} flying requests under way
 * @property {number} failed failures in a row
 * @property {number} silent those of them that got no answer at all
 * @property {number} until when it is left alone, milliseconds since 1970
 */

/** @type {Map<string, Gate>} */
export const gates = new Map();

/**
 * @param {string} url
 * @returns {Gate}
 */
export function gateOf(url) {
  const gate = gates.get(url) || { starts: [], flying: 0, failed: 0, silent: 0, until: 0 };
  gates.set(url, gate);
  return gate;
}

/**
 * @param {import('./limits.js').Row} row
 * @param {number} now
 * @returns {number} when it may go as far as row and endpoint are concerned; `Infinity`: not before a request lands
 */
export function opensAt({ url, due, asked, held }, now) {
  const gate = gateOf(url);
  const starts = (gate.starts = gate.starts.filter((start) => start > now - 6e4 && start <= now));
  if (gate.flying && gate.failed >= PROBE_FROM) return Infinity;
  const until = gate.until > now + HORIZON ? 0 : gate.until;
  const at = due > now + (asked || held ? HORIZON : LONGEST) ? 0 : due;
  return Math.max(at, until, starts.length < A_MINUTE ? 0 : starts[0] + 6e4);
}
