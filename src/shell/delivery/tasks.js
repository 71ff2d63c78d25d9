// What the loader and the page's life ask of the delivery part, beside saving.
import { gates } from './gate.js';
import { lossesIn } from './losses.js';
import { forgetStored, STORES } from './outbox.js';
import { entries, flying, hurry, pump, stores } from './queue.js';

/** When the back-offs were ended last, in milliseconds since 1970. */
let woken = 0;

/** The page is hidden or left, perhaps for good: what would wait or be lost starts in this turn. */
export function leave() {
  hurry(({ row, volatile }) => !row.sent || (volatile && !row.held));
}

/** Something changed for the better, perhaps: tries at once what only backs off, at most once a minute. */
export async function stir() {
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
