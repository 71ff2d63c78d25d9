import { matches, onPage } from '../address.js';
import { deviceOf } from '../device.js';
import { isOverlay } from '../overlay.js';
import { storageOf } from '../settings.js';
import { first } from './document.js';
import { host } from './host.js';
import { items } from './items.js';
import { shownIn } from './record.js';
import { matchesWildcards } from './wildcards.js';

/** What the page said of the visitor by `meetpunt('set', …)`; it never travels. @type {Record<string, string>} */
export const attributes = Object.create(null);

/** @typedef {import('../life.js').Life} Life */

/** @param {Life} life @returns {boolean} whether the page may show it by its address */
export const fits = ({ settings }) => onPage(items(settings.match), (pattern) => matches(pattern) ?? matchesWildcards(pattern));

/** @param {Life} life @returns {boolean} whether a visitor opens it */
export const isTab = ({ settings }) => /^tab$/i.test(settings.display || '');

/**
 * What page and visit say at this moment, as `meetpunt-core` reads it.
 *
 * @param {Life} life
 * @param {'trigger' | 'page' | 'visitor'} opening
 * @param {[survey: string, priority: string][]} due
 * @returns {Record<string, string>}
 */
export function signalsOf(life, opening, due) {
  const { element, settings } = life;
  /** @type {Record<string, string>} */
  const signals = {
    opening,
    device: deviceOf(),
    lang: settings.lang || element.closest('[lang]')?.getAttribute('lang') || navigator.language,
    match: '' + fits(life),
    consent: '' + host.allowed('required'),
    // The handle of a tab stands beside whatever is open.
    open: isTab(life) ? '' : openNow(life),
    block: blockOf(element),
    session: '' + shownIn(storageOf(settings)),
  };
  for (const [survey, priority] of due) signals['due.' + survey] = priority;
  for (const name in attributes) signals['set.' + name] = attributes[name];
  return signals;
}

/** @param {Life} life @returns {string} another survey that is open or about to be; inline ones do not count */
function openNow(life) {
  for (const other of host.lives.values()) {
    if (other === life || !other.view || !isOverlay(other.settings)) continue;
    if (!isTab(other) || other.root.querySelector('[part~=frame]')) return other.settings.survey;
  }
  return '';
}

/** @param {Element} element @returns {string} what on the page blocks it */
function blockOf(element) {
  if (element.closest('[data-meetpunt-block]')) return 'data-meetpunt-block';
  const dialog = first('dialog:modal,[role=dialog][aria-modal=true]:not([hidden])');
  if (dialog?.checkVisibility() && !dialog.contains(element)) return 'an open dialog';
  return first('input[autocomplete~="cc-number"]') ? 'a payment step' : '';
}
