import { memory } from './asked.js';
import { allowed, setConsent } from './consent.js';
import { ifNeeded, sendLeftovers } from './courier.js';
import { begin, lives, wanted } from './life.js';

/**
 * Calls a method of the elements of a survey.
 *
 * @param {'show' | 'hide' | 'explain'} method
 * @param {string} [survey] all of them without
 * @returns {Promise<any>} what the first one returns
 */
async function call(method, survey) {
  const found = [...lives.values()].filter(({ settings }) => !survey || settings.survey === survey);
  if (method === 'show' && survey && !found[0]) wanted.add(survey);
  return (await Promise.all(found.map(({ element }) => element[method]())))[0];
}

/** What `meetpunt('name', …)` may say. @type {Record<string, (...rest: any[]) => unknown>} */
const COMMANDS = {
  show: (survey) => call('show', survey),
  hide: (survey) => call('hide', survey),
  explain: (survey) => call('explain', survey),

  // In the capture phase of the window: no other listener can stop an event before.
  on: (name, callback) => addEventListener('meetpunt:' + name, callback, true),

  consent(yes) {
    yes = yes === true;
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
    if (Object.hasOwn(COMMANDS, name)) return COMMANDS[name](...rest);
  } catch {}
}
command.version = __VERSION__;
