// What shows a draft on the shop's own page: `part-draft-<hash>.mjs`. Nothing of the draft is stored or sent there.
import { showBanner } from './preview/banner.js';
import { readDraft } from './preview/read.js';
import { stand } from './preview/stand.js';
import { fallback } from './standing.js';

/**
 * What the page's part lends: this one holds no state of the page.
 *
 * @typedef {object} Lent
 * @property {import('./page-part.js').Host} host
 * @property {typeof import('./page/begin.js').begin} begin
 * @property {typeof import('./page/site.js').useSite} useSite
 * @property {typeof import('./page/document.js').own} own
 * @property {Promise<unknown>} whole
 */

/**
 * Shows a draft in place of the page's own surveys, which keep away.
 *
 * @param {string} text of the address
 * @param {Lent} lent
 */
export async function openDraft(text, { host, begin, useSite, own, whole }) {
  const draft = readDraft(text);
  /** @type {HTMLElementTagNameMap['meetpunt-survey'] | undefined} */
  let element;
  host.begin = (life, signal) => (/** @type {HTMLElement} */ (life.element) === element ? begin(life, signal) : fallback(life, false));
  for (const life of host.lives.values()) host.restart(life);
  // Another draft in the same tab.
  addEventListener('hashchange', () => /^#meetpunt-draft=/.test(location.hash) && location.reload());
  await whole;
  if (draft) {
    const { accent, site } = draft;
    element = document.createElement('meetpunt-survey');
    element.setAttribute('survey', site.surveys[0].id);
    // An attribute wins over whatever the draft says.
    element.setAttribute('preview', '');
    stand(element, site.surveys[0].display ?? site.defaults?.display, host.lives, own('body'));
    if (accent) element.style.setProperty('--meetpunt-accent', accent);
    // Markup is trusted no more than this: answers go nowhere.
    useSite(site, false);
  }
  showBanner(element, own('body'));
}
