// The page's own route to cases.json: the rules as `src/shell/page/decide.js` has them.
//
//   node decide.mjs          compares cases.json with what comes out here
//   node decide.mjs --write  writes what comes out here into cases.json

import { readFileSync, writeFileSync } from 'node:fs';
import { decide } from '../../../../src/shell/page/decide.js';

const file = new URL('cases.json', import.meta.url);
const cases = JSON.parse(readFileSync(file, 'utf8'));

/** A verdict in short: the rules stand in their order, each as `+` or `-` and what it saw. */
const verdictOf = (/** @type {any} */ one) => {
  const { reason, until = null, checks } = decide(one);
  return { reason, until, checks: checks.map(({ passed, value }) => (passed ? '+' : '-') + value) };
};

if (process.argv.includes('--write')) {
  const lines = cases.map((/** @type {any} */ one) => '  ' + JSON.stringify({ ...one, verdict: verdictOf(one) }));
  writeFileSync(file, '[\n' + lines.join(',\n') + '\n]\n');
} else {
  const wrong = cases.filter((/** @type {any} */ one) => JSON.stringify(one.verdict) !== JSON.stringify(verdictOf(one)));
  for (const one of wrong) console.log(one.what, JSON.stringify(verdictOf(one)));
  console.log(`${cases.length - wrong.length} of ${cases.length} agree`);
  process.exitCode = wrong.length ? 1 : 0;
}
