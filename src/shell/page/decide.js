import { audience } from './audience.js';
import { frequency } from './frequency.js';
import { circumstances } from './circumstances.js';
import { moment } from './moment.js';
import { sample } from './sampling.js';

/**
 * One survey and one visitor at one moment.
 *
 * @typedef {object} Case
 * @property {Record<string, string | undefined>} settings
 * @property {Record<string, string>} signals what the page and the visit say: see `Signals::read` of `meetpunt-core`
 * @property {Record<string, any>} record what the browser remembers
 * @property {number} now milliseconds since 1970
 * @property {number} draw from 0 to 9999, where none is remembered
 */

/**
 * How a rule went: its name, whether it lets the survey show by itself, what it saw, which circumstances pass over it, and from
 * which moment on it would let it show.
 *
 * @typedef {[rule: string, passed: boolean, value: string, over?: string, until?: number]} Found
 */

/**
 * Looks at every rule, as `decide` of `meetpunt-core` does: `crates/core/testdata/eligibility/cases.json` holds both to the same.
 *
 * @param {Case} one
 * @returns {{show: boolean, reason: string | null, until?: string, checks: import('../rules.js').Check[]}}
 */
export function decide(one) {
  const now = circumstances(one);
  /** @type {number | undefined} */
  let until = 0;
  const found = [...moment(one), ...frequency(one), sample(one)];
  // In the place that the documents give it.
  found.splice(5, 0, audience(one));
  const checks = found.map(([rule, passed, value, over = '', later]) => {
    const why = passed ? '' : Object.keys(now).find((word) => now[word] && over.split(' ').includes(word));
    if (why) return { rule, passed: true, value: `${value} (${now[why]})` };
    if (!passed) until = until == null || later == null ? undefined : Math.max(until, later);
    return { rule, passed, value };
  });
  const no = checks.find(({ passed }) => !passed);
  const verdict = { show: !no, reason: no?.rule ?? null };
  return no && until != null ? { ...verdict, until: new Date(until).toISOString(), checks } : { ...verdict, checks };
}
