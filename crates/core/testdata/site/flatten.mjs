// The independent route to flatten.json: the same rules in JavaScript, as the loader follows them.
//
//   node flatten.mjs          compares flatten.json with what comes out here
//   node flatten.mjs --write  writes what comes out here into flatten.json

import { readFileSync, writeFileSync } from 'node:fs';

const JSON_SETTINGS = ['audience', 'headers', 'fields'];

/**
 * @param {any} site the site file
 * @param {string} id of the survey
 * @param {Record<string, string>} attributes of its element
 * @returns {Record<string, string> | undefined} the pairs that settings are read from
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
  for (const [name, text] of Object.entries(attributes)) if (name !== 'survey') settings[name] = text;
  /** @type {any} */
  const pairs = { __proto__: null };
  const put = (/** @type {string} */ name, /** @type {any} */ value) => {
    if (value == null || value === false) return;
    if (value === true) pairs[name] = '';
    else if (typeof value !== 'object') pairs[name] = String(value);
    else if (Array.isArray(value)) {
      pairs[name] = value.filter((item) => typeof item !== 'object').map((item) => item + '\x1f').join('');
    } else for (const [key, inner] of Object.entries(value)) put(name + '.' + key, inner);
  };
  for (const [name, value] of Object.entries(settings)) {
    if (JSON_SETTINGS.includes(name) && value !== null && typeof value !== 'string') pairs[name] = JSON.stringify(value);
    else put(name, value);
  }
  return pairs;
}

const file = new URL('flatten.json', import.meta.url);
const cases = JSON.parse(readFileSync(file, 'utf8'));
const pairsOf = (/** @type {any} */ { site, id, attributes }) => {
  const pairs = flatten(site, id, attributes);
  return pairs ? Object.entries(pairs) : null;
};
if (process.argv.includes('--write')) {
  const lines = cases.map((/** @type {any} */ one) => '  ' + JSON.stringify({ ...one, pairs: pairsOf(one) }));
  writeFileSync(file, '[\n' + lines.join(',\n') + '\n]\n');
} else {
  const wrong = cases.filter((/** @type {any} */ one) => JSON.stringify(one.pairs) !== JSON.stringify(pairsOf(one)));
  for (const one of wrong) console.log(one.what, pairsOf(one));
  console.log(`${cases.length - wrong.length} of ${cases.length} agree`);
  process.exitCode = wrong.length ? 1 : 0;
}
