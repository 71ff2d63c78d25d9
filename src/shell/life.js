import { memory } from './asked.js';
import { delivery } from './courier.js';
import { emit } from './events.js';
import { tag } from './own-tag.js';
import { widget } from './parts.js';
import { explain } from './rules.js';
import { baseOf, settingsOf } from './settings.js';
import { arm } from './triggers.js';

/**
 * One survey element while it stands in a document.
 *
 * @typedef {object} Life
 * @property {import('./survey-element.js').SurveyElement} element
 * @property {ShadowRoot} root
 * @property {HTMLSlotElement} slot shows the fallback content while it stands in the root
 * @property {MutationObserver} watch
 * @property {AbortController} off ends what is armed, loading or mounted now
 * @property {import('./settings.js').Settings} settings
 * @property {string[]} [wrong] triggers that could not be read
 * @property {Promise<import('./widget.js').View | void>} [view] from the moment the survey is about to show
 */

/** @type {Map<Element, Life>} */
export const lives = new Map();

/** Surveys that the page wants shown before their element is there. @type {Set<string>} */
export const wanted = new Set();

/** @param {Life} life */
const isInline = ({ settings: { display = '' } }) => !/^(popover|modal|tab|bar)$/i.test(display);

/**
 * Ends what is armed, loading or mounted.
 *
 * @param {Life} life
 * @returns {AbortSignal} for what comes next
 */
export function end(life) {
  life.off.abort();
  life.off = new AbortController();
  life.view = undefined;
  return life.off.signal;
}

/**
 * Reads the settings and arms the triggers, ending whatever went on before.
 *
 * @param {Life} life
 */
export function begin(life) {
  const signal = end(life);
  const { element } = life;
  const { survey, display, trigger } = (life.settings = settingsOf(element, tag.data));
  const { show, reason } = explain(element, life.settings);
  fallback(life, show);
  // A yes begins it again.
  if (reason === 'consent') return;
  if (wanted.delete(survey)) element.show();

  const usual = isInline(life) ? 'visible' : display === 'tab' ? 'load' : 'delay:3s';
  const words = (trigger || usual).split(',');
  /** @param {string} text */
  const fails = (text) => !arm(element, text.trim(), (word) => open(life, word), signal);
  life.wrong = words.filter(fails);
  if (life.wrong.length === words.length) fails(usual);
}

/**
 * Takes over attributes that changed, in place where the survey already stands. A style may have changed its colours.
 *
 * @param {Life} life
 */
export function change(life) {
  const settings = settingsOf(life.element, tag.data);
  const same = JSON.stringify(settings) === JSON.stringify(life.settings);
  if (!same && (!life.view || explain(life.element, settings).reason === 'consent')) return begin(life);
  life.settings = settings;
  life.view?.then((view) => view?.update());
}

/**
 * Opens a survey if the rules let it.
 *
 * @param {Life} life
 * @param {string} trigger
 * @param {boolean} [asked] by the page, which passes over the clocks
 * @returns {Promise<boolean>} whether it shows
 */
export async function open(life, trigger, asked) {
  const signal = end(life);
  const { show, reason, checks } = explain(life.element, life.settings);
  // The page passes over the clocks, not over the first two.
  const opens = asked ? checks[0].passed && checks[1].passed : show;
  fallback(life, opens);
  if (!opens) {
    tell(life, 'skipped', { reason, checks });
    return false;
  }
  /** @param {object} [error] */
  const leave = (error) => {
    if (signal.aborted) return;
    if (error) tell(life, 'error', { reason: 'part', setting: null, ...error });
    // Later: this may be called from inside the Wasm, which must be left before it is entered again.
    queueMicrotask(() => {
      if (signal.aborted) return;
      end(life);
      fallback(life, !!error);
    });
  };
  life.view = widget(tag.base)
    .then(({ mount }) => mount({ life, tag, trigger, signal, memory, delivery, tell, leave }))
    .catch(leave);
  return !!(await life.view);
}

/**
 * Shows the fallback content of an inline survey, or hides it.
 *
 * @param {Life} life
 * @param {boolean} shown
 */
function fallback(life, shown) {
  life.root.replaceChildren(...(shown && isInline(life) ? [life.slot] : []));
}

/**
 * @param {Life} life
 * @param {string} name
 * @param {object} [detail]
 * @returns {boolean} false when the page cancelled it
 */
function tell({ element, settings }, name, detail) {
  return emit(element, baseOf(settings), name, detail);
}
