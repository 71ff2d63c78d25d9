// The loader, `meetpunt.js`: registers the element, arms the triggers, and fetches the rest when a survey is about to
// show. Nothing here may throw into the page.
import { command } from './commands.js';
import { sendLeftovers } from './courier.js';
import { SurveyElement } from './survey-element.js';

const NAME = 'meetpunt-survey';
const page = /** @type {any} */ (window);
const first = page.meetpunt;
const obstacle = customElements.get(NAME)
  ? `${first?.version} is here`
  : /** @type {any} */ (document.createElement) instanceof Node && 'createElement is markup';

if (obstacle) {
  console.info('Meetpunt ' + obstacle);
} else {
  page.meetpunt = command;
  // What the page asked for before, such as consent, counts before any element begins.
  if (Array.isArray(first?.q)) for (const call of first.q) command(.../** @type {[string]} */ ([...call]));
  customElements.define(NAME, SurveyElement);
  (page.requestIdleCallback || setTimeout)(sendLeftovers, { timeout: 2000 });
}
