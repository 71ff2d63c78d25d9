/**
 * The words of the widget in one language.
 *
 * @typedef {object} Language
 * @property {string} words key, text, key, text … separated by U+0000; empty for English, which the Wasm holds
 * @property {string} [missed] the tag that was asked for, when there are no words for it
 */

export const LANGUAGES = ['en', ...Object.keys(__LOCALES__)];

/**
 * The first language that the element, its ancestors and the page ask for; else one that the visitor reads. Never
 * rejects: English is always there.
 *
 * @param {Element} element
 * @param {string | undefined} setting
 * @param {string} base the folder of the release
 * @returns {Promise<Language>}
 */
export async function languageOf(element, setting, base) {
  const asked = setting || inherited(element);
  for (let tag of asked ? [asked] : navigator.languages) {
    // The closest first: de-AT, de.
    for (tag = tag.toLowerCase().replace(/_/g, '-'); tag; tag = tag.replace(/(^|-)[^-]*$/, '')) {
      const lang = LANGUAGES.find((known) => known.toLowerCase() === tag);
      const words = lang ? await wordsOf(lang, base) : undefined;
      if (words != null) return { words };
    }
  }
  return { words: '', missed: asked };
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
const known = { en: '' };

/**
 * @param {string} lang
 * @param {string} base
 * @returns {Promise<string | undefined>}
 */
async function wordsOf(lang, base) {
  try {
    const options = /** @type {RequestInit} */ ({ __proto__: null, credentials: 'omit' });
    return (known[lang] ??= (await (await fetch(base + __LOCALES__[lang], options)).json()).join('\0'));
  } catch {}
}
