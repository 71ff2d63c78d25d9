import { memory } from './asked.js';
import { allowed } from './consent.js';
import { ifNeeded } from './courier.js';
import { emit } from './events.js';
import { begin, mount } from './life.js';
import { lives } from './lives.js';
import { tag } from './own-tag.js';
import * as parts from './parts.js';
import { refusal } from './rules.js';

/**
 * What the loader and its parts know of each other.
 *
 * @typedef {object} Host
 * @property {typeof lives} lives
 * @property {typeof tag} tag
 * @property {typeof memory} memory
 * @property {typeof allowed} allowed
 * @property {typeof ifNeeded} ifNeeded
 * @property {typeof refusal} refusal
 * @property {typeof begin} restart
 * @property {typeof mount} mount
 * @property {typeof page} page
 * @property {() => void} [look] looks again for surveys of the site file that may show
 * @property {unknown[][]} heard what the page said by `set`, `event` and `config`, oldest first; the part hears of more by its `push`
 * @property {any} [file] the site file, of any type
 * @property {boolean} [tried] whether it was read, or cannot be
 * @property {() => void} [onTried] told then
 * @property {any[]} [site] its surveys, each with what it shares with the others
 * @property {[around: History['pushState'], before: History['pushState']]} [patch] what stands around a function of the page's history
 * @property {(life: import('./life.js').Life, signal: AbortSignal) => void} [begin] what the part does in place of the loader's own beginning
 * @property {typeof import('./settings.js').settingsOf} [read] likewise, of its settings
 */

/** @type {Host} */
export const host = { lives, tag, memory, allowed, ifNeeded, refusal, restart: begin, mount, page, heard: [] };

/** @type {Promise<import('./page.js').Part> | undefined} */
let started;

/**
 * The part that knows all rules, triggers and commands: fetched when a page needs more than the loader has.
 *
 * @returns {Promise<import('./page.js').Part>} never settles where it cannot be fetched
 */
export function page() {
  return (started ||= parts.page().then(
    ({ start }) => start(host),
    () => {
      emit(undefined, /** @type {any} */ ({}), 'error', { reason: 'part', setting: null });
      return new Promise(() => {});
    },
  ));
}

/**
 * The part that reads the site file, and tells of a page whether any survey may show on it.
 *
 * @returns {Promise<import('./site-file.js').Reader>} rejects where it cannot be fetched
 */
export const siteReader = () => parts.site().then(({ start }) => start(host));
