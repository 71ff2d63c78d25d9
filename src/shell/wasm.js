import { imports, start } from 'glue';
import { fence } from './guard.js';

/** @type {Promise<void> | undefined} */
let starting;

/**
 * Fetches, checks and starts the Wasm, once a page.
 *
 * @param {string} base the folder of the release
 * @returns {Promise<void>} rejects with the reason; a later call tries again, but never after a trap, which is no reason to reject
 */
export async function startWasm(base) {
  starting ||= load(base);
  await starting.catch((error) => {
    starting = undefined;
    throw error;
  });
}

/** @returns {WebAssembly.Imports} what the program calls the browser through, behind the fence */
export function given() {
  return Object.fromEntries(Object.entries(imports()).map(([name, members]) => [name, fence(members)]));
}

/** @param {string} base */
async function load(base) {
  // No prototype: what a page puts on Object.prototype must not become a fetch option.
  const options = { __proto__: null, integrity: __WASM_INTEGRITY__, credentials: 'omit' };
  const response = await fetch(base + __WASM__, /** @type {RequestInit} */ (options));
  try {
    // Of any other type, though the bytes are the right ones, it may not be streamed.
    const { instance, module } =
      response.headers.get('content-type') === 'application/wasm'
        ? await WebAssembly.instantiateStreaming(response, given())
        : await WebAssembly.instantiate(await response.arrayBuffer(), given());
    start(instance, module);
  } catch (error) {
    if (!(error instanceof WebAssembly.CompileError)) throw error;
    // The bytes are the right ones, so what does not compile is forbidden.
    console.warn("Meetpunt: the page's policy (CSP) must allow 'wasm-unsafe-eval' in script-src.");
    throw { reason: 'csp-wasm' };
  }
}
