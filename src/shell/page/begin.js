import { isOverlay } from '../overlay.js';
import { arm as armBasic } from '../triggers.js';
import { arm as armFurther } from './arm.js';
import { due, openFor, verdictOf } from './due.js';
import { watchRoutes, whenGone } from './history.js';
import { host } from './host.js';
import { items } from './items.js';
import { follow } from './link.js';
import { fits, isTab } from './signals.js';
import { fallback, tell } from '../standing.js';

/** @typedef {import('../life.js').Life} Life */

/** Surveys that the page wants shown before their element is there. @type {Set<string>} */
export const wanted = new Set();

/**
 * Arms the triggers of a survey whose settings were read, in place of the loader, which knows fewer.
 *
 * @param {Life} life
 * @param {AbortSignal} signal ends them
 */
export function begin(life, signal) {
  const { element, settings } = life;
  const tab = isTab(life);
  fallback(life, verdictOf(life, tab ? 'visitor' : 'trigger').show);
  // A yes begins it again.
  if (settings.preview == null && !host.allowed(settings.consent)) return;
  if (wanted.delete(settings.survey)) queueMicrotask(() => signal.aborted || openFor(life, 'manual'));
  follow(life);
  watchRoutes();
  whenGone(life);
  // So does another address.
  if (!fits(life)) return;

  const usual = !isOverlay(settings) ? 'visible' : tab ? 'load' : 'delay:3s';
  const fire = (/** @type {string} */ word) => due(life, word, signal);
  const fails = (/** @type {string} */ text) =>
    !armBasic(element, text, fire, signal) && !armFurther(text, (word) => repeat(life, word, signal), signal);
  const words = items(settings.trigger);
  const wrong = words.filter(fails);
  for (const found of wrong) {
    const expected =
      'load, delay:3s, scroll:60%, visible, visible:2s, exit, idle:30s, click:#feedback, event:order-placed or manual';
    tell(life, 'warning', { setting: 'trigger', found: found.slice(0, 80), expected });
  }
  if (wrong.length === words.length) fails(usual);
}

/**
 * A trigger that may fire again and again, such as a click, does nothing while its survey stands.
 *
 * @param {Life} life
 * @param {string} word
 * @param {AbortSignal} signal
 */
function repeat(life, word, signal) {
  if (!life.view) due(life, word, signal);
}
