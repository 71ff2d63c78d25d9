import { items } from './items.js';

/** What is handed over of an answer: never a comment, a contact or who answered. */
const FIELDS = [
  'submission', 'survey', 'metric', 'scale', 'layer', 'series', 'score', 'class', 'normalised', 'na', 'alert', 'touchpoint', 'phase',
  'lifecycle', 'wave', 'channel', 'locale', 'look', 'display', 'trigger', 'device',
];

/** The name under which other programs hear of an answer. */
const NAME = 'meetpunt_response';

/** How each program takes an answer, where it is on the page. @type {Record<string, (page: any, answer: object) => void>} */
const ADAPTERS = {
  datalayer: ({ dataLayer }, answer) => dataLayer.push({ event: NAME, meetpunt: answer }),
  posthog: ({ posthog }, answer) => posthog.capture(NAME, answer),
  segment: ({ analytics }, answer) => analytics.track(NAME, answer),
};

/**
 * Hands the answer of a survey that stands to the programs that its setting `adapters` names. Global Privacy Control switches that
 * off, and a preview is no answer.
 *
 * @param {import('../life.js').Life} life
 */
export function adapt({ element, settings, off: { signal } }) {
  const wanted = items(settings.adapters).map((name) => name.toLowerCase());
  const named = Object.keys(ADAPTERS).filter((name) => wanted.includes(name));
  if (!named[0] || settings.preview != null || /** @type {any} */ (navigator).globalPrivacyControl === true) return;
  const hear = (/** @type {any} */ { detail: { event } }) => {
    const answer = Object.fromEntries(FIELDS.map((field) => [field, event.data[field]]));
    for (const name of named) {
      try {
        ADAPTERS[name](window, answer);
      } catch {}
    }
  };
  element.addEventListener('meetpunt:completed', /** @type {EventListener} */ (hear), { signal });
}
