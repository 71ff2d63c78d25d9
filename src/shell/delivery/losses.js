/**
 * Why an answer counts as lost: too old, not to be read, finally refused, never on disk. A store may hold what another program
 * wrote there, which does not count.
 */
const REASONS = ['expired', 'unreadable', 'refused', 'unsaved'];

/**
 * What was lost, by reason, until an answer carries it.
 *
 * @typedef {object} Losses
 * @property {Record<string, number>} counts
 * @property {() => unknown} [told] forgets them: an answer that carries them is safe
 */

/** What the next answer of a survey carries. @type {WeakMap<Element, Losses>} */
export const carried = new WeakMap();

/**
 * @param {Iterable<import('./outbox.js').Store>} stores
 * @returns {Promise<Losses>} never rejects
 */
export async function lossesIn(stores) {
  /** @type {Record<string, number>} */
  const counts = {};
  /** @type {(() => unknown)[]} */
  const tell = [];
  for (const store of stores) {
    try {
      const { reasons, last } = await store.losses();
      for (const reason of reasons) if (REASONS.includes(reason)) counts[reason] = (counts[reason] || 0) + 1;
      if (reasons[0]) tell.push(() => store.forget(last).catch(() => {}));
    } catch {}
  }
  return { counts, told: () => tell.splice(0).forEach((forget) => forget()) };
}
