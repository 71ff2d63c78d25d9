// One cut of the widget: its Wasm, the glue and the styles. The small one is part of `meetpunt-<hash>.mjs`; the whole one is bundled
// from this same file with the glue and the styles of the whole, by `whole-cut.js`.
import css from 'styles';
import { onTrap } from './guard.js';

export { destroy, hide, mount, settle, show, update } from 'glue';
export { trapped } from './guard.js';
export { startWasm } from './wasm.js';

/** What to do for each survey that this Wasm shows when it has trapped. @type {Set<() => unknown>} */
export const mounted = new Set();
onTrap(() => mounted.forEach((broken) => broken()));

/** Languages whose words no native speaker has read yet. Only the whole cut knows: previews are shown by it. */
export const drafts = __DRAFTS__;

/** One for all, made at the first use. @type {CSSStyleSheet | undefined} */
let made;

/** @returns {CSSStyleSheet} */
export function sheet() {
  if (!made) (made = new CSSStyleSheet()).replaceSync(css);
  return made;
}
