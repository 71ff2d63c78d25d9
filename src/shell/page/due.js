import { storageOf } from '../settings.js';
import { adapt } from './adapters.js';
import { decide } from './decide.js';
import { isOverlay } from '../overlay.js';
import { host } from './host.js';
import { runKiosk } from './kiosk.js';
import { drawFor, keepDraw, noteOf, recordIn } from './record.js';
import { whenGone } from './history.js';
import { isTab, signalsOf } from './signals.js';
import { order } from './site.js';
import { fallback, tell } from '../standing.js';

/** @typedef {import('../life.js').Life} Life */

/** Surveys of which a trigger fired, until it is decided which of them shows. @type {{life: Life, trigger: string, signal: AbortSignal}[]} */
let waiting = [];

/**
 * Takes a survey whose trigger fired. Those that are due at the same moment are decided together.
 *
 * @param {Life} life
 * @param {string} trigger
 * @param {AbortSignal} signal ends it
 */
export function due(life, trigger, signal) {
  if (!waiting[0]) setTimeout(decideAll);
  waiting.push({ life, trigger, signal });
}

/** @param {Life} life @returns {number} its place in the site file, after which come the others */
const place = ({ settings }) => order().indexOf(settings.survey) >>> 0;

function decideAll() {
  const now = waiting.filter(({ signal }) => !signal.aborted).sort((one, other) => place(one.life) - place(other.life));
  waiting = [];
  const rivals = now.filter(({ life }) => isOverlay(life.settings) && !isTab(life) && verdictOf(life, openingOf(life)).show);
  const all = rivals.map(({ life: { settings } }) => /** @type {[string, string]} */ ([settings.survey, settings.priority || '0']));
  // All before the first opens, which would stand in the way of the others.
  const verdicts = now.map(({ life }) => verdictOf(life, openingOf(life), all));
  for (const [at, { life, trigger }] of now.entries()) {
    const verdict = verdicts[at];
    if (host.allowed(life.settings.consent)) keepDraw(life.settings, storageOf(life.settings));
    if (verdict.show) open(life, trigger);
    else refuse(life, verdict);
  }
}

/** @param {Life} life */
const openingOf = (life) => (isTab(life) ? 'visitor' : 'trigger');

/**
 * @param {Life} life
 * @param {'trigger' | 'page' | 'visitor'} opening
 * @param {[survey: string, priority: string][]} [due]
 */
export function verdictOf(life, opening, due = []) {
  return decide(caseOf(life, opening, due));
}

/**
 * @param {Life} life
 * @param {'trigger' | 'page' | 'visitor'} opening
 * @param {[survey: string, priority: string][]} [due]
 * @returns {import('./decide.js').Case}
 */
export function caseOf(life, opening, due = []) {
  const { settings } = life;
  const signals = signalsOf(life, opening, due);
  return { settings, signals, record: recordIn(storageOf(settings)), now: Date.now(), draw: drawFor(settings.survey) };
}

/**
 * Opens a survey because the page, or a link, wants it, if the rules that this cannot pass over let it.
 *
 * @param {Life} life
 * @param {string} trigger
 * @returns {Promise<boolean>} whether it shows
 */
export async function openFor(life, trigger) {
  const verdict = verdictOf(life, 'page');
  if (verdict.show) return open(life, trigger);
  refuse(life, verdict);
  return false;
}

/**
 * @param {Life} life
 * @param {string} trigger
 * @returns {Promise<boolean>}
 */
function open(life, trigger) {
  const { settings } = life;
  life.note = noteOf(settings, isOverlay(settings) && settings.mode !== 'kiosk');
  host.mount(life, trigger);
  adapt(life);
  runKiosk(life);
  whenGone(life);
  return Promise.resolve(life.view).then(Boolean);
}

/**
 * @param {Life} life
 * @param {ReturnType<typeof decide>} verdict
 */
function refuse(life, { reason, checks }) {
  fallback(life, false);
  tell(life, 'skipped', { reason, checks });
}
