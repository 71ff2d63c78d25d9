import { OUTBOX, PREFIX, settled } from '../leftovers.js';

/** @typedef {import('./limits.js').Row} Row */

/**
 * A place where rows wait.
 *
 * @typedef {object} Store
 * @property {'indexeddb' | 'local' | 'session' | 'memory'} name
 * @property {boolean} durable whether a row in it is safe when the tab is closed
 * @property {(row: Row, replaced?: string) => Promise<unknown>} put keeps a row, and drops the one it replaces
 * @property {<T>(change: (book: Book) => T) => Promise<T>} edit changes rows in one go
 * @property {() => Promise<{reasons: string[], last: any}>} losses the reason of every row that was lost, and where they end
 * @property {(last: any) => Promise<unknown>} forget deletes losses up to that place
 *
 * @typedef {object} Book
 * @property {Row[]} rows
 * @property {(row: Row) => unknown} put
 * @property {(id: string) => unknown} drop
 * @property {(reason: string) => unknown} lose counts a lost row
 */

/** How long the browser may take to open the database, in milliseconds. */
const PATIENCE = 1000;

/** @type {Promise<IDBDatabase> | undefined} */
let opening;
/** @type {IDBDatabase | undefined} */
let database;

/** Transactions under way. @type {Set<IDBTransaction>} */
const running = new Set();
/** Settles when the page runs: not while it is in the back/forward cache. */
let here = Promise.resolve();

/**
 * The page goes, perhaps into the back/forward cache, where nothing of it runs any more. A transaction that waits for a turn there
 * keeps the database from every other page, in WebKit for minutes: so it is given up, and what it did is done when the page is
 * back. What has all it needs is not touched.
 */
export function rest() {
  // No timer runs there either.
  here = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  for (const transaction of running) {
    try {
      transaction.abort();
    } catch {}
  }
}

/** @returns {Promise<IDBDatabase>} rejects where it is denied, broken or too slow; late success still counts */
function open() {
  return (opening ||= new Promise((resolve, reject) => {
    setTimeout(reject, PATIENCE);
    const request = indexedDB.open(OUTBOX, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('outbox', { keyPath: 'id' });
      request.result.createObjectStore('losses', { autoIncrement: true });
    };
    request.onblocked = request.onerror = reject;
    request.onsuccess = () => {
      const opened = (database = request.result);
      opening = Promise.resolve(opened);
      // Another page deletes or upgrades it, or the browser closed it: the next use opens it anew.
      opened.onversionchange = opened.onclose = () => close(opened);
      resolve(opened);
    };
  }));
}

/** @param {IDBDatabase | undefined} opened */
function close(opened) {
  opened?.close();
  if (opened === database) database = opening = undefined;
}

/**
 * Runs one transaction; a database that died behind our back is opened once more.
 *
 * @template T
 * @param {(transaction: IDBTransaction) => T | Promise<T>} work asks for what it needs without waiting for anything else, and commits
 * @returns {Promise<T>} when the transaction is complete, which is when the data is safe
 */
async function transact(work) {
  for (let again = true; ; again = false) {
    // No await where it is open: what a click saves must be under way before the click's turn ends.
    const opened = database || (await open());
    try {
      const transaction = opened.transaction(['outbox', 'losses'], 'readwrite', { durability: 'strict' });
      const complete = new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = transaction.onerror = reject;
      });
      running.add(transaction);
      // It also ends where `work` throws, and then nobody waits for it.
      complete.catch(() => {}).then(() => running.delete(transaction));
      return (await Promise.all([work(transaction), complete]))[0];
    } catch (error) {
      close(opened);
      if (!again) throw error;
      await here;
    }
  }
}

/** @type {Store} */
const indexedDb = {
  name: 'indexeddb',
  durable: true,

  put: (row, replaced) =>
    transact((transaction) => {
      const store = transaction.objectStore('outbox');
      if (replaced) store.delete(replaced);
      store.put(row);
      transaction.commit();
    }),

  edit: (change) =>
    here.then(() =>
      transact(async (transaction) => {
        const store = transaction.objectStore('outbox');
        const changed = change({
          rows: await settled(store.getAll()),
          put: (row) => store.put(row),
          drop: (id) => store.delete(id),
          lose: (reason) => transaction.objectStore('losses').add(reason),
        });
        transaction.commit();
        return changed;
      }),
    ),

  losses: () =>
    transact(async (transaction) => {
      const store = transaction.objectStore('losses');
      const reading = Promise.all([settled(store.getAll()), settled(store.getAllKeys())]);
      transaction.commit();
      const [reasons, keys] = await reading;
      return { reasons, last: keys.pop() };
    }),

  forget: (last) =>
    transact((transaction) => {
      transaction.objectStore('losses').delete(IDBKeyRange.upperBound(last));
      transaction.commit();
    }),
};

/**
 * Rows as texts under keys of their own, one key a row: two tabs that write at once lose nothing to each other.
 *
 * @param {Store['name']} name
 * @param {() => Record<string, string>} area `localStorage` and `sessionStorage` are used like plain objects
 * @returns {Store}
 */
function keyed(name, area) {
  /** @type {string[]} */
  const losses = [];
  /** @type {Book} */
  const book = {
    rows: [],
    put: (row) => (area()[PREFIX + row.id] = JSON.stringify(row)),
    drop: (id) => delete area()[PREFIX + id],
    lose: (reason) => losses.push(reason),
  };
  return {
    name,
    durable: name === 'local',
    async put(row, replaced) {
      if (replaced) book.drop(replaced);
      book.put(row);
    },
    async edit(change) {
      const keys = Object.keys(area()).filter((key) => key.startsWith(PREFIX));
      const rows = keys.map((key) => {
        try {
          return JSON.parse(area()[key]);
        } catch {
          return { id: key.slice(PREFIX.length) };
        }
      });
      return change({ ...book, rows });
    },
    losses: async () => ({ reasons: losses, last: losses.length }),
    forget: async (last) => losses.splice(0, last),
  };
}

/** @type {Record<string, string>} */
const held = {};
const memory = keyed('memory', () => held);
const session = keyed('session', () => sessionStorage);
const local = keyed('local', () => localStorage);

/** By the setting `storage`: where a row goes, and where it goes when that is refused. */
export const LADDERS = {
  local: [indexedDb, local, memory],
  session: [session, memory],
  none: [memory],
};

/** Every place where a row may wait. */
export const STORES = [...LADDERS.local, session];

/** Deletes all that this project keeps in this browser. */
export function forgetStored() {
  for (const area of [() => localStorage, () => sessionStorage, () => held]) {
    try {
      for (const key of Object.keys(area())) if (key.startsWith(OUTBOX + '.')) delete area()[key];
    } catch {}
  }
  try {
    // Its connections close by themselves.
    indexedDB.deleteDatabase(OUTBOX);
  } catch {}
}
