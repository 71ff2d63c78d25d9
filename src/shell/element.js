// The loader, `meetpunt.js`: registers the element, arms the triggers, and fetches the rest when a survey is about to
// show. Nothing here may throw into the page.
import { command } from './commands.js';
import { sendLeftovers } from './courier.js';
import { tag } from './own-tag.js';
import { page, siteReader } from './page-part.js';
import { SurveyElement } from './survey-element.js';

const NAME = 'meetpunt-survey';
const before = /** @type {any} */ (window).meetpunt;

const start = () => {
  customElements.define(NAME, SurveyElement);
  // A link with a score or a draft, or somebody who wants to know.
  if (/[?&#]meetpunt[-=]/.test(location.href)) page();
};

// Markup such as <img name="createElement"> replaces what custom elements are made by.
if (customElements.get(NAME) || /** @type {any} */ (document.createElement) instanceof Node) {
  console.info('Meetpunt: ' + (before?.version || 'broken page'));
} else {
  window.meetpunt = /** @type {any} */ (command);
  // What the page asked for before, such as consent, counts before any element begins.
  if (Array.isArray(before?.q)) for (const call of before.q) command(.../** @type {[string]} */ ([...call]));
  // Without its reader there is no site file, and tags begin by themselves.
  if (tag.data.config) siteReader().then((reader) => reader.readSite()).then(start, start);
  else start();
  (window.requestIdleCallback || setTimeout)(sendLeftovers, { timeout: 2000 });
}
