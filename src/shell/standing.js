import { emit } from './events.js';
import { isOverlay } from './overlay.js';
import { baseOf } from './settings.js';

/** @typedef {import('./life.js').Life} Life */

/**
 * Ends what is armed, loading or mounted.
 *
 * @param {Life} life
 * @returns {AbortSignal} for what comes next
 */
export function end(life) {
  life.off?.abort();
  life.off = new AbortController();
  life.view = undefined;
  return life.off.signal;
}

/**
 * Shows the fallback content of an inline survey, or hides it.
 *
 * @param {Life} life
 * @param {unknown} shown
 */
export function fallback({ root, settings, slot }, shown) {
  root.replaceChildren(...(shown && !isOverlay(settings) ? [slot] : []));
}

/**
 * @param {Life} life
 * @param {string} name
 * @param {object} [detail]
 * @returns {boolean} false when the page cancelled it
 */
export function tell({ element, settings }, name, detail) {
  return emit(element, baseOf(settings), name, detail);
}
