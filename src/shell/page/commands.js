import { wanted } from './begin.js';
import { drafted } from './draft.js';
import { openFor } from './due.js';
import { explain } from './explain.js';
import { host } from './host.js';
import { attributes } from './signals.js';
import { useSite } from './site.js';
import { happened } from './triggers/event.js';
import { end } from '../standing.js';

/** @typedef {import('../life.js').Life} Life */

/** @param {string | undefined} survey @returns {Life[]} all without it */
const livesOf = (survey) => [...host.lives.values()].filter(({ settings }) => !survey || settings.survey === survey);

/**
 * @param {Life | undefined} life
 * @returns {Promise<boolean>} whether it shows
 */
export async function show(life) {
  const view = await life?.view;
  view?.show();
  return !!view || (!!life && openFor(life, 'manual'));
}

/** @param {Life | undefined} life */
export async function hide(life) {
  (await life?.view)?.hide();
}

/** @param {Life | undefined} life */
export async function reset(life) {
  if (life) end(life);
  return show(life);
}

/** What `meetpunt('name', …)` may say beyond what the loader does itself. @type {any} */
const COMMANDS = {
  __proto__: null,

  /** @param {string} [survey] */
  async show(survey) {
    let shows;
    for (const life of livesOf(survey)) shows = await show(life);
    if (survey && !livesOf(survey)[0]) wanted.add(survey);
    return shows;
  },

  /** @param {string} [survey] */
  async hide(survey) {
    for (const life of livesOf(survey)) await hide(life);
  },

  /** @param {string} [survey] */
  explain: (survey) => explain(livesOf(survey).pop()),

  /** @param {object} said */
  set(said) {
    // A long text would be as many attributes as it has characters.
    if (typeof said !== 'object') return;
    for (const [name, value] of Object.entries(said || {})) {
      if (value == null) delete attributes[name];
      else attributes[name] = '' + value;
    }
  },

  event: happened,

  /** @param {unknown} file */
  config: (file) => drafted || useSite(file, true),

  flush: async () => (await host.ifNeeded('flush')) || 0,

  diagnostics: async () => (await host.ifNeeded('diagnostics')) || { waiting: 0 },
};

/**
 * @param {string} name one that it does not know does nothing
 * @param {unknown[]} rest what the page gave: of any kind, so that it may throw
 * @returns {Promise<unknown>} never rejects
 */
export async function command(name, rest) {
  try {
    return await COMMANDS[name]?.(...rest);
  } catch {}
}
