// The site file's reader, `part-site-<hash>.mjs`: small, because every page of a site with such a file fetches it. It says of most
// pages that nobody is asked there, so that they fetch nothing more.
import { matches, onPage } from './address.js';
import { isOverlay } from './overlay.js';

/** More letters are no site file. */
const MOST = 1e6;

/** How long one may take, in milliseconds: tags on the page wait for it. */
const PATIENCE = 1e4;

/** What the loader asks of it. */
const reader = { fetchFor, readSite };

/** @typedef {typeof reader} Reader */

/** @type {import('./page-part.js').Host} */
let host;

/**
 * @param {import('./page-part.js').Host} given
 * @returns {Reader}
 */
export function start(given) {
  host = given;
  host.look = look;
  return reader;
}

/** Reads the file that the script tag names. Never rejects: the page's part says what is wrong with it. */
async function readSite() {
  const { data } = host.tag;
  const address = data.config || '';
  try {
    // By `#` and its id it is in the page, where the page's part reads it.
    if (address[0] === '#') throw address;
    const options = /** @type {RequestInit} */ ({ __proto__: null, credentials: 'omit', signal: AbortSignal.timeout(PATIENCE) });
    // Not against document.baseURI, which markup can change.
    const text = await (await fetch(new URL(address, location.href), options)).text();
    const { defaults, surveys } = (host.file = JSON.parse(text.slice(0, MOST)));
    host.site = surveys.map((/** @type {any} */ own) => ({ ...data, ...defaults, ...own, survey: own.id }));
    look();
  } catch {
    host.page();
  }
  host.tried = true;
  host.onTried?.();
}

/** Fetches the page's part if a survey that needs no tag may show here and now. */
function look() {
  host.site?.filter(isOverlay).forEach(fetchFor);
}

/**
 * Fetches the page's part for a survey, unless the loader can tell that it does not show.
 *
 * @param {any} settings by the site file's names, or those of attributes
 */
function fetchFor(settings) {
  const own = host.site?.find(({ id }) => id === settings.survey);
  const { match = '', askAgain = '', preview, ...all } = { ...own, ...settings };
  if (preview !== 'allow') all.preview = preview;
  if (!onPage([match].join().split(','), matches)) watch();
  else if (!host.refusal(document.documentElement, { 'ask-again': '' + askAgain, ...all })) host.page();
}

/** On another route of the page a survey may show that does not on this one. */
function watch() {
  const { navigation } = /** @type {any} */ (window);
  const { pushState } = history;
  if (navigation) navigation.addEventListener('currententrychange', host.page, { once: true });
  else if (!host.patch) {
    const around = (/** @type {Parameters<typeof pushState>} */ ...words) => {
      pushState.apply(history, words);
      host.page();
    };
    host.patch = [(history.pushState = around), pushState];
  }
}
