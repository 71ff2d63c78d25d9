/**
 * The settings of one survey as its attributes give them: kebab-case name → text, a present boolean is ''.
 *
 * @typedef {{[name: string]: string | undefined, survey: string}} Settings
 */

/**
 * What every event of a survey says about it.
 *
 * @typedef {{survey: string, metric: string | null, touchpoint: string | null, preview: boolean}} Base
 */

/** Attributes that belong to the page and change often; all others may be settings. */
export const FOREIGN = /^(class|id$|style|data-|aria-)/;

/**
 * Reads the settings of an element: its attributes, then what the script tag says for all.
 *
 * @param {{attributes: Iterable<{name: string, value: string}>}} element
 * @param {Readonly<Record<string, string | undefined>>} data the script tag's `data-*`
 * @returns {Settings} `survey` is always a valid id; `endpoint` is never the script tag's, which is trusted where
 *   markup is not
 */
export function settingsOf(element, data) {
  const { lang, storage, preview } = data;
  /** @type {any} */
  const settings = { __proto__: null, lang, storage, preview };
  for (const { name, value } of element.attributes) if (!FOREIGN.test(name)) settings[name] = value;
  if (data.consent === 'required') settings.consent = data.consent;
  if (/^(allow|false)$/.test(settings.preview)) delete settings.preview;
  const { metric = '', touchpoint = '', survey = '' } = settings;
  settings.metric = metric.toLowerCase();
  if (!/^[a-z0-9-]{1,64}$/.test(survey)) {
    const words = (metric + ' ' + touchpoint).toLowerCase().match(/[a-z0-9]+/g) || [];
    settings.survey = words.join('-').slice(0, 64);
  }
  return settings;
}

/**
 * @param {Settings} settings
 * @returns {Base}
 */
export function baseOf({ survey, metric, touchpoint, preview }) {
  return { survey, metric: metric || null, touchpoint: touchpoint ?? null, preview: preview != null };
}

/**
 * Where this survey may keep things. A preview keeps nothing, nor does a kiosk.
 *
 * @param {Settings} settings
 * @returns {'local' | 'session' | 'none'}
 */
export function storageOf({ preview, storage, mode }) {
  return preview != null || mode === 'kiosk' ? 'none' : /^(none|session)$/.test(storage || '') ? /** @type {any} */ (storage) : 'local';
}
