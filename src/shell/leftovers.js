/** The IndexedDB database of the outbox; where only Web Storage is to be had, keys begin so. */
export const OUTBOX = 'meetpunt';
export const PREFIX = 'meetpunt.outbox.';

/**
 * Whether an answer of an earlier page waits to be sent, or anything else is kept, so that `delivery` is fetched by
 * those few who need it. Only reads: a database that does not exist is not made. Never rejects.
 *
 * @param {boolean} anything also the record of who was asked, and an empty outbox
 * @returns {Promise<boolean>}
 */
export async function somethingStored(anything) {
  try {
    if (Object.keys({ ...localStorage, ...sessionStorage }).some((key) => key.startsWith(anything ? OUTBOX : PREFIX))) return true;
  } catch {}
  try {
    const known = await indexedDB.databases?.();
    if (known && !known.some(({ name }) => name === OUTBOX)) return false;
    if (anything) return true;
    const opening = indexedDB.open(OUTBOX);
    // Not there after all: aborting leaves it so, and ends in an error.
    opening.onupgradeneeded = () => opening.transaction?.abort();
    const database = await settled(opening);
    const counting = database.transaction('outbox').objectStore('outbox').count();
    // A page that is left meanwhile must not keep the database.
    counting.transaction?.commit();
    // Closes once that is done.
    database.close();
    return (await settled(counting)) > 0;
  } catch {
    return false;
  }
}

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
export function settled(request) {
  return new Promise((resolve, reject) => {
    request.onerror = reject;
    request.onsuccess = () => resolve(request.result);
  });
}
