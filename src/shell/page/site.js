import { emit } from '../events.js';
import { FOREIGN, settingsOf } from '../settings.js';
import { first, own, whole } from './document.js';
import { flatten } from './flatten.js';
import { host } from './host.js';

/** How long the loader may take to read it, in milliseconds: a little more than it takes at most. */
const PATIENCE = 12e3;

/** The site file in use. @type {any} */
let site;

/** Takes over what the loader read, or reads the script in the page that its tag names by `#` and an id. */
export async function startSite() {
  const { config } = host.tag.data;
  if (!config) return;
  if (config[0] !== '#') {
    // A command may have brought this part here before the file was read.
    if (!host.tried && !host.file) await readByLoader();
    return host.file ? useSite(host.file, true) : wrong(config);
  }
  await whole;
  try {
    const script = first(`script[type="application/json"][id="${CSS.escape(config.slice(1))}"]`);
    useSite(JSON.parse(script?.textContent || ''), false);
  } catch {
    wrong(config);
  }
}

/** Resolves when the loader has read the file or given up. */
function readByLoader() {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE);
    host.onTried = () => {
      clearTimeout(timer);
      resolve(0);
    };
  });
}

/**
 * Takes a site file over, and begins its surveys.
 *
 * @param {any} file
 * @param {boolean} trusted whether the shop's own script names it, so that answers may go where it says; markup may not
 */
export function useSite(file, trusted) {
  if (!Array.isArray(file?.surveys)) return wrong('' + file);
  site = file;
  const data = /** @type {any} */ (host.tag.data);
  for (const layer of trusted ? [file.defaults, ...file.surveys] : []) {
    // After a space: what is named first is the script tag's, and the default.
    if (typeof layer?.endpoint === 'string') data.endpoint = (data.endpoint || '') + ' ' + layer.endpoint;
  }
  for (const life of host.lives.values()) if (!life.view) host.restart(life);
  place();
}

/** Puts what needs no tag into the page. */
async function place() {
  await whole;
  for (const { id } of site.surveys.filter(Boolean)) {
    const { display } = flatten(site, id, []) || {};
    if (!/^\s*(popover|modal|tab|bar)\s*$/i.test(display || '')) continue;
    if ([...host.lives.values()].some(({ settings }) => settings.survey === id)) continue;
    const element = document.createElement('meetpunt-survey');
    element.setAttribute('survey', id);
    // No box: what the page does with its children, such as gaps between them, leaves it alone.
    element.style.display = 'contents';
    own('body').append(element);
  }
}

/**
 * The settings of an element, its survey's of the site file below them.
 *
 * @type {typeof settingsOf}
 */
export function read(element, data) {
  const attributes = [...element.attributes].filter(({ name }) => !FOREIGN.test(name));
  const id = attributes.find(({ name }) => name === 'survey')?.value ?? null;
  const pairs = flatten(site, id, attributes.map(({ name, value }) => [name, value]));
  if (!pairs) return settingsOf(element, data);
  return settingsOf({ attributes: Object.entries(pairs).map(([name, value]) => ({ name, value })) }, data);
}

/** The surveys of the site file in their order, which decides between equals. @returns {string[]} */
export const order = () => (site?.surveys || []).map((/** @type {any} */ survey) => survey?.id);

/** @param {string} found */
function wrong(found) {
  const base = { survey: '', metric: null, touchpoint: null, preview: false };
  const expected = 'a site file, such as {"version": 1, "surveys": [{"id": "nps", "metric": "nps"}]}';
  emit(undefined, base, 'warning', { setting: 'config', found: found.slice(0, 80), expected });
}
