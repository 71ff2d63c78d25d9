import { duration } from './duration.js';

/**
 * What this browser remembers of who was asked: survey → outcome → day number (days since 1970, UTC). No id, no score,
 * no text; nothing older than 13 months.
 *
 * @typedef {Record<string, Record<string, number>>} Asked
 */

export const KEY = 'meetpunt.v1';

/** The records that no storage may or can hold, by the setting `storage`. @type {Record<string, Asked>} */
export const memory = {};

/** @returns {number} days since 1970, UTC */
export const today = () => (Date.now() / 864e5) | 0;

/**
 * @param {string} storage the setting: `local`, `session` or `none`
 * @returns {Storage}
 * @throws {Error} where the browser denies it: even touching the getter may; there is none for `none`
 */
export const areaOf = (storage) => /** @type {any} */ (globalThis)[storage + 'Storage'];

/**
 * @param {string} storage
 * @param {typeof memory} held
 * @returns {Asked}
 */
export function askedIn(storage, held) {
  try {
    return held[storage] || JSON.parse(areaOf(storage).getItem(KEY) || '{}') || {};
  } catch {
    return {};
  }
}

/**
 * @param {string} rule
 * @param {string} value
 * @returns {import('./rules.js').Check} that says no
 */
export const no = (rule, value) => ({ rule, passed: false, value });

/**
 * The rules of `ask-again`: how long a survey stays away after each outcome.
 *
 * @param {string} storage
 * @param {import('./settings.js').Settings} settings of which `ask-again` is such as `answered:90d,dismissed:never`;
 *   what it does not name keeps its default
 * @returns {import('./rules.js').Check | undefined} the first that says no
 */
export function askAgain(storage, { survey, metric, 'ask-again': setting = '' }) {
  /** @type {Record<string, number>} */
  const waits = { answered: metric === 'nps' ? 90 : 30, dismissed: 90, ignored: 30 };
  for (const [, outcome, wait] of setting.matchAll(/(\w+):(\w+)/g)) {
    const days = wait === 'never' ? Infinity : Math.ceil(duration(wait) / 864e5);
    if (waits[outcome] && days >= 0) waits[outcome] = days;
  }
  const days = askedIn(storage, memory)[survey] || {};
  for (const rule in waits) {
    const ago = today() - days[rule];
    // Further ahead than a clock set back by hours explains: the clock was wrong then, so the note says nothing.
    if (ago >= -1 && ago < waits[rule]) return no(rule, `${ago} of ${waits[rule]} days`);
  }
}
