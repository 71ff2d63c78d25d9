// The page's own route to flatten.json: the rules as `src/shell/page/flatten.js` has them.
//
//   node flatten.mjs          compares flatten.json with what comes out here
//   node flatten.mjs --write  writes what comes out here into flatten.json

import { readFileSync, writeFileSync } from 'node:fs';
import { flatten } from '../../../../src/shell/page/flatten.js';

const file = new URL('flatten.json', import.meta.url);
const cases = JSON.parse(readFileSync(file, 'utf8'));
const pairsOf = (/** @type {any} */ { site, id, attributes }) => {
  const pairs = flatten(site, id, Object.entries(attributes));
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
