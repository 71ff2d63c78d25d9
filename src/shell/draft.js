/** Fields that say something. */
const FIELDS = ':checked,textarea,[part=contact],[aria-pressed=true]';

/**
 * What the visitor has done so far, for another Wasm to go on from when one has trapped: what was saved, and the fields, which stand
 * as they were. `Visit` in `crates/core/src/session/visit.rs` says what each is.
 *
 * @param {ShadowRoot} root of the survey
 * @param {string} [saved] the event that was saved last, as JSON
 * @returns {string} facts of the visit, to be put behind others
 */
export function draftOf(root, saved) {
  /** @type {[name: string, text: unknown][]} */
  const draft = [];
  if (saved) {
    const { data } = JSON.parse(saved);
    draft.push(['submission', data.submission]);
    // A completed state may have taken the next number as well, for its short form.
    draft.push(['sequence', data.sequence + (data.state === 'completed' ? 1 : 0)]);
    draft.push(['shown', Date.parse(data.shown)], ['answered', Date.parse(data.answered)]);
    for (const { score } of [data, ...data.more]) draft.push(['given', score ?? '']);
  }
  const focused = /** @type {HTMLInputElement | null} */ (root.activeElement);
  if (focused) draft.push(['focus', focused.name]);
  const fields = /** @type {NodeListOf<HTMLInputElement>} */ (root.querySelectorAll(FIELDS));
  for (const { name, value } of fields) draft.push([name, value]);
  // Always something: it says that another Wasm went before.
  return ['', 'draft-before', '', ...draft.flatMap(([name, text]) => ['draft-' + name, text])].join('\0');
}
