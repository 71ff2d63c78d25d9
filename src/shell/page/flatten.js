/** Settings that are JSON themselves, whatever their value. */
const JSON_SETTINGS = /^(audience|headers|fields)$/;

/**
 * What a survey of a site file says together with the attributes of its element, as texts. `crates/core/src/site/flatten.rs` has the
 * rules, and `crates/core/testdata/site/flatten.json` holds both to them.
 *
 * @param {any} site the site file
 * @param {string | null} id of the survey
 * @param {[name: string, text: string][]} attributes of its element
 * @returns {Record<string, string> | undefined} nothing where the file knows no such survey
 */
export function flatten(site, id, attributes) {
  const surveys = Array.isArray(site?.surveys) ? site.surveys : [];
  const own = surveys.find((/** @type {any} */ survey) => survey?.id === id);
  if (!own) return undefined;
  /** @type {any} */
  const settings = { __proto__: null, survey: id };
  for (const layer of [site.defaults, own]) {
    if (!layer || typeof layer !== 'object' || Array.isArray(layer)) continue;
    for (const [key, value] of Object.entries(layer)) {
      if (key === 'id' || key === 'survey') continue;
      settings[key.replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase())] = value;
    }
  }
  for (const [name, text] of attributes) if (name !== 'survey') settings[name] = text;
  const pairs = Object.create(null);
  for (const name in settings) put(pairs, name, settings[name]);
  return pairs;
}

/**
 * @param {Record<string, string>} pairs
 * @param {string} name
 * @param {any} value
 */
function put(pairs, name, value) {
  if (value == null) return;
  if (typeof value !== 'string' && JSON_SETTINGS.test(name)) pairs[name] = JSON.stringify(value);
  else if (Array.isArray(value)) {
    pairs[name] = value.map((item) => (typeof item === 'object' ? '' : item + '\x1f')).join('');
  } else if (typeof value === 'object') for (const key in value) put(pairs, name + '.' + key, value[key]);
  else if (value !== false) pairs[name] = value === true ? '' : '' + value;
}
