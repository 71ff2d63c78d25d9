import { items } from './items.js';
import { word } from './words.js';

const TIME = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i;

/**
 * @param {string | undefined} text
 * @returns {number | undefined} milliseconds since 1970; nothing where it is no time with a zone
 */
function time(text = '') {
  const found = TIME.test(text.trim()) ? Date.parse(text.trim().replace(' ', 'T').toUpperCase()) : NaN;
  return found >= 0 ? found : undefined;
}

/**
 * The rules that look at the moment: time, page, visit.
 *
 * @param {import('./decide.js').Case} one
 * @returns {import('./decide.js').Found[]} in their order
 */
export function moment({ settings, signals, now }) {
  const starts = time(settings.starts);
  const end = time(settings.ends);
  // An end that is not after the start can only be a mistake.
  const ends = starts != null && end != null && end <= starts ? undefined : end;
  const value = (/** @type {number | undefined} */ time) => (time == null ? 'always' : new Date(time).toISOString());

  const known = ['phone', 'tablet', 'desktop'];
  const devices = items(settings.devices).map((item) => item.toLowerCase()).filter((item) => known.includes(item));
  const device = known.includes(signals.device) ? signals.device : undefined;
  const bound = items(settings.match).some((item) => /^(!\s*)?[/*]/.test(item));
  const fits = !bound || signals.match !== 'false';

  const required = word(settings.consent, ['not-required', 'required']) === 'required';
  const consent = signals.consent === 'true';
  const full = signals.full === 'true';
  const other = signals.open && signals.open !== settings.survey ? signals.open : '';
  return [
    ['starts', starts == null || now >= starts, value(starts), '', starts],
    ['ends', ends == null || now < ends, value(ends)],
    ['devices', !devices[0] || !device || devices.includes(device), device || 'unknown'],
    ['lang', true, signals.lang || 'en'],
    ['match', fits, !bound ? 'all pages' : fits ? 'matches' : 'does not match', 'page'],
    ['consent', !required || consent, !required ? 'not required' : consent ? 'given' : 'not given', 'preview'],
    ['outbox', !full, full ? 'full' : 'has room', 'preview'],
    ['open', !other, other || 'no other', 'inline'],
    ['block', !signals.block, signals.block || 'nothing'],
  ];
}
