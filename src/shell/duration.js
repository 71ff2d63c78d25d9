/** @type {Record<string, number>} */
const UNITS = { ms: 1, s: 1e3, m: 6e4, h: 36e5, d: 864e5 };

/**
 * A duration as the settings write it: a whole number and `ms`, `s`, `m`, `h` or `d`.
 *
 * @param {string | undefined} text
 * @returns {number} milliseconds; `NaN` for anything else
 */
export function duration(text) {
  const [, count, unit] = /^(\d+)([a-z]+)$/.exec(text || '') || [];
  return +count * UNITS[unit];
}
