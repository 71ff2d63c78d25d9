// The page's part, `part-page-<hash>.mjs`: what a page needs whose surveys have more to them than a tag that is seen. All rules,
// triggers and commands, the site file, links and adapters.
import { begin } from './page/begin.js';
import { command, hide, reset, show } from './page/commands.js';
import { whole } from './page/document.js';
import { startDraft } from './page/draft.js';
import { due } from './page/due.js';
import { explain, printAll } from './page/explain.js';
import { unpatch } from './page/history.js';
import { host, setHost } from './page/host.js';
import { follow, readLink } from './page/link.js';
import { read, startSite } from './page/site.js';

/** What the loader asks of it. */
const part = { command, due, explain, hide, reset, show };

/** @typedef {typeof part} Part */

/**
 * Takes over from the loader.
 *
 * @param {import('./page-part.js').Host} given
 * @returns {Promise<Part>}
 */
export async function start(given) {
  setHost(given);
  unpatch();
  readLink();
  host.read = read;
  host.begin = begin;
  for (const [name, ...rest] of host.heard.splice(0)) quietly(name, rest);
  host.heard.push = (...calls) => {
    for (const [name, ...rest] of calls) quietly(name, rest);
    return 0;
  };
  if (!(await startDraft())) await startSite();
  for (const life of host.lives.values()) {
    if (life.further && !life.view) host.restart(life);
    else follow(life);
  }
  if (/[?&]meetpunt-debug\b/.test(location.search)) whole.then(printAll).catch(() => {});
  return part;
}

/**
 * @param {unknown} name
 * @param {unknown[]} rest
 */
function quietly(name, rest) {
  try {
    command('' + name, rest);
  } catch {}
}
