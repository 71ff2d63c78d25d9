/** More letters are no draft. */
const MOST = 1e5;

/**
 * A draft, which is a site file whose first survey counts.
 *
 * @typedef {{accent?: string, site: {version: number, defaults: any, surveys: any[]}}} Draft `accent` is a colour of six digits
 */

/**
 * The draft in an address: JSON in the alphabet of RFC 4648, section 5.
 *
 * @param {string} text
 * @returns {Draft | undefined} nothing where it cannot be read
 */
export function readDraft(text) {
  try {
    const letters = atob(text.slice(0, MOST).replace(/-/g, '+').replace(/_/g, '/'));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const { accent, defaults, surveys } = JSON.parse(new TextDecoder().decode(bytes));
    const survey = { ...surveys[0] };
    survey.id = /^[a-z0-9-]{1,64}$/.test(survey.id ?? '') ? survey.id : 'draft';
    const site = { version: 1, defaults: safe(defaults), surveys: [safe(survey)] };
    // As digits only: a picture, say, would be fetched from wherever it says.
    return { accent: /^#[0-9a-f]{6}$/i.test(accent) ? accent : undefined, site };
  } catch {}
}

/**
 * Without what leads visitors to another site: whoever made the link wrote it, and the page looks like the shop's.
 *
 * @param {any} settings
 */
function safe(settings) {
  const kept = { ...settings };
  for (const key in kept) if (/^privacy-?link/i.test(key) && !isOwn(kept[key])) delete kept[key];
  return kept;
}

/**
 * @param {unknown} address
 * @returns {boolean} whether it is of this very site
 */
function isOwn(address) {
  try {
    return new URL('' + address, location.href).origin === location.origin;
  } catch {
    return false;
  }
}
