import { deviceOf } from './device.js';

/**
 * Texts as the Wasm reads them: key, text, key, text …, separated by U+0000. What has no text is left out.
 *
 * @param {object} texts
 * @returns {string}
 */
export function flat(texts) {
  return Object.entries(texts)
    .filter(([, text]) => text != null)
    .flat()
    .join('\0');
}

/**
 * What the Wasm is told of the visit.
 *
 * @param {string} trigger the word before the colon
 * @param {boolean} dark whether it stands on something dark
 * @param {string} widget the version
 * @param {Record<string, number>} [losses] answers lost before, by reason
 * @returns {string}
 */
export function factsOf(trigger, dark, widget, losses) {
  const lost = Object.entries(losses || {}).map(([reason, count]) => ['losses-' + reason, count]);
  return flat({
    ...Object.fromEntries(lost),
    source: location.origin + '/',
    page: location.pathname,
    trigger,
    device: deviceOf(),
    gpc: /** @type {any} */ (navigator).globalPrivacyControl === true,
    dark,
    widget,
  });
}

/** What the visitor prefers; to be listened to. */
export const prefersDark = matchMedia('(prefers-color-scheme:dark)');

/**
 * Whether a survey stands on something dark: on the first background around it that covers what is behind, else as the visitor
 * prefers.
 *
 * @param {Element} element
 * @returns {boolean}
 */
export function isDark(element) {
  for (let node = /** @type {any} */ (element.parentNode); node; node = node.parentNode || node.host) {
    // Opaque colours come as rgb(r, g, b), whatever they were written in; others say nothing certain.
    const [, red, green, blue] =
      (node.nodeType === 1 && /^rgb\((\d+), (\d+), (\d+)\)$/.exec(getComputedStyle(node).backgroundColor)) || [];
    // Perceived brightness, from 0 to 255,000.
    if (red) return 299 * +red + 587 * +green + 114 * +blue < 128e3;
  }
  return prefersDark.matches;
}
