// The keeper of one survey in a Yew program: the loader's own effects, rules and delivery, between the component and the page.
import { memory } from '../shell/asked.js';
import * as delivery from '../shell/delivery.js';
import { effectsOf } from '../shell/effects.js';
import { endpointOf } from '../shell/endpoint.js';
import { emit } from '../shell/events.js';
import { factsOf, isDark, prefersDark } from '../shell/facts.js';
import * as floating from '../shell/floating.js';
import { refusal } from '../shell/rules.js';
import { baseOf, settingsOf, storageOf } from '../shell/settings.js';
import { keepTyping } from '../shell/typing.js';

/**
 * The component's functions. None of them throws.
 *
 * @typedef {object} Component
 * @property {(name: string, detail: object) => unknown} hear takes an event
 * @property {(event: string) => string | undefined} submit takes a CloudEvent as JSON before it is saved; returns context to add, as
 *   pairs separated by U+0000, or undefined when the program takes care of the answer
 * @property {(safe: boolean) => unknown} settle whether a completed answer is safe
 * @property {() => unknown} refresh the visitor's preference for dark or light has changed
 * @property {() => unknown} leave the visitor closed the survey
 */

/** What a program's survey is shown by. */
const TRIGGER = 'manual';

/** Who hears what becomes of an answer, the survey gone or not. @type {WeakMap<Element, Component['hear']>} */
const hearers = new WeakMap();

let started = false;

/** Begins to deliver, with the first survey that has an endpoint. */
function start() {
  if (!started) delivery.start(report);
  started = true;
}

/** @type {typeof emit} */
function report(element, base, name, detail) {
  const hear = element && hearers.get(element);
  // Of an earlier page, and nobody's: told to the document, as the loader does.
  if (!hear) return emit(element, base, name, detail);
  hear(name, { ...base, ...detail });
  return true;
}

/** Sends what an earlier page could not. */
export function sendLeftovers() {
  start();
  delivery.wake().catch(() => {});
}

/** One for all, made at the first use. @type {CSSStyleSheet | undefined} */
let sheet;

/**
 * The words of a language, from its file in `locales/` or in a release.
 *
 * @param {string} json
 * @returns {string | undefined} key, text, key, text … separated by U+0000; undefined when it is no such file
 */
export function wordsOf(json) {
  try {
    const file = JSON.parse(json);
    // A release has first the keys, then the texts.
    const half = file.length / 2;
    const words = Array.isArray(file)
      ? file.slice(0, half).map((key, place) => [key, file[half + place]])
      : Object.entries(file.strings).map(([key, { text }]) => [key, text]);
    return words.flat().join('\0');
  } catch {}
}

export class Keeper {
  /**
   * @param {Element} element
   * @param {Component['hear']} hear
   * @param {Component['submit']} submit
   * @param {Component['settle']} settle
   * @param {Component['refresh']} refresh
   * @param {Component['leave']} leave
   */
  constructor(element, hear, submit, settle, refresh, leave) {
    const off = new AbortController();
    const { signal } = off;
    const root = (this.root = element.attachShadow({ mode: 'open' }));
    const life = /** @type {import('../shell/life.js').Life} */ (
      /** @type {unknown} */ ({ element, root, settings: { survey: '' } })
    );
    /** @type {{endpoint?: string, preview?: string}} */
    const named = {};
    let sends = false;
    /** What was lost before, by reason, from when it is to show. @type {Record<string, number> | undefined} */
    let losses;
    hearers.set(element, hear);

    /**
     * @param {import('../shell/life.js').Life} life
     * @param {string} name
     * @param {any} [detail]
     */
    const tell = (life, name, detail) => {
      if (name === 'submit') {
        const pairs = submit(JSON.stringify(detail.event));
        const parts = pairs ? pairs.split('\0') : [];
        for (let place = 0; place < parts.length; place += 2) detail.context[parts[place]] = parts[place + 1];
        return pairs != null;
      }
      hear(name, { ...baseOf(life.settings), ...detail });
      return true;
    };
    /**
     * @param {import('../shell/rules.js').Check} check
     * @returns {boolean} false: it does not show
     */
    const skip = (check) => {
      tell(life, 'skipped', { reason: check.rule, checks: [check] });
      return false;
    };
    /** @param {object} error */
    const fail = (error) => tell(life, 'error', { reason: 'part', setting: null, ...error });

    const tag = { base: '', data: named };
    /** @type {Record<string, (...rest: any[]) => any>} */
    const effects = effectsOf(
      /** @type {Parameters<typeof effectsOf>[0]} */ ({
        life,
        tag,
        trigger: TRIGGER,
        signal,
        memory,
        tell,
        floats: async () => floating,
        leave(error) {
          if (error) fail(error);
          else leave();
        },
      }),
      () => (sends ? delivery : undefined),
      (safe) => signal.aborted || settle(safe),
    );

    /**
     * Does what the survey asks for.
     *
     * @param {string} kind
     * @param {...string} rest
     * @returns {string | undefined}
     */
    this.effect = (kind, ...rest) => {
      try {
        return effects[kind](...rest);
      } catch {}
    };

    /**
     * Takes over settings, as names and texts separated by U+0000.
     *
     * @param {string} list
     */
    this.change = (list) => {
      const parts = list.split('\0');
      const attributes = [];
      for (let place = 0; place + 1 < parts.length; place += 2) {
        attributes.push({ name: parts[place], value: parts[place + 1] });
      }
      const settings = settingsOf({ attributes }, {});
      // A program is trusted to name endpoints, as the script tag is and markup is not.
      named.endpoint = settings.endpoint;
      named.preview = settings.preview;
      delete settings.endpoint;
      life.settings = settings;
    };

    /**
     * Whether the survey may show now; where not, tells why.
     *
     * @param {string} css
     * @param {boolean} stands it does so already: then its own showing must not count against it
     * @returns {Promise<boolean>} never rejects
     */
    this.prepare = async (css, stands) => {
      try {
        const { settings } = life;
        const no = refusal(element, settings);
        // A program asks when it sees fit, unless it wants the clocks to count.
        const free = stands || settings['ask-again'] == null;
        if (no && !(free && /^(answered|dismissed|ignored)$/.test(no.rule))) return skip(no);
        sends = Boolean(endpointOf(settings, named));
        if (sends) {
          start();
          if (!(await delivery.ready(storageOf(settings)))) {
            return skip({ rule: 'outbox', passed: false, value: 'full' });
          }
        }
        if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(css);
        root.adoptedStyleSheets = [sheet];
        if (sends && !signal.aborted) losses ||= delivery.carry(element);
        return !signal.aborted;
      } catch (error) {
        fail(/** @type {object} */ (error));
        return false;
      }
    };

    /**
     * @param {string} version
     * @returns {string} what the survey is told of the visit
     */
    this.facts = (version) => factsOf(TRIGGER, isDark(element), version, losses);

    /** The survey has gone: what waited for its completion leaves. */
    this.release = () => delivery.release(element);

    /** Ends everything but the delivery of what was answered. */
    this.end = () => {
      off.abort();
      delivery.release(element);
    };

    keepTyping(root, signal);
    prefersDark.addEventListener('change', refresh, { signal });
  }
}
