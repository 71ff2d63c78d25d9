import { memory } from './asked.js';
import { allowed, setConsent } from './consent.js';
import { ifNeeded, sendLeftovers } from './courier.js';
import { begin, lives, wanted } from './life.js';

/**
 * Calls a method of the elements of a survey.
 *
 * @param {'show' | 'hide' | 'explain'} method
 * @param {string} [survey] all of them without
 * @returns {Promise<any> | undefined} what the last one returns
 */
function call(method, survey) {
  let result;
  for (const { element, settings } of lives.values()) {
    if (!survey || settings.survey === survey) result = element[method]();
  }
  if (!result && survey && method === 'show') wanted.add(survey);
  return result;
}

/** What `meetpunt('name', …)` may say. @type {any} */
const COMMANDS = {
  __proto__: null,

  show: async (/** @type {string} */ survey) => call('show', survey),
  hide: async (/** @type {string} */ survey) => call('hide', survey),
  explain: async (/** @type {string} */ survey) => call('explain', survey),

  /**
   * In the capture phase of the window: no other listener can stop an event before.
   *
   * @param {string} name
   * @param {(event: Event) => void} callback
   */
  on: (name, callback) => addEventListener('meetpunt:' + name, callback, true),

  /** @param {unknown} said */
  consent(said) {
    const yes = said === true;
    const changed = yes !== allowed('required');
    setConsent(yes);
    // Later: the page may call from a listener, inside the Wasm.
    queueMicrotask(() => {
      for (const life of changed ? lives.values() : []) {
        if (life.settings.consent === 'required' && life.settings.preview == null) begin(life);
      }
    });
    return yes ? sendLeftovers() : COMMANDS.forget();
  },

  forget() {
    for (const storage in memory) delete memory[storage];
    return ifNeeded('forget');
  },

  flush: async () => (await ifNeeded('flush')) || 0,

  diagnostics: async () => (await ifNeeded('diagnostics')) || { waiting: 0 },
};

/**
 * The page's `meetpunt(name, …)`. A name it does not know does nothing.
 *
 * @param {string} name
 * @param {...unknown} rest
 * @returns {unknown}
 */
export function command(name, ...rest) {
  try {
    return COMMANDS[name]?.(...rest);
  } catch {}
}
command.version = __VERSION__;
