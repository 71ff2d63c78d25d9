import { memory } from './asked.js';
import { allowed, setConsent } from './consent.js';
import { ifNeeded, sendLeftovers } from './courier.js';
import { begin } from './life.js';
import { lives } from './lives.js';
import { host, page } from './page-part.js';

/** What `meetpunt('name', …)` may say, and what is done here. The page's part does the rest. @type {any} */
const COMMANDS = {
  __proto__: null,

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
      if (!changed) return;
      for (const life of lives.values()) if (life.settings.consent === 'required') begin(life);
      host.look?.();
    });
    return yes ? sendLeftovers() : COMMANDS.forget();
  },

  forget() {
    for (const storage in memory) delete memory[storage];
    return ifNeeded('forget');
  },
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
    if (name in COMMANDS) return COMMANDS[name](...rest);
    // Kept until somebody asks: a page that only tells of itself fetches nothing.
    if (/^(set|event)$/.test(name)) host.heard.push([name, ...rest]);
    else return page().then((part) => part.command(name, rest));
  } catch {}
}
command.version = __VERSION__;
