import { askAgain, no } from './asked.js';
import { allowed } from './consent.js';
import { storageOf } from './settings.js';

/**
 * One rule, whether it lets the survey show, and the value that decided.
 *
 * @typedef {{rule: string, passed: boolean, value: string}} Check
 */

/**
 * The first of the rules that the loader knows which says no. A preview asks only for the page's block, and the visitor opens a
 * tab, so that its clocks do not count.
 *
 * @param {Element} element
 * @param {import('./settings.js').Settings} settings
 * @returns {Check | undefined} nothing where the survey may show
 */
export function refusal(element, settings) {
  const { preview, display, mode, consent } = settings;
  const free = preview != null;
  if (!free && !allowed(consent)) return no('consent', 'not given');
  if (element.closest('[data-meetpunt-block]')) return no('block', 'data-meetpunt-block');
  if (!free && display !== 'tab' && mode !== 'kiosk') return askAgain(storageOf(settings), settings);
}
