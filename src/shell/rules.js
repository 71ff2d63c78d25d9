import { askAgain } from './asked.js';
import { allowed } from './consent.js';
import { storageOf } from './settings.js';

/**
 * One rule, whether it lets the survey show, and the value that decided.
 *
 * @typedef {{rule: string, passed: boolean, value: string}} Check
 */

/**
 * The rules that the loader knows, consent first. A preview asks none of them but the page's block, and the visitor
 * opens a tab, so that its clocks do not count.
 *
 * @param {Element} element
 * @param {import('./settings.js').Settings} settings
 * @returns {{show: boolean, reason: string | null, checks: Check[]}} `reason` is the first rule that said no
 */
export function explain(element, settings) {
  const { preview, display, consent = 'not-required' } = settings;
  const free = preview != null;
  const blocked = element.closest('[data-meetpunt-block]');
  const checks = [
    { rule: 'consent', passed: free || allowed(consent), value: consent },
    { rule: 'block', passed: !blocked, value: '' + !!blocked },
    ...askAgain(storageOf(settings), settings, free || display === 'tab'),
  ];
  const no = checks.find(({ passed }) => !passed);
  return { show: !no, reason: no?.rule ?? null, checks };
}
