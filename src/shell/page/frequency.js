import { duration } from '../duration.js';
import { FREQUENCY } from './circumstances.js';
import { hash } from './hash.js';
import { items } from './items.js';
import { whole } from './words.js';

const DAY = 864e5;

/**
 * The rules of how often somebody is asked.
 *
 * @param {import('./decide.js').Case} one
 * @returns {import('./decide.js').Found[]} in their order
 */
export function frequency({ settings, signals, record, now }) {
  const survey = settings.survey || '';
  const own = record[survey] || {};
  const waits = waitsOf(settings);
  const day = (/** @type {unknown} */ found) => (isDay(found) ? found : -1);
  const last = Math.max(day(own.answered), day(own.dismissed), day(own.ignored));
  // Left alone: noted so, or shown after every noted outcome.
  const alone = Math.max(day(own.shown) > last ? day(own.shown) : -1, day(own.ignored));

  const occasion = settings.occasion?.trim();
  const asked = !!occasion && occasion.length <= 100 && [own.occasions].flat().includes(Number(hash(occasion)));
  const session = whole(signals.session, 0);
  const most = whole(settings['per-session'], 1);

  const priority = whole(settings.priority, 0);
  const due = Object.keys(signals).filter((name) => name.startsWith('due.'));
  const place = due.indexOf('due.' + survey);
  const first = due.find((name, at) => {
    const theirs = whole(signals[name], 0);
    return at !== place && (theirs > priority || (theirs === priority && (place < 0 || at < place)));
  });
  return [
    wait('quiet', record['*']?.shown, waits.quiet, now, FREQUENCY + ' inline'),
    wait('answered', own.answered, waits.answered, now, FREQUENCY),
    wait('dismissed', own.dismissed, waits.dismissed, now, FREQUENCY),
    wait('ignored', alone < 0 ? undefined : alone, waits.ignored, now, FREQUENCY),
    ['occasion', !asked, !occasion || occasion.length > 100 ? 'none' : asked ? 'asked before' : 'new', FREQUENCY],
    ['per-session', session < most, `${session} of ${most}`, FREQUENCY + ' inline'],
    ['priority', !first, priority + (first ? ', after ' + first.slice(4) : ''), 'preview page visitor inline'],
  ];
}

/** @param {unknown} found @returns {found is number} */
const isDay = (found) => Number.isInteger(found) && /** @type {number} */ (found) >= 0 && /** @type {number} */ (found) < 2 ** 32;

/**
 * @param {string} rule
 * @param {unknown} day of the record
 * @param {number} days to wait
 * @param {number} now
 * @param {string} over
 * @returns {import('./decide.js').Found}
 */
function wait(rule, day, days, now, over) {
  const today = Math.floor(now / DAY);
  // Further ahead than a clock set back by hours explains: the clock was wrong then, so the note says nothing.
  if (!isDay(day) || day > today + 1) return [rule, true, 'not before', over];
  const since = Math.max(0, today - day);
  if (days === Infinity) return [rule, false, `${since} days ago, never again`, over];
  return [rule, since >= days, `${since} of ${days} days`, over, (Math.min(day, today) + days) * DAY];
}

/**
 * @param {Record<string, string | undefined>} settings
 * @returns {Record<string, number>} days by outcome, and for all surveys of the site
 */
function waitsOf({ metric, quiet = '', 'ask-again': setting }) {
  /** @type {Record<string, number>} */
  const waits = { answered: metric === 'nps' ? 90 : 30, dismissed: 90, ignored: 30, quiet: days(quiet) ?? 30 };
  for (const item of items(setting)) {
    const [outcome, text = ''] = item.split(/\s*:\s*(.*)/);
    const wait = text.trim() === 'never' ? Infinity : days(text);
    if (/^(answered|dismissed|ignored)$/.test(outcome) && wait != null) waits[outcome] = wait;
  }
  return waits;
}

/**
 * @param {string} text
 * @returns {number | undefined} whole days, a part of a day counting as one
 */
function days(text) {
  const found = Math.ceil(duration(text.trim()) / DAY);
  return found <= 65535 ? found : undefined;
}
