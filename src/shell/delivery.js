// Outbox and sender, `delivery-<hash>.mjs`: keeps each answer from the click on until the endpoint has taken it.
import { gateOf } from './delivery/gate.js';
import { ME } from './delivery/lease.js';
import { full } from './delivery/limits.js';
import { carried, lossesIn } from './delivery/losses.js';
import { LADDERS, rest, STORES } from './delivery/outbox.js';
import { permit, trust } from './delivery/permitted.js';
import { dispatch, entries, hurry, pump, stores, tellTo } from './delivery/queue.js';
import { leave, stir } from './delivery/tasks.js';

export { headersOf } from './delivery/sender.js';
export { diagnostics, flush, forget, wake } from './delivery/tasks.js';

/** @typedef {import('./delivery/limits.js').Row} Row */

/** How long an `answered` state waits for `completed`, in milliseconds. */
const WAIT = 30e3;
/** How long the visitor waits to hear that an answer is safe, in milliseconds. */
const PATIENCE = 5e3;
/** How long a survey waits for the disk before it shows, in milliseconds. */
const READY = 1e3;

/** What no survey carries yet. @type {import('./delivery/losses.js').Losses} */
let losses = { counts: {} };

/**
 * Begins to listen to the page's life.
 *
 * @param {typeof import('./events.js').emit} hear
 * @param {import('./delivery/permitted.js').Tag} [data] of the script tag
 */
export function start(hear, data) {
  tellTo(hear);
  trust(data);
  addEventListener('pagehide', () => {
    leave();
    rest();
  });
  addEventListener('pageshow', stir);
  addEventListener('online', stir);
  addEventListener('visibilitychange', () => (document.hidden === true ? leave() : stir()), true);
}

/**
 * Makes ready to save, so that at the click nothing is left to open.
 *
 * @param {keyof typeof LADDERS} storage
 * @returns {Promise<boolean>} false when so much waits that nothing new may be asked
 */
export function ready(storage) {
  const prepare = async () => {
    for (const store of LADDERS[storage]) {
      try {
        const room = await store.edit(({ rows }) => !full(rows));
        stores.add(store);
        losses = await lossesIn(stores);
        pump();
        return room;
      } catch {}
    }
    return true;
  };
  // Another page that is about to go may hold the database: nobody waits for that with a question.
  return Promise.race([prepare(), new Promise((resolve) => setTimeout(resolve, READY, true))]);
}

/**
 * What was lost before, for a survey that is about to show: it rides on that survey's answer, and on no other's of this page.
 *
 * @param {Element} element
 * @returns {Record<string, number>} by reason
 */
export function carry(element) {
  carried.set(element, losses);
  const { counts } = losses;
  losses = { counts: {} };
  return counts;
}

/**
 * Saves an answer, and sends it unless it waits for its completion. What it completes is dropped if it is not under way.
 *
 * @param {Pick<Row, 'id' | 'url' | 'type' | 'headers' | 'body' | 'short' | 'state' | 'base'>} answer
 * @param {keyof typeof LADDERS} storage
 * @param {Element} element
 * @param {(safe: boolean) => unknown} settle called with true once the answer is on disk or accepted; first with false
 *   where that takes long
 */
export function save(answer, storage, element, settle) {
  const { id, state } = answer;
  const now = Date.now();
  const saved = entries.get(id);
  permit(answer.url);
  // Then the visitor tries again, and that does not wait for our own back-off.
  if (saved && !saved.row.asked) gateOf(saved.row.url).until = 0;
  const entry = saved || {
    row: { v: 1, ...answer, made: now, due: 0, asked: false, sent: 0, tries: 0, held: 0, lease: 0, owner: ME },
    store: STORES[0],
    element,
    storage,
  };
  const submission = id.split('/')[0] + '/';
  const older = [...entries.keys()].find((key) => key !== id && key.startsWith(submission) && !entries.get(key)?.cut);
  if (older) {
    entry.volatile = entries.get(older)?.volatile;
    entries.delete(older);
  }
  entries.set(id, entry);
  entry.row.due = state === 'answered' ? now + WAIT : now;
  dispatch(entry, older);

  const late = setTimeout(settle, PATIENCE, false);
  const safe = () => {
    clearTimeout(late);
    settle(true);
  };
  entry.accepted = safe;
  Promise.resolve(entry.store).then(({ durable }) => durable && safe());
}

/**
 * Sends what still waits for its completion: the survey is closed.
 *
 * @param {Element} element
 */
export function release(element) {
  hurry((entry) => entry.element === element && !entry.row.sent);
}
