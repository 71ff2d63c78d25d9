import { gateOf, LONGEST, PROBE_FROM } from './gate.js';

/** How long a refused row is held: hours after the first, the second, and every further refusal. */
const HELD = [1, 6, 24];

/**
 * Decides what an answer of the endpoint means for a row, and when row and endpoint are to be tried again.
 *
 * | the endpoint says | verdict |
 * | --- | --- |
 * | any 2xx, 409 | `delivered` |
 * | nothing within 10 s, 408, 425, 429, 5xx | `again`, after its `Retry-After`, else a random part of 1 s · 2^k |
 * | 410 | `gone` |
 * | 413 | `short` where a shorter form of the row is at hand |
 * | a redirect, any other status | `held` |
 *
 * @param {import('./limits.js').Row} row changed
 * @param {import('./sender.js').Answer} answer
 * @param {number} now
 * @returns {'delivered' | 'again' | 'gone' | 'short' | 'held'}
 */
export function judge(row, { status, moved, after }, now) {
  const gate = gateOf(row.url);
  gate.flying--;
  row.sent++;
  row.lease = 0;
  row.asked = after > 0;
  if (moved || (status && status < 500 && ![408, 425, 429].includes(status))) {
    gate.failed = gate.silent = 0;
    row.asked = false;
    if ((status >= 200 && status < 300) || status === 409) return 'delivered';
    if (status === 410) return 'gone';
    if (status === 413 && row.short) return 'short';
    row.due = now + HELD[Math.min(row.held++, 2)] * 36e5;
    return 'held';
  }
  // From the third failure on at least half of it: so no more than six attempts fall into the first half minute.
  const part = row.tries < 2 ? Math.random() : (1 + Math.random()) / 2;
  row.due = now + (after || part * Math.min(LONGEST, 1e3 * 2 ** row.tries));
  row.tries++;
  if (++gate.failed >= PROBE_FROM || row.asked) gate.until = row.due;
  gate.silent = status ? 0 : gate.silent + 1;
  if (gate.silent === 3) {
    console.warn(`Meetpunt cannot reach ${row.url}. If it is up, its CORS headers must allow this page and content-type.`);
  }
  return 'again';
}
