import { areaOf, askedIn, KEY, today } from './asked.js';

/** 13 months. */
const DAYS_KEPT = 396;

/**
 * Notes what became of a survey today. `shown` counts as ignored until something better happens.
 *
 * @param {string} storage the setting: `local`, `session` or `none`
 * @param {typeof import('./asked.js').memory} memory the loader's, which it reads
 * @param {string} survey
 * @param {string} outcome `shown`, `answered` or `dismissed`
 */
export function remember(storage, memory, survey, outcome) {
  const day = today();
  /** @type {import('./asked.js').Asked} */
  const asked = {};
  for (const [id, days] of Object.entries(askedIn(storage, memory))) {
    // Only days grow old: a draw is a smaller number, occasions are a list.
    const kept = Object.entries(days || {}).filter(([, noted]) => !(noted > 1e4 && noted <= day - DAYS_KEPT));
    if (kept[0]) asked[id] = Object.fromEntries(kept);
  }
  asked[survey] = { ...asked[survey], ignored: day, [outcome]: day };
  if (outcome !== 'shown') delete asked[survey].ignored;
  try {
    areaOf(storage).setItem(KEY, JSON.stringify(asked));
  } catch {
    memory[storage] = asked;
  }
}
