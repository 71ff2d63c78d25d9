import { ROWS } from '../delivery/limits.js';
import { caseOf } from './due.js';
import { decide } from './decide.js';
import { host } from './host.js';
import { isTab } from './signals.js';

/**
 * Tells of every rule how it would go if a trigger fired now.
 *
 * @param {import('../life.js').Life | undefined} life
 * @returns {Promise<ReturnType<typeof decide> | undefined>} nothing where there is no such survey
 */
export async function explain(life) {
  if (!life) return;
  const one = caseOf(life, isTab(life) ? 'visitor' : 'trigger');
  const kept = await host.ifNeeded('diagnostics');
  return decide({ ...one, signals: { ...one.signals, full: '' + (kept?.waiting >= ROWS) } });
}

/** Prints every rule of every survey of the page, for who adds `?meetpunt-debug` to its address. */
export async function printAll() {
  for (const life of host.lives.values()) {
    const verdict = await explain(life);
    if (!verdict) continue;
    const { show, reason, checks } = verdict;
    const lines = checks.map(({ rule, passed, value }) => `${passed ? '✓' : '✗'} ${rule}: ${value}`);
    const short = show ? 'would show' : `would not show: ${reason}`;
    console.info([`Meetpunt: ${life.settings.survey} ${short}`, ...lines].join('\n'));
  }
}
