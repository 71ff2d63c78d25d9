/**
 * Settings with the setting `fields` taken apart: a pair `fields.NAME` for each of its names. Reading JSON in the Wasm would cost
 * 2 kB. What is no object stays as it is, and the Wasm warns of it.
 *
 * @param {string} settings as `flat` writes them
 * @returns {string}
 */
export function unpacked(settings) {
  const texts = settings.split('\0');
  const at = texts.findIndex((text, place) => text === 'fields' && place % 2 === 0);
  const names = at >= 0 && namesIn(texts[at + 1]);
  if (names) texts.splice(at, 2, ...names);
  return texts.join('\0');
}

/**
 * @param {string} json
 * @returns {string[] | undefined} pairs; nothing where this is no object
 */
function namesIn(json) {
  try {
    const names = JSON.parse(json);
    if (names instanceof Object && !Array.isArray(names)) return Object.entries(names).flatMap(pair);
  } catch {}
}

/**
 * @param {[field: string, name: unknown]} entry
 * @returns {string[]} an empty text where there is no name, for the Wasm to warn of
 */
function pair([field, name]) {
  // A U+0000 would end the text.
  return ['fields.' + field, typeof name === 'object' ? '' : '' + name].map((text) => text.replaceAll('\0', ''));
}
