// The widget's part in JavaScript, `meetpunt-<hash>.mjs`: starts the Wasm, mounts surveys into their shadow roots, and
// carries effects out.
import { cutFor } from './cuts.js';
import { drawEarly } from './early.js';
import { effectsOf } from './effects.js';
import { endpointOf } from './endpoint.js';
import { factsOf, flat, isDark, prefersDark } from './facts.js';
import { floats } from './floats.js';
import { LANGUAGES, languageOf } from './language.js';
import { storageOf } from './settings.js';
import { end, fallback, tell } from './standing.js';
import { keepTyping } from './typing.js';

/** @typedef {import('./life.js').Life} Life */

/**
 * What the loader gives along.
 *
 * @typedef {object} Given
 * @property {Life} life
 * @property {import('./own-tag.js').Tag} tag
 * @property {string} trigger the word before the colon
 * @property {AbortSignal} signal ends the view; fires only when no Wasm is on the stack
 * @property {typeof import('./asked.js').memory} memory
 * @property {() => Promise<typeof import('./delivery.js')>} delivery
 *
 * @typedef {Given & {tell: typeof tell, leave: (error?: object) => void}} Host `leave` ends the view; with an error it is told and
 *   fallback content shows
 *
 * @typedef {object} View
 * @property {() => unknown} show
 * @property {() => void} hide
 * @property {() => Promise<void>} update takes over the life's settings
 */

/** How long a question stands that cannot be answered yet, in milliseconds, unless the visitor is at it. */
const PATIENCE = 1e4;

/** What stands on the page now. @type {Set<View>} */
const views = new Set();
prefersDark.addEventListener('change', () => views.forEach((one) => one.update()));

/**
 * Shows a survey.
 *
 * @param {Given} given
 * @returns {Promise<View | void>} nothing when it ended meanwhile, or has told why it cannot show
 */
export async function mount(given) {
  const { life, signal } = given;
  /** @param {object} [error] */
  const leave = (error) => {
    if (signal.aborted) return;
    if (error) tell(life, 'error', { reason: 'part', setting: null, ...error });
    // Later: this may be called from inside the Wasm, which must be left before it is entered again.
    queueMicrotask(() => {
      if (signal.aborted) return;
      end(life);
      fallback(life, !!error);
    });
  };
  return view({ ...given, tell, leave }).catch(leave);
}

/**
 * @param {Host} host
 * @returns {Promise<View | void>}
 * @throws {{reason: string, setting?: string}} why it cannot show
 */
async function view(host) {
  const { life, tag, signal, leave } = host;
  const { element, root } = life;
  let cut = /** @type {import('./cuts.js').Cut} */ (/** @type {unknown} */ (undefined));
  let id = 0;
  /** Whether the page hides it. */
  let hidden = false;
  /** Whether a cut has trapped under it. */
  let trapped = false;
  /** Ends the first question that stands before the Wasm is here. @type {ReturnType<typeof drawEarly>} */
  let early;
  /** The settings that it was drawn by. @type {unknown} */
  let drawn;
  let patience = 0;
  /** @type {View} */
  let made;
  life.given = undefined;
  const prepare = async () => {
    const { settings } = life;
    const endpoint = endpointOf(settings, tag.data);
    const needed = await cutFor(settings, tag.base, cut);
    // First what takes longest. The others may fail before it does.
    const starting = needed.startWasm(tag.base);
    starting.catch(() => {});
    // While that is on its way nobody waits for this.
    needed.sheet();
    // Nowhere to send to: nothing to keep either.
    const sending = endpoint && host.delivery();
    const [courier, room, language] = await Promise.all([
      sending,
      sending && sending.then((courier) => courier.ready(storageOf(settings))),
      languageOf(element, settings, tag.base).then((language) => draw(language, needed)),
      starting,
    ]);
    const full = courier && !room;
    // The Wasm began in this very turn; drawing is a turn of its own, so that the page's are not kept waiting.
    await new Promise((resolve) => setTimeout(resolve));
    // Settings that changed meanwhile are being prepared themselves.
    return { courier, language, full, needed, stale: signal.aborted || (id && life.settings !== settings) };
  };

  /**
   * Draws the first question early, if this is the beginning.
   *
   * @param {import('./language.js').Language} language
   * @param {import('./cuts.js').Cut} needed
   */
  const draw = (language, needed) => {
    try {
      // A link has chosen, and says so.
      if (id || trapped || signal.aborted || host.trigger === 'link') return language;
      early = drawEarly(life, language.words, isDark(element));
      if (!early) return language;
      root.adoptedStyleSheets = [needed.sheet()];
      drawn = life.settings;
      patience = setTimeout(() => {
        if (root.activeElement || root.querySelector(':checked')) return;
        early = drawn = undefined;
        root.adoptedStyleSheets = [];
        fallback(life, true);
      }, PATIENCE);
    } catch {}
    return language;
  };
  signal.addEventListener('abort', () => {
    clearTimeout(patience);
    views.delete(made);
    if (id) cut.destroy(id);
    root.adoptedStyleSheets = [];
    root.replaceChildren();
  });
  let { courier, language, full, needed, stale } = await prepare();
  if (stale) return;
  if (full) {
    tell(life, 'skipped', { reason: 'outbox', checks: [{ rule: 'outbox', passed: false, value: 'full' }] });
    return leave();
  }
  /** @type {Record<string, (...rest: any[]) => any>} */
  const effects = effectsOf(
    { ...host, floats: () => floats(tag.base) },
    () => courier,
    // The number of a survey that has gone may be another's by now.
    (safe) => signal.aborted || cut.settle(id, safe),
  );
  signal.addEventListener('abort', () => {
    cut.mounted.delete(broken);
    if (courier) courier.release(element);
  });
  keepTyping(root, signal);

  const losses = courier && courier.carry(element);
  const facts = () => factsOf(host.trigger, isDark(element), __VERSION__, losses || {});
  /** The id as it is written, so that the Wasm can warn of it. */
  const settings = () => flat({ ...life.settings, survey: element.getAttribute('survey') ?? life.settings.survey });
  clearTimeout(patience);
  const again = early?.();
  if (life.settings !== drawn) root.replaceChildren();
  stand('');
  if (!id && !trapped) return;
  warn();

  /** Mounts it in the cut that was made ready. @param {string} draft further facts */
  function stand(draft) {
    cut = needed;
    root.adoptedStyleSheets = [cut.sheet()];
    id = cut.mount(root, settings(), facts() + draft, language.words, (kind, ...rest) => {
      try {
        return effects[kind](...rest);
      } catch {}
    });
    if (cut.trapped()) return broken();
    if (!id) return;
    cut.mounted.add(broken);
    life.slot.remove();
    if (hidden) cut.hide(id);
  }

  /** The Wasm has trapped: another one takes over what the visitor had done, once. */
  async function broken() {
    if (signal.aborted) return;
    const end = () => leave({ reason: 'trap' });
    if (trapped || root.querySelector('[part~=thanks]')) return end();
    trapped = true;
    try {
      ({ needed, stale } = await prepare());
      if (stale) return;
      // Until now the fields stood there, and who was typing went on.
      const draft = (id && needed.draftOf?.(root, life.given)) || '';
      root.replaceChildren();
      stand(draft);
    } catch {
      end();
    }
  }

  /** Tells what the shell, not the Wasm, had to correct. */
  function warn() {
    if (life.settings.preview != null && cut.drafts.includes(language.lang || '')) {
      console.info(`Meetpunt: a native speaker should read the words of "${language.lang}" first; they are drafts.`);
    }
    /** @param {string} setting @param {string} found @param {string} expected */
    const tellOf = (setting, found, expected) => tell(life, 'warning', { setting, found, expected });
    if (language.missed) tellOf('lang', language.missed, LANGUAGES.join(', '));
    const expected = 'an object of texts, such as {"x-shop": "nl"}';
    if (courier) courier.headersOf('', life.settings.headers, (found) => tellOf('headers', found.slice(0, 80), expected));
  }

  made = {
    show() {
      hidden = false;
      return signal.aborted || cut.show(id);
    },
    hide() {
      if (signal.aborted) return;
      hidden = true;
      cut.hide(id);
      if (courier) courier.release(element);
    },
    async update() {
      try {
        const next = await prepare();
        if (next.stale) return;
        if (next.needed !== cut) return void (/** @type {any} */ (element).reset());
        const missed = language.missed !== next.language.missed;
        ({ courier, language } = next);
        cut.update(id, settings(), facts(), language.words);
        if (missed) warn();
      } catch (error) {
        leave(/** @type {object} */ (error));
      }
    },
  };
  views.add(made);
  await again?.().catch(() => {});
  return made;
}
