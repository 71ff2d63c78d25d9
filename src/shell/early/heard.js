/**
 * Notes what is done on a question that nothing listens to yet.
 *
 * @param {ShadowRoot} root
 * @param {HTMLElement} frame of the question
 * @returns {() => () => Promise<void>} ends that, for the Wasm to take over. What this returns in turn does again what was done.
 */
export function heard(root, frame) {
  /** Presses that the browser itself makes nothing of. @type {Event[]} */
  let presses = [];
  const send = /** @type {HTMLElement} */ (frame.querySelector('button'));
  /** @param {any} event */
  const press = ({ constructor, type, key }) => {
    presses.push(new constructor(type, { key, bubbles: true, cancelable: true }));
    if (type === 'click' || key === 'Enter') send.setAttribute('aria-disabled', 'true');
  };
  /** The point that is seen to be chosen is what the visitor wants now. */
  const forget = () => {
    presses = [];
    send.removeAttribute('aria-disabled');
  };
  send.onclick = press;
  frame.onkeydown = (event) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    const ours = frame.dir === 'rtl' ? /^(\d|Home|End|Enter|Arrow.+)$/ : /^(\d|Home|End|Enter)$/;
    if (!ours.test(key) || ctrlKey || metaKey || altKey || !(/** @type {Element} */ (target).matches('input'))) return;
    event.preventDefault();
    press(event);
  };
  frame.onchange = forget;
  /** @param {string} selector */
  const find = (selector) => /** @type {HTMLInputElement | null} */ (root.querySelector(selector));
  return () => {
    send.onclick = frame.onkeydown = frame.onchange = null;
    const chosen = find(':checked')?.value;
    const done = presses;
    forget();
    return async () => {
      // It is drawn, and drawn anew, in a microtask.
      await 0;
      const point = chosen && find(`[value="${chosen}"]`);
      if (point) {
        point.checked = true;
        point.dispatchEvent(new Event('change', { bubbles: true }));
      }
      for (const press of done) {
        await 0;
        (press.type === 'click' ? send : root.activeElement)?.dispatchEvent(press);
      }
    };
  };
}
