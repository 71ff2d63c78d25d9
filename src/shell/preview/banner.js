import { wordsFor } from './words.js';

const STYLE = `
:host { all: initial; position: fixed; inset: 0 0 auto; margin: 8px auto; width: fit-content; max-width: calc(100vw - 16px);
  box-sizing: border-box; padding: 10px 10px 10px 16px; border: 2px solid #fff; border-radius: 14px; background: #1c2333; color: #fff;
  box-shadow: 0 2px 16px #0006; font: 14px/1.4 system-ui, sans-serif; z-index: 2147483647; display: flex; flex-wrap: wrap;
  gap: 6px 12px; align-items: center }
p { margin: 0 } p:empty { position: absolute } div { display: flex; flex-wrap: wrap; gap: 8px } strong { font-weight: 650 }
button { all: unset; box-sizing: border-box; min-height: 32px; padding: 4px 12px; border: 1px solid #aab4d0; border-radius: 10px;
  cursor: pointer } button:hover { background: #323c55 } button:focus-visible { outline: 2px solid #fff; outline-offset: 2px }
@media (forced-colors: active) { :host { border-color: CanvasText } button { border-color: ButtonBorder } }
@media print { :host { display: none } }`;

/**
 * Says above the page that it shows a draft, and how that one fares.
 *
 * @param {HTMLElementTagNameMap['meetpunt-survey'] | undefined} survey none where the draft cannot be read
 * @param {HTMLElement} body
 */
export function showBanner(survey, body) {
  const words = wordsFor(navigator.language);
  const banner = document.createElement('div');
  banner.role = 'region';
  banner.ariaLabel = words.title;
  const root = banner.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  const [title, help] = [make('strong', words.title), make('p', '')];
  help.append(title, ' ' + words.help);
  const status = make('p', survey ? '' : words.unreadable);
  status.role = 'status';
  const actions = make('div', '');
  root.append(help, status, actions);
  if (survey) {
    const again = make('button', words.show);
    again.onclick = () => survey.reset();
    actions.append(again);
    tell(survey, status, words);
  }
  const leave = make('button', words.leave);
  leave.onclick = () => {
    History.prototype.replaceState.call(history, history.state, '', location.pathname + location.search);
    location.reload();
  };
  actions.append(leave);
  body.append(banner);
  // Above everything else of the page, and again above what opens later: a preview must not pass for the shop's own words.
  banner.popover = 'manual';
  const rise = () => {
    if (banner.matches(':popover-open')) banner.hidePopover();
    banner.showPopover();
  };
  rise();
  survey?.addEventListener('meetpunt:ready', rise);
}

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} name
 * @param {string} text
 * @returns {HTMLElementTagNameMap[T]}
 */
function make(name, text) {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

/**
 * Follows the survey in words.
 *
 * @param {HTMLElementTagNameMap['meetpunt-survey']} survey
 * @param {HTMLElement} status
 * @param {import('./words.js').Words} words
 */
async function tell(survey, status, words) {
  let told = false;
  const say = (/** @type {string} */ text, reason = '') => {
    told = true;
    status.textContent = text.replace('{reason}', reason);
  };
  for (const [name, text] of /** @type {const} */ ([['ready', ''], ['skipped', words.away], ['error', words.broken]])) {
    survey.addEventListener('meetpunt:' + name, (event) => {
      say(text, /** @type {CustomEvent} */ (event).detail.reason);
    });
  }
  const verdict = await survey.explain();
  if (told || !verdict) return;
  say(verdict.show ? words.waits : words.away, verdict.reason || '');
}
