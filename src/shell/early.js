// The first question as the Wasm is about to draw it, while that is on its way. Nothing is scored or kept here: what the visitor does
// meanwhile is done again when it has. The Wasm takes over the very elements: `tests/browser/early.rs` holds the two drawings alike.
import { isOverlay } from './overlay.js';

/** Of the metrics of the small cut: whose labels, of the ends of which scale. @type {Record<string, (string | number)[]>} */
const SCALES = { nps: ['likely', 0, 10, 1, 2], ces: ['agree', 1, 7, 1, 7], csat: ['satisfied', 1, 5, 1, 5] };

/** Settings with which the first question is another one, or says more. */
const OTHER =
  /^(scale|look|then|send|mode|labels|layer|allow-na|heading-level|preview)$|^(question|low-label|high-label|brand|topic)\./;

/**
 * Draws the first question, unless it takes the Wasm to know what it says.
 *
 * @param {import('./life.js').Life} life
 * @param {string} words of the language
 * @param {boolean} dark whether it stands on something dark
 * @returns {(() => () => Promise<void>) | undefined} ends it, for the Wasm to take over. What that returns does again what was done.
 */
export function drawEarly({ root, settings }, words, dark) {
  const { metric = '' } = settings;
  const [labels, min, max, low, high] = SCALES[metric] || [];
  const names = Object.keys(settings).filter((name) => settings[name] != null);
  /** @param {string} name */
  const given = (name) => (settings[name] || '').trim();
  const alone = given('follow-up') === 'none';
  if (!labels || isOverlay(settings) || names.some((name) => OTHER.test(name) || (alone && /^(contact|reasons)/.test(name)))) return;
  const list = words.split('\0');
  /** @param {string} key */
  const word = (key) => list[list.indexOf(key) + 1];
  /**
   * As `fill` in `crates/core/src/locale/fill.rs`.
   *
   * @param {string} text
   * @param {(name: string) => unknown} value
   * @returns {string} nothing where a value is missing
   */
  const filled = (text, value) => {
    let missing = false;
    const whole = text.replace(/{([a-z0-9-]+)}/g, (/** @type {string} */ _, /** @type {string} */ name) => {
      const found = value(name);
      missing ||= found === '';
      return '' + found;
    });
    return missing ? '' : whole;
  };
  /** @param {string} name as each question calls it */
  const placed = (name) => given(/^(brand$|context-)/.test(name) ? name : /^(topic|request|task|order|product)$/.test(name) ? 'topic' : '');
  const questions = metric + '.question.';
  const wording = given('wording').toLowerCase();
  const key = questions + (/^[a-z-]+$/.test(wording) && list.includes(questions + wording) ? wording : 'standard');
  const asked = filled(word(key), placed) || word(key + '.plain');
  const [question, lowLabel, highLabel] = [
    ['question', asked],
    ['low-label', word(`label.${labels}.${low}`)],
    ['high-label', word(`label.${labels}.${high}`)],
  ].map(([name, usual]) => filled(given(name), placed) || usual);
  /** @type {Record<string, unknown>} */
  const values = { min, low: lowLabel, max, high: highLabel, step: 1, steps: 2 };
  /** @param {string} key */
  const sentence = (key) => filled(word(key), (name) => values[name]);
  const points = [];
  for (let value = /** @type {number} */ (min); value <= /** @type {number} */ (max); value++) {
    const name = value === min ? `${value}, ${lowLabel}` : value === max ? `${value}, ${highLabel}` : value;
    const input = make('input', { type: 'radio', name: 'score', value, 'aria-label': name });
    points.push(make('label', both('point'), input, make('span', { class: 'face', 'aria-hidden': true }, value)));
  }
  const named = { 'aria-labelledby': 'question' };
  const frame = make(
    'div',
    {
      ...both('frame'),
      ...named,
      'data-display': 'inline',
      'data-theme': /^(light|dark)$/.test(given('theme')) ? given('theme') : dark ? 'dark' : 'light',
      role: 'form',
      lang: word('language.tag'),
      dir: word('language.direction'),
    },
    make(
      'div',
      { class: 'step' },
      make('div', { ...both('question'), id: 'question', role: 'heading', 'aria-level': 2, tabindex: -1 }, question),
      make(
        'fieldset',
        { ...both('scale'), ...named, 'data-look': 'numbers', role: 'radiogroup', 'aria-describedby': 'meaning', 'aria-required': true },
        ...points,
      ),
      make(
        'div',
        { class: 'ends', 'aria-hidden': true },
        make('span', { part: 'low-label' }, lowLabel),
        make('span', { part: 'high-label' }, highLabel),
      ),
      make('p', { id: 'meaning', class: 'unseen' }, sentence('ui.meaning')),
      make(
        'div',
        { class: 'actions' },
        make('button', { ...both('send'), type: 'button' }, word('ui.send')),
        ...(alone ? [] : [make('span', both('progress'), sentence('ui.progress'))]),
      ),
    ),
    make('p', { ...both('status'), role: 'status', 'data-unseen': '' }),
  );
  root.replaceChildren(frame);
  return heard(root, frame);
}

/**
 * Notes what is done.
 *
 * @param {ShadowRoot} root
 * @param {HTMLElement} frame
 */
function heard(root, frame) {
  /** Presses that the browser itself makes nothing of. @type {Event[]} */
  let presses = [];
  const send = /** @type {HTMLElement} */ (frame.querySelector('button'));
  /** @param {any} event */
  const press = ({ constructor, type, key }) => {
    presses.push(new constructor(type, { key, bubbles: true, cancelable: true }));
    if (type === 'click' || key === 'Enter') send.setAttribute('aria-disabled', 'true');
  };
  /** The point that is seen to be chosen is what the visitor wants now. */
  const forget = () => {
    presses = [];
    send.removeAttribute('aria-disabled');
  };
  send.onclick = press;
  frame.onkeydown = (event) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    const ours = frame.dir === 'rtl' ? /^(\d|Home|End|Enter|Arrow.+)$/ : /^(\d|Home|End|Enter)$/;
    if (!ours.test(key) || ctrlKey || metaKey || altKey || !(/** @type {Element} */ (target).matches('input'))) return;
    event.preventDefault();
    press(event);
  };
  frame.onchange = forget;
  /** @param {string} selector */
  const find = (selector) => /** @type {HTMLInputElement | null} */ (root.querySelector(selector));
  return () => {
    send.onclick = frame.onkeydown = frame.onchange = null;
    const chosen = find(':checked')?.value;
    const done = presses;
    forget();
    return async () => {
      // It is drawn, and drawn anew, in a microtask.
      await 0;
      const point = chosen && find(`[value="${chosen}"]`);
      if (point) {
        point.checked = true;
        point.dispatchEvent(new Event('change', { bubbles: true }));
      }
      for (const press of done) {
        await 0;
        (press.type === 'click' ? send : root.activeElement)?.dispatchEvent(press);
      }
    };
  };
}

/**
 * @param {string} tag
 * @param {object} attributes
 * @param {...unknown} children
 */
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, text] of Object.entries(attributes)) element.setAttribute(name, text);
  element.append(.../** @type {string[]} */ (children));
  return element;
}

/** @param {string} name what the shop and our own styles know it by */
const both = (name) => ({ part: name, class: name });
