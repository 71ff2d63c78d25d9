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
 * @returns {string}
 */
export function factsOf(trigger) {
  const small = Math.min(screen.width, screen.height) < 600;
  return flat({
    source: location.origin + '/',
    page: location.pathname,
    trigger,
    device: !matchMedia('(pointer:coarse)').matches ? 'desktop' : small ? 'phone' : 'tablet',
    gpc: /** @type {any} */ (navigator).globalPrivacyControl === true,
    widget: __VERSION__,
  });
}
