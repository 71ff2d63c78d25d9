import { begin } from './begin.js';
import { own, whole } from './document.js';
import { draftPart } from './draft-part.js';
import { host } from './host.js';
import { useSite } from './site.js';

/** Whether the page shows a draft in place of its own surveys. */
export let drafted = false;

/**
 * Shows the draft that the address has after its `#`, where the script tag says `data-preview="allow"`. On any other page such a
 * link does nothing: whoever makes one would put words of their own on the shop's page.
 *
 * @returns {Promise<boolean>} whether there is one
 */
export async function startDraft() {
  const { base } = host.tag;
  /** @type {any} */
  const data = host.tag.data;
  const [, draft] = /^#meetpunt-draft=([\w-]+)$/.exec(location.hash) || [];
  if (!draft || data.preview !== 'allow') return false;
  // What the page opens meanwhile is a trial run, too.
  data.preview = '';
  const part = await draftPart(base).catch(() => {});
  drafted = !!part;
  if (part) part.openDraft(draft, { host, begin, useSite, own, whole });
  else data.preview = undefined;
  return drafted;
}
