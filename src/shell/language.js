import { wordsIn } from './locale-file.js';

/**
 * The words of the widget in one language.
 *
 * @typedef {object} Language
 * @property {string} words key, text, key, text … separated by U+0000, with the English ones behind
 * @property {string} [lang] the name of their file
 * @property {string} [missed] the tag that was asked for, when there are no words for it
 */

export const LANGUAGES = __LANGUAGES__;

/** Once: the build writes out what each such name stands for. */
const ENGLISH = __ENGLISH__;

/** Those of languages that have words in several scripts. */
const SCRIPTED = LANGUAGES.filter((known) => /-\w{4}$/.test(known));

/** Tags that stand for another, which their own truncation does not lead to. @type {Record<string, string | undefined>} */
const SAME = { no: 'nb', nn: 'nb', iw: 'he', in: 'id' };

/**
 * The first language that the element, its ancestors and the page ask for; else one that the visitor reads. Never
 * rejects: English is always there.
 *
 * @param {Element} element
 * @param {import('./settings.js').Settings} settings of which `register="formal"` wants the formal words, where the language has both
 * @param {string} base the folder of the release
 * @returns {Promise<Language>}
 */
export async function languageOf(element, { lang, register }, base) {
  const asked = lang || inherited(element);
  const formal = /^formal$/i.test(register || '');
  for (const wanted of asked ? [asked] : navigator.languages) {
    for (const tag of lookup(wanted)) {
      const found = [formal ? tag + '-formal' : tag, tag].map((name) => LANGUAGES.find((known) => known.toLowerCase() === name));
      const lang = found[0] || found[1];
      const words = lang ? await wordsOf(lang, base) : undefined;
      if (words != null) return { words, lang };
    }
  }
  return { words: ENGLISH, missed: asked };
}

/**
 * The closest first: `de-AT`, `de`. A region may tell the script: `zh-TW` is `zh-Hant`.
 *
 * @param {string} tag
 * @returns {string[]} in lower case
 */
function lookup(tag) {
  tag = tag.toLowerCase().replace(/_/g, '-');
  const tags = [];
  let scripted;
  // Only where there is a choice: it takes the browser some milliseconds to begin with.
  if (SCRIPTED.some((known) => tag.startsWith(known.slice(0, -5)))) {
    try {
      const { language, script } = new Intl.Locale(tag).maximize();
      scripted = `${language}-${script}`.toLowerCase();
    } catch {}
  }
  for (; tag; tag = tag.replace(/(^|-)[^-]*$/, '')) {
    // Of two scripts, the plain language would be the wrong one.
    if (scripted && !tag.includes('-')) tags.push(scripted);
    tags.push(SAME[tag] || tag);
  }
  return tags;
}

/**
 * @param {Node | null} node
 * @returns {string | undefined}
 */
function inherited(node) {
  while (node) {
    const lang = node instanceof Element && node.getAttribute('lang');
    if (lang) return lang;
    node = node.parentNode || /** @type {ShadowRoot} */ (node).host;
  }
}

/** Words that are here, by language. @type {Record<string, string>} */
const known = { en: ENGLISH };

/**
 * @param {string} lang
 * @param {string} base
 * @returns {Promise<string | undefined>}
 */
async function wordsOf(lang, base) {
  try {
    const options = /** @type {RequestInit} */ ({ __proto__: null, credentials: 'omit' });
    const list = known[lang] == null && (await (await fetch(base + `locales/${lang}-${__LOCALES__}.json`, options)).json());
    if (list) known[lang] = [wordsIn(list), ENGLISH].filter(Boolean).join('\0');
    return known[lang];
  } catch {}
}
