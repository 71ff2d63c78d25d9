// The whole cut as plain JavaScript, `fallback-<hash>.mjs`: the same Rust, which `wasm2js` has put into words that every page
// lets run.
import { start } from 'glue';
import { instantiate } from 'program';
import { given } from './wasm.js';

export * from './whole-cut.js';

let started = false;

/** Starts the program, once a page. It lies in this very file, so there is nothing to fetch. */
export async function startWasm() {
  if (!started) start({ exports: instantiate(given()) });
  started = true;
}
