import * as small from './cut.js';
import { plain } from './plain.js';
import { whole } from './whole.js';

/** @typedef {typeof small & Partial<typeof import('./whole-cut.js')>} Cut what takes over from another knows how */

/** Settings that the small cut does not know. */
const FURTHER = /^(scale|look|then|reasons|contact|allow-na|send|report|mode|negative|neutral|positive|labels|layer|fields)(\.|$)/;

/** Whether the page lets Wasm run: its policy may refuse it, and an engine may have none. @type {boolean | undefined} */
let runs;

/** Starts the shortest program there is, so that what is refused is not fetched either. WebKit refuses no earlier than that. */
function wasmRuns() {
  try {
    runs ??= !!new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch {
    runs = false;
  }
  return runs;
}

/**
 * The cut that a survey needs: see `crates/core/src/cut.rs`. Who previews a survey changes it, and gets the whole.
 * Where no Wasm runs there is one for all, in plain JavaScript. After the small one has trapped comes the whole one, and after that the
 * plain one: none of them knows anything of another's memory.
 *
 * @param {import('./settings.js').Settings} settings
 * @param {string} base the folder of the release
 * @param {Cut} [now] the one that shows it already; the whole one goes on
 * @returns {Promise<Cut>} rejects where it cannot be fetched
 */
export async function cutFor(settings, base, now) {
  const { metric = '', display = '', format = '', preview } = settings;
  const isSmall =
    preview == null &&
    /^(nps|ces|csat)$/.test(metric) &&
    !/^(modal|tab|bar)$/i.test(display.trim()) &&
    !/form/i.test(format) &&
    !Object.keys(settings).some((name) => FURTHER.test(name));
  if (!wasmRuns()) return plain(base);
  const wanted = now && now !== small ? now : isSmall && !small.trapped() ? small : await whole(base);
  return wanted.trapped() ? plain(base, true) : wanted;
}
