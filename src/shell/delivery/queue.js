// The rows of this page on their way: kept, claimed for sending, sent, and dealt with as the endpoint says.
import { gateOf, opensAt } from './gate.js';
import { freeAt, ME, take } from './lease.js';
import { lost } from './limits.js';
import { carried } from './losses.js';
import { LADDERS } from './outbox.js';
import { permitted } from './permitted.js';
import { post } from './sender.js';
import { judge } from './verdict.js';

/** @typedef {import('./limits.js').Row} Row */
/** @typedef {import('./outbox.js').Store} Store */

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

/** Requests under way at most. */
const AT_ONCE = 2;

/** By the row's id. @type {Map<string, Entry>} */
export const entries = new Map();

/** Where rows may wait, as far as this page has to do with them. @type {Set<Store>} */
export const stores = new Set();

/** @type {typeof import('../events.js').emit} */
let emit;
/** Requests under way. */
export let flying = 0;
let timer = 0;
let pumping = Promise.resolve();

/** @param {typeof emit} hear takes what becomes of answers */
export function tellTo(hear) {
  emit = hear;
}

/**
 * Sends at once what waits for its completion or its time. What is due already and not lost with this page is left to the pump: it is
 * anybody's, and another page may be sending it.
 *
 * @param {(entry: Entry) => unknown} which
 */
export function hurry(which) {
  const now = Date.now();
  for (const entry of entries.values()) {
    const { row, volatile } = entry;
    if (!which(entry) || (row.due <= now && !volatile)) continue;
    row.due = Math.min(row.due, now);
    dispatch(entry);
  }
}

/**
 * Keeps a row of this page, and in the same turn sends it if it may go.
 *
 * @param {Entry} entry
 * @param {string} [replaced]
 */
export function dispatch(entry, replaced) {
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
export function pump() {
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
 * @param {import('./outbox.js').Book} book
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
