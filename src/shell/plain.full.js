// Stands in for `plain.js` in `meetpunt.full.js`: a page that pins one file by its hash wants no script that is not in it, and
// another widget inside would double its weight. So the fallback content stays.

/** @returns {Promise<typeof import('./cut.js')>} */
export async function plain() {
  console.warn("Meetpunt: the page's policy (CSP) must allow 'wasm-unsafe-eval' in script-src.");
  throw { reason: 'csp-wasm' };
}
