import { memory } from './asked.js';
import { delivery } from './courier.js';
import { isOverlay } from './overlay.js';
import { tag } from './own-tag.js';
import { host, page, siteReader } from './page-part.js';
import { widget } from './parts.js';
import { refusal } from './rules.js';
import { settingsOf } from './settings.js';
import { end, fallback, tell } from './standing.js';
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
 * @property {unknown} [further] whether it begins again when the page's part is here
 * @property {Promise<import('./widget.js').View | void>} [view] from the moment the survey is about to show
 * @property {string} [given] the last state of the answer that was saved, or that the page took care of: an event as JSON
 * @property {typeof import('./remember.js').remember} [note] in place of that, where more is to be noted
 */

/** Settings with rules that only the page's part knows. */
const FURTHER = /^(devices|audience|starts|ends|sample|occasion|adapters|mode)$/;

/** The settings of a life as they are now. @param {Life} life */
const read = (life) => (host.read || settingsOf)(life.element, tag.data);

/**
 * Reads the settings and arms the triggers, ending whatever went on before. On a page that broke what this needs, such as
 * `Array.prototype.filter`, fallback content shows.
 *
 * @param {Life} life
 */
export function begin(life) {
  try {
    arrange(life);
  } catch {
    life.root.append(life.slot);
  }
}

/** @param {Life} life */
function arrange(life) {
  const signal = end(life);
  const settings = (life.settings = read(life));
  if (host.begin) return host.begin(life, signal);
  const { element } = life;
  const { display, match, trigger } = settings;
  const no = refusal(element, settings);
  fallback(life, !no);
  // A yes begins it again.
  if (no?.rule === 'consent') return;
  const words = (trigger || (!isOverlay(settings) ? 'visible' : display === 'tab' ? 'load' : 'delay:3s')).split(',');
  /** @param {string} text */
  const further = (text) => !arm(element, text.trim(), (word) => open(life, word, signal), signal);
  const bound = host.site || match;
  life.further = bound || words.filter(further)[0];
  if (bound) siteReader().then((reader) => reader.fetchFor(settings), () => missing(life));
  else if (life.further) page();
}

/**
 * Takes over attributes that changed, in place where the survey already stands.
 *
 * @param {Life} life
 * @param {boolean} setting whether one of them can be a setting; a style may have changed colours
 */
export function change(life, setting) {
  if (!life.view) return setting && begin(life);
  life.settings = read(life);
  life.view.then((view) => view?.update());
}

/**
 * Opens a survey if the rules let it: those that the loader knows, then, where there are others, those of the page's part.
 *
 * @param {Life} life
 * @param {string} trigger
 * @param {AbortSignal} signal
 */
async function open(life, trigger, signal) {
  const { settings } = life;
  const no = refusal(life.element, settings);
  fallback(life, !no);
  if (no) tell(life, 'skipped', { reason: no.rule, checks: [no] });
  else if (!isOverlay(settings) && !Object.keys(settings).some((name) => FURTHER.test(name))) mount(life, trigger);
  else page().then((part) => part.due(life, trigger, signal));
}

/**
 * Shows a survey.
 *
 * @param {Life} life
 * @param {string} trigger
 */
export function mount(life, trigger) {
  const signal = end(life);
  fallback(life, true);
  life.view = widget()
    .then(({ mount }) => mount({ life, trigger, signal, delivery, ...host }))
    .catch(() => {
      if (signal.aborted) return;
      missing(life);
      end(life);
    });
}

/** @param {Life} life of which a part cannot be fetched */
function missing(life) {
  tell(life, 'error', { reason: 'part', setting: null });
}
