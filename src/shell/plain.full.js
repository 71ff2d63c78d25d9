// Stands in for `plain.js` in `meetpunt.full.js`: a page that pins one file by its hash wants no script that is not in it, and
// another widget inside would double its weight. So the fallback content stays.

/**
 * @param {string} _base
 * @param {boolean} [trapped] whether Wasm may run, but has trapped
 * @returns {Promise<typeof import('./whole-cut.js')>}
 */
export async function plain(_base, trapped) {
  if (trapped) throw { reason: 'trap' };
  console.warn("Meetpunt: the page's policy (CSP) must allow 'wasm-unsafe-eval' in script-src.");
  throw { reason: 'csp-wasm' };
}
