import { areaOf, askedIn, KEY, today } from '../asked.js';
import { remember } from '../remember.js';
import { hash } from './hash.js';
import { host } from './host.js';
import { isDraw, respondentOf } from './sampling.js';

/** How many occasions are remembered. */
const OCCASIONS = 5;

/** The draws of this page, by survey: kept in the record only once a trigger fires. @type {Record<string, number>} */
const draws = {};

/**
 * @param {string} storage the setting
 * @returns {Record<string, any>} what is remembered there
 */
export const recordIn = (storage) => askedIn(storage, host.memory);

/**
 * Changes what is remembered; in memory where the storage cannot be written.
 *
 * @param {string} storage
 * @param {(record: Record<string, any>) => void} turn
 */
function change(storage, turn) {
  const record = recordIn(storage);
  turn(record);
  try {
    areaOf(storage).setItem(KEY, JSON.stringify(record));
  } catch {
    host.memory[storage] = record;
  }
}

/** @param {string} storage @returns {string} where a visit is counted */
const visitIn = (storage) => (storage === 'none' ? storage : 'session');

/** @param {string} storage @returns {number} surveys shown in this visit, without inline ones */
export const shownIn = (storage) => recordIn(visitIn(storage))['*']?.visit || 0;

/**
 * The draw of a visitor for a survey.
 *
 * @param {string} survey
 * @returns {number} from 0 to 9999
 */
export function drawFor(survey) {
  // The high half of a product is more even than a remainder.
  return (draws[survey] ??= Math.floor((crypto.getRandomValues(new Uint32Array(1))[0] / 2 ** 32) * 1e4));
}

/**
 * Keeps the draw of a survey of which a trigger fired, so that it is never drawn again.
 *
 * @param {import('../settings.js').Settings} settings
 * @param {string} storage
 */
export function keepDraw(settings, storage) {
  const { survey, sample, preview } = settings;
  if (sample == null || preview != null || respondentOf(settings) || isDraw(recordIn(storage)[survey]?.draw)) return;
  change(storage, (record) => {
    record[survey] = { ...record[survey], draw: drawFor(survey) };
  });
}

/**
 * Notes what became of a survey, and for the others of the site that one was shown.
 *
 * @param {import('../settings.js').Settings} settings
 * @param {boolean} counts false where it keeps no others waiting
 * @returns {typeof remember}
 */
export function noteOf({ occasion }, counts) {
  return (storage, memory, survey, outcome) => {
    remember(storage, memory, survey, outcome);
    if (outcome !== 'shown') return;
    change(storage, (record) => {
      if (counts) record['*'] = { ...record['*'], shown: today() };
      if (!occasion?.trim()) return;
      const code = Number(hash(occasion.trim()));
      const known = [record[survey].occasions || []].flat().filter((/** @type {number} */ one) => one !== code);
      record[survey].occasions = [...known, code].slice(-OCCASIONS);
    });
    if (!counts) return;
    change(visitIn(storage), (record) => {
      record['*'] = { ...record['*'], visit: shownIn(storage) + 1 };
    });
  };
}
