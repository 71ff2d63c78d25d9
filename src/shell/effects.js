import { endpointOf } from './endpoint.js';
import { flat } from './facts.js';
import { remember } from './remember.js';
import { baseOf, storageOf } from './settings.js';
import { whenShown } from './shown.js';

/** @type {Record<string, string | undefined>} */
const CONTENT_TYPES = {
  json: 'application/json',
  text: 'text/plain;charset=UTF-8',
  form: 'application/x-www-form-urlencoded;charset=UTF-8',
};

/**
 * What the Wasm asks of the shell, by the name of the effect. Nothing here calls the Wasm before it is left.
 *
 * @param {import('./widget.js').Host & {floats: () => Promise<typeof import('./floating.js')>}} host
 * @param {() => typeof import('./delivery.js') | '' | undefined} delivery none when nothing is to be sent
 * @param {(safe: boolean) => unknown} settle answers to a completed answer
 */
export function effectsOf({ life, tag, trigger, signal, memory, tell, leave, floats }, delivery, settle) {
  let seen = false;
  let short = '';
  let event = '';
  const effects = {
    shown() {
      if (seen) return;
      seen = true;
      effects.remember('shown');
      tell(life, 'shown', { trigger });
    },

    /** The survey stands on the page, or stands there again. */
    opened() {
      const frame = /** @type {HTMLElement | null} */ (life.root.querySelector('[part~=frame]'));
      if (!frame) return;
      whenShown(frame, effects.shown, signal);
      // Where the part cannot be fetched, the survey works without.
      if (frame.matches('[popover],dialog *')) floats().then((part) => signal.aborted || part.float(frame, signal), () => {});
    },

    /**
     * Lets the page see an event before it is saved.
     *
     * @param {string} json
     * @returns {string | undefined} context that the page added, as pairs; undefined when it cancelled
     */
    submit(json) {
      const context = {};
      event = json;
      if (tell(life, 'submit', { event: JSON.parse(json), context })) return flat(context);
      life.given = json;
    },

    /** @param {string} body what is saved next in short, for an endpoint that finds that too large */
    shorten(body) {
      short = body;
    },

    /**
     * Keeps a body and sends it.
     *
     * @param {string} id
     * @param {string} body
     * @param {'answered' | 'completed'} state
     */
    save(id, body, state) {
      const { element, settings } = life;
      life.given = event;
      const part = delivery();
      // Without an endpoint, and in a preview, the answer is as safe as it will be.
      const atOnce = !part || settings.preview != null;
      const completed = state === 'completed';
      if (completed && atOnce) queueMicrotask(() => settle(true));
      if (!part) return;
      const url = endpointOf(settings, tag.data);
      const type = CONTENT_TYPES[settings.format || ''] || 'application/cloudevents+json; charset=utf-8';
      const answer = { id, body, short, state, url, type, headers: settings.headers, base: baseOf(settings) };
      short = '';
      effects.retry = () => part.save(answer, storageOf(settings), element, completed && !atOnce ? settle : () => {});
      effects.retry();
    },

    /** The visitor tries again to send what was saved last. */
    retry() {},

    /**
     * @param {string} name
     * @param {string} json
     */
    emit(name, json) {
      const detail = JSON.parse(json || '{}');
      if (name === 'answered') effects.shown();
      if (name === 'error') leave(detail);
      else tell(life, name, detail);
    },

    /** @param {string} outcome */
    remember(outcome) {
      if (outcome === 'answered') effects.shown();
      (life.note || remember)(storageOf(life.settings), memory, life.settings.survey, outcome);
    },

    close() {
      leave();
    },
  };
  return effects;
}
