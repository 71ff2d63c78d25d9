/**
 * Whether the page is only being prepared, for a visitor who may never come: then nothing shows, counts or is sent.
 *
 * @param {() => void} later called when a visitor has come
 * @param {AbortSignal} [signal] ends the waiting
 * @returns {boolean}
 */
export function prerendering(later, signal) {
  // `=== true`: markup with that name makes it an element.
  const waits = /** @type {any} */ (document).prerendering === true;
  if (waits) addEventListener('prerenderingchange', later, { capture: true, signal });
  return waits;
}
