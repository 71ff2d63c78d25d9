// Outbox and sender, `delivery-<hash>.mjs`: keeps each answer from the click on until the endpoint has taken it.
import { gateOf, gates, opensAt } from './delivery/gate.js';
import { freeAt, ME, take } from './delivery/lease.js';
import { full, lost } from './delivery/limits.js';
import { lossesIn } from './delivery/losses.js';
import { forgetStored, LADDERS, rest, STORES } from './delivery/outbox.js';
import { permit, permitted, trust } from './delivery/permitted.js';
import { post } from './delivery/sender.js';
import { judge } from './delivery/verdict.js';

/** @typedef {import('./delivery/limits.js').Row} Row */
/** @typedef {import('./delivery/outbox.js').Store} Store */

/**
 * A row that this page saved or sends.
 *
 * @typedef {object} Entry
 * @property {Row} row
 * @property {Store | Promise<Store>} store where it waits
 * @property {boolean} [volatile] whether that is memory
 * @property {Element} [element] whose answer it is, if it was given on this page
 * @property {keyof typeof LADDERS} [storage] that element's
 * @property {AbortController} [cut] ends its request, there while one is under way
 * @property {Promise<void>} [done] settles when that is over and what came of it is written down
 * @property {() => void} [accepted] called when the endpoint took it
 */

/** How long an `answered` state waits for `completed`, in milliseconds. */
const WAIT = 30e3;
/** How long the visitor waits to hear that an answer is safe, in milliseconds. */
const PATIENCE = 5e3;
/** How long a survey waits for the disk before it shows, in milliseconds. */
const READY = 1e3;
/** Requests under way at most. */
const AT_ONCE = 2;

/** By the row's id. @type {Map<string, Entry>} */
const entries = new Map();

/** Where rows may wait, as far as this page has to do with them. @type {Set<Store>} */
const stores = new Set();

/** What no survey carries yet. @type {import('./delivery/losses.js').Losses} */
let losses = { counts: {} };

/** What the next answer of a survey carries. @type {WeakMap<Element, typeof losses>} */
const carried = new WeakMap();

/** @type {typeof import('./events.js').emit} */
let emit;
let flying = 0;
let woken = 0;
let timer = 0;
let pumping = Promise.resolve();

/**
 * Begins to listen to the page's life.
 *
 * @param {typeof emit} dispatch
 * @param {import('./delivery/permitted.js').Tag} [data] of the script tag
 */
export function start(dispatch, data) {
  emit = dispatch;
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
 * @param {Pick<Row, 'id' | 'url' | 'type' | 'body' | 'short' | 'state' | 'base'>} answer
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

/** The page is hidden or left, perhaps for good: what would wait or be lost starts in this turn. */
function leave() {
  hurry(({ row, volatile }) => !row.sent || (volatile && !row.held));
}

/** @param {(entry: Entry) => unknown} which */
function hurry(which) {
  for (const entry of entries.values()) {
    if (!which(entry)) continue;
    entry.row.due = Math.min(entry.row.due, Date.now());
    dispatch(entry);
  }
}

/**
 * Keeps a row of this page, and in the same turn sends it if it may go.
 *
 * @param {Entry} entry
 * @param {string} [replaced]
 */
function dispatch(entry, replaced) {
  const { row, cut, storage = 'none' } = entry;
  if (cut) return;
  const now = Date.now();
  const goes = flying < AT_ONCE && opensAt(row, now) <= now;
  if (goes) take(row, now);
  entry.store = keep(row, storage, replaced);
  entry.store.then(async (store) => {
    const volatile = store.name === 'memory';
    if (volatile && !entry.volatile && storage !== 'none') await store.edit(({ lose }) => lose('unsaved'));
    entry.volatile = volatile;
    if (entry.element) carried.get(entry.element)?.told?.();
    pump();
  });
  if (goes) fly(entry);
}

/**
 * @param {Row} row
 * @param {keyof typeof LADDERS} storage
 * @param {string} [replaced]
 * @returns {Promise<Store>}
 */
async function keep(row, storage, replaced) {
  for (const store of LADDERS[storage]) {
    try {
      await store.put(row, replaced);
      stores.add(store);
      return store;
    } catch {}
  }
  return LADDERS.none[0];
}

/** Sends what may go and sets the clock for the rest; one run at a time. */
function pump() {
  return (pumping = pumping.then(run));
}

async function run() {
  const now = Date.now();
  let next = Infinity;
  for (const store of stores) {
    while (flying < AT_ONCE) {
      const found = await store.edit(claim).catch(() => Infinity);
      if (typeof found === 'number') {
        next = Math.min(next, found);
        break;
      }
      const entry = entries.get(found.id);
      if (entry) entry.row = found;
      else entries.set(found.id, { row: found, store });
      fly(/** @type {Entry} */ (entries.get(found.id)));
    }
  }
  clearTimeout(timer);
  // At most a minute, lest a clock that was set right leaves us asleep.
  if (next < Infinity) timer = setTimeout(pump, Math.min(Math.max(next - now, 100), 6e4));
}

/**
 * Takes the row that has been due longest, and drops those that are lost.
 *
 * @param {import('./delivery/outbox.js').Book} book
 * @returns {Row | number} or when the next one may go
 */
function claim({ rows, put, drop, lose }) {
  const now = Date.now();
  const sound = rows.filter((row) => {
    if (row.v > 1) return false;
    // What was saved on this page is no older than the page, whatever the clock says now.
    const reason = lost(row, entries.has(row.id) ? row.made : now);
    if (!reason) return true;
    drop(row.id);
    lose(reason);
    if (reason === 'expired') report({ row }, 'undelivered', { status: 0, reason, final: true });
  });
  for (const { url, asked, due } of sound) {
    // A Retry-After, perhaps given to an earlier page, is for all rows of its endpoint.
    if (asked) gateOf(url).until = Math.max(gateOf(url).until, due);
  }
  let next = Infinity;
  /** @type {Row | undefined} */
  let first;
  for (const row of sound) {
    const free = entries.get(row.id)?.cut ? Infinity : Math.max(opensAt(row, now), freeAt(row, now));
    // A site file that comes later may name the address.
    const at = permitted(row.url) ? free : now + 6e4;
    if (at > now) next = Math.min(next, at);
    else if (!first || row.due < first.due) first = row;
  }
  if (!first) return next;
  take(first, now);
  put(first);
  return first;
}

/**
 * Sends a row and does what the endpoint says.
 *
 * @param {Entry} entry
 */
function fly(entry) {
  const gate = gateOf(entry.row.url);
  gate.starts.push(Date.now());
  gate.flying++;
  flying++;
  entry.cut = new AbortController();
  entry.done = land(entry, entry.cut);
}

/**
 * @param {Entry} entry
 * @param {AbortController} cut
 */
async function land(entry, cut) {
  const { row } = entry;
  const answer = await post(row, cut);
  const verdict = judge(row, answer, Date.now());
  flying--;
  // Forgotten meanwhile.
  if (entries.get(row.id) !== entry) return;
  const over = verdict === 'delivered' || verdict === 'gone';
  const { id, short } = row;
  if (verdict === 'short') {
    // Known by both numbers until it is written down: neither may be taken meanwhile.
    Object.assign(row, { id: id.replace(/\d+$/, (sequence) => '' + (+sequence + 1)), body: short, short: '', due: 0 });
    entries.set(row.id, entry);
  }
  if (verdict === 'delivered') {
    entry.accepted?.();
    report(entry, verdict, { attempts: row.sent });
  } else if (verdict === 'gone' || (verdict === 'held' && row.held === 1)) {
    const { status, moved } = answer;
    report(entry, 'undelivered', { status, reason: moved ? 'redirect' : 'refused', final: over });
  }
  try {
    const store = await entry.store;
    await store.edit(({ rows, put, drop, lose }) => {
      if (verdict === 'gone') lose('refused');
      if (over) return drop(id);
      // Unless it was deleted, or another page took it over meanwhile.
      if (!rows.some((kept) => kept.id === id && kept.owner === ME)) return;
      if (row.id !== id) drop(id);
      put(row);
    });
  } catch {}
  // Only now: until it is written down, the row must not be taken again.
  entry.cut = undefined;
  if (over || row.id !== id) entries.delete(id);
  await pump();
}

/**
 * @param {Pick<Entry, 'row' | 'element'>} entry
 * @param {string} name
 * @param {object} detail
 */
function report({ row, element }, name, detail) {
  emit(element, row.base, name, { id: row.id, ...detail });
}

/** Something changed for the better, perhaps: tries at once what only backs off, at most once a minute. */
async function stir() {
  const now = Date.now();
  if (Math.abs(now - woken) > 6e4) {
    woken = now;
    await retry();
  }
  await pump();
}

/** Ends every back-off; what the endpoint asked for, or refused, stays as it is. */
async function retry() {
  for (const gate of gates.values()) gate.failed = gate.until = 0;
  for (const store of stores) {
    await store
      .edit(({ rows, put }) => {
        for (const row of rows) {
          if (row.v !== 1 || !row.tries || row.asked || row.held) continue;
          row.due = row.tries = 0;
          put(row);
        }
      })
      .catch(() => {});
  }
}

/** Sends what an earlier page could not. */
export async function wake() {
  const { prerendering } = /** @type {any} */ (document);
  // Perhaps nobody ever sees this page.
  if (prerendering) await new Promise((seen) => document.addEventListener('prerenderingchange', seen));
  STORES.forEach((store) => stores.add(store));
  await stir();
}

/**
 * Tries everything once, but for what the endpoint asked to wait for.
 *
 * @returns {Promise<number>} how many answers still wait
 */
export async function flush() {
  leave();
  await retry();
  await pump();
  while (flying) await Promise.all([...entries.values()].map(({ done }) => done));
  return (await diagnostics()).waiting;
}

/** What is going on, for those who look after the site. */
export async function diagnostics() {
  const { counts } = await lossesIn(stores);
  /** @type {{version: string, storage: string[], waiting: number, held: number, losses: Record<string, number>}} */
  const found = { version: __VERSION__, storage: [], waiting: 0, held: 0, losses: counts };
  for (const store of stores) {
    try {
      const rows = await store.edit((book) => book.rows);
      found.storage.push(store.name);
      found.waiting += rows.length;
      found.held += rows.filter(({ held }) => held).length;
    } catch {}
  }
  return found;
}

/** Ends every request, and deletes everything that this browser keeps, the record of who was asked too. */
export async function forget() {
  for (const { cut } of entries.values()) cut?.abort();
  entries.clear();
  stores.clear();
  forgetStored();
}
