/** What the first question says, as core's settings resolve it. @typedef {Record<'question' | 'low' | 'high' | 'meaning' | 'send' | 'progress' | 'lang' | 'dir', string>} Texts */

/** Whose labels; the lowest and the highest point; the numbers of their labels. @typedef {[labels: string, min: number, max: number, low: number, high: number]} Scale */

/** The scales of the small cut. @type {Record<string, Scale>} */
export const SCALES = { nps: ['likely', 0, 10, 1, 2], ces: ['agree', 1, 7, 1, 7], csat: ['satisfied', 1, 5, 1, 5] };

/**
 * @param {import('../settings.js').Settings} settings
 * @param {Scale} scale
 * @param {string} words of the language
 * @returns {Texts}
 */
export function textsOf(settings, [labels, min, max, first, last], words) {
  const list = words.split('\0');
  /** @param {string} key */
  const word = (key) => list[list.indexOf(key) + 1];
  /** @param {string} name */
  const given = (name) => (settings[name] || '').trim();
  /** @param {string} name as each question calls it */
  const placed = (name) => given(/^(brand$|context-)/.test(name) ? name : /^(topic|request|task|order|product)$/.test(name) ? 'topic' : '');
  /** @param {string} name @param {string} usual */
  const own = (name, usual) => fill(given(name), placed) || usual;
  const questions = settings.metric + '.question.';
  const wording = given('wording').toLowerCase();
  const key = questions + (/^[a-z-]+$/.test(wording) && list.includes(questions + wording) ? wording : 'standard');
  const low = own('low-label', word(`label.${labels}.${first}`));
  const high = own('high-label', word(`label.${labels}.${last}`));
  /** @type {Record<string, unknown>} */
  const values = { min, low, max, high, step: 1, steps: 2 };
  /** @param {string} key */
  const sentence = (key) => fill(word(key), (name) => values[name]);
  return {
    question: own('question', fill(word(key), placed) || word(key + '.plain')),
    low,
    high,
    meaning: sentence('ui.meaning'),
    send: word('ui.send'),
    progress: sentence('ui.progress'),
    lang: word('language.tag'),
    dir: word('language.direction'),
  };
}

/**
 * As `fill` in `crates/core/src/locale/fill.rs`.
 *
 * @param {string} text
 * @param {(name: string) => unknown} value
 * @returns {string} empty where a value is missing
 */
function fill(text, value) {
  let missing = false;
  const filled = text.replace(/{([a-z0-9-]+)}/g, (/** @type {string} */ _, /** @type {string} */ name) => {
    const found = value(name);
    missing ||= found === '';
    return '' + found;
  });
  return missing ? '' : filled;
}
