import { allowed } from './consent.js';
import { emit } from './events.js';
import { somethingStored } from './leftovers.js';
import { tag } from './own-tag.js';
import * as parts from './parts.js';

/** @type {typeof import('./delivery.js') | undefined} */
let part;

/**
 * The delivery part, fetched and started at the first call.
 *
 * @returns {Promise<typeof import('./delivery.js')>} rejects where it cannot be fetched; a later call tries again
 */
export async function delivery() {
  const fetched = await parts.delivery();
  if (!part) fetched.start(emit, tag.data);
  return (part = fetched);
}

/**
 * Lets the delivery part do something, if it is here or finds something stored: else there is nothing to do.
 *
 * @param {'wake' | 'flush' | 'diagnostics' | 'forget'} task
 * @returns {Promise<any>} undefined where it had nothing to do or cannot be fetched
 */
export async function ifNeeded(task) {
  try {
    // If it is here, in this very turn: what ends next must find its answers forgotten. Waking opens every store, so that
    // waits for a look in any case.
    if ((part && task !== 'wake') || (await somethingStored(task === 'forget'))) {
      return await (part || (await delivery()))[task]();
    }
  } catch {}
}

/** Sends what an earlier page could not, unless the script tag wants consent first. */
export function sendLeftovers() {
  if (allowed(tag.data.consent)) ifNeeded('wake');
}
