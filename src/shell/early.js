// The first question as the Wasm is about to draw it, while that is on its way. The Wasm takes over the very elements:
// `tests/browser/early.rs` holds the two drawings alike. Nothing is scored or kept here; what the visitor does is done again later.
import { heard } from './early/heard.js';
import { SCALES, textsOf } from './early/texts.js';
import { isOverlay } from './overlay.js';

/** Settings with which the first question is another one, or says more. */
const OTHER =
  /^(scale|look|then|send|mode|labels|layer|allow-na|heading-level|preview)$|^(question|low-label|high-label|brand|topic)\./;

/**
 * Draws the first question, unless it takes the Wasm to know what it says.
 *
 * @param {import('./life.js').Life} life
 * @param {string} words of the language
 * @param {boolean} dark whether it stands on something dark
 * @returns {ReturnType<typeof heard> | undefined}
 */
export function drawEarly({ root, settings }, words, dark) {
  const names = Object.keys(settings).filter((name) => settings[name] != null);
  /** @param {string} name of a setting with a vocabulary */
  const word = (name) => (settings[name] || '').trim().toLowerCase();
  const scale = SCALES[word('metric')];
  const alone = word('follow-up') === 'none';
  const isOther = (/** @type {string} */ name) => OTHER.test(name) || (alone && /^(contact|reasons)/.test(name));
  if (!scale || isOverlay({ display: word('display') }) || names.some(isOther)) return;
  const theme = word('theme');
  const frame = frameOf(textsOf(settings, scale, words), scale, alone, /^(light|dark)$/.test(theme) ? theme : dark ? 'dark' : 'light');
  root.replaceChildren(frame);
  return heard(root, frame);
}

/**
 * As `src/view/frame.rs`, `score.rs` and `scale.rs` draw it.
 *
 * @param {import('./early/texts.js').Texts} texts
 * @param {import('./early/texts.js').Scale} scale
 * @param {boolean} alone whether nothing is asked after it
 * @param {string} theme
 */
function frameOf({ question, low, high, meaning, send, progress, lang, dir }, [, min, max], alone, theme) {
  const points = [];
  for (let value = min; value <= max; value++) {
    const name = value === min ? `${value}, ${low}` : value === max ? `${value}, ${high}` : value;
    const input = make('input', { type: 'radio', name: 'score', value, 'aria-label': name });
    points.push(make('label', both('point'), input, make('span', { class: 'face', 'aria-hidden': true }, value)));
  }
  const named = { 'aria-labelledby': 'question' };
  const heading = { ...both('question'), id: 'question', role: 'heading', 'aria-level': 2, tabindex: -1 };
  const group = { ...both('scale'), ...named, role: 'radiogroup', 'aria-describedby': 'meaning', 'aria-required': true };
  return make(
    'div',
    { ...both('frame'), ...named, 'data-display': 'inline', 'data-theme': theme, role: 'form', lang, dir },
    make(
      'div',
      { class: 'step' },
      make('div', heading, question),
      make('fieldset', { ...group, 'data-look': 'numbers' }, ...points),
      make(
        'div',
        { class: 'ends', 'aria-hidden': true },
        make('span', { part: 'low-label' }, low),
        make('span', { part: 'high-label' }, high),
      ),
      make('p', { id: 'meaning', class: 'unseen' }, meaning),
      make(
        'div',
        { class: 'actions' },
        make('button', { ...both('send'), type: 'button' }, send),
        ...(alone ? [] : [make('span', both('progress'), progress)]),
      ),
    ),
    make('p', { ...both('status'), role: 'status', 'data-unseen': '' }),
  );
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
