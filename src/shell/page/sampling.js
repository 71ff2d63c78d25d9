import { hash } from './hash.js';

/**
 * The rule of sampling: who was drawn stays drawn.
 *
 * @param {import('./decide.js').Case} one
 * @returns {import('./decide.js').Found}
 */
export function sample({ settings, record, draw }) {
  const survey = settings.survey || '';
  const respondent = respondentOf(settings);
  const kept = record[survey]?.draw;
  const lot = respondent ? Number(hash(`${survey}:${respondent}`, 64) % 10000n) : isDraw(kept) ? kept : draw;
  const share = shareOf(settings.sample);
  return ['sample', lot < share, `draw ${percent(lot)} of ${percent(share)}%`, 'preview page visitor'];
}

/** @param {unknown} found @returns {found is number} */
export const isDraw = (found) => Number.isInteger(found) && /** @type {number} */ (found) >= 0 && /** @type {number} */ (found) < 1e4;

/** @param {Record<string, string | undefined>} settings */
export function respondentOf({ respondent = '' }) {
  const found = respondent.trim();
  return [...found].length <= 100 ? found : '';
}

/** @param {string | undefined} text @returns {number} hundredths of a per cent; all where it is no such share */
function shareOf(text = '') {
  const [, whole, part = ''] = /^(\d+)(?:\.(\d{1,2}))?\s*%$/.exec(text.trim()) || [];
  const share = +whole * 100 + +part.padEnd(2, '0');
  return share <= 1e4 ? share : 1e4;
}

/** @param {number} hundredths */
function percent(hundredths) {
  const text = (hundredths / 100).toFixed(2);
  return text.replace(/0$/, '');
}
