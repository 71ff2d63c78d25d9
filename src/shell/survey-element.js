import { begin, change, end, lives, open } from './life.js';
import { explain } from './rules.js';

/** `<meetpunt-survey>`. Its methods wait a turn: a page may call them from a listener, inside the Wasm. */
export class SurveyElement extends HTMLElement {
  connectedCallback() {
    // Moved within the document: nothing ended.
    if (lives.has(this)) return;
    /** @type {import('./life.js').Life} */
    const life = /** @type {any} */ ({
      element: this,
      root: this.shadowRoot || this.attachShadow({ mode: 'open' }),
      slot: document.createElement('slot'),
      off: new AbortController(),
      watch: new MutationObserver(() => change(life)),
    });
    lives.set(this, life);
    life.watch.observe(this, { attributes: true });
    begin(life);
  }

  async disconnectedCallback() {
    await 0;
    const life = lives.get(this);
    if (this.isConnected || !life) return;
    lives.delete(this);
    life.watch.disconnect();
    end(life);
  }

  /** @returns {Promise<boolean>} whether it shows */
  async show() {
    await 0;
    const life = lives.get(this);
    const view = await life?.view;
    view?.show();
    return !!view || (!!life && open(life, 'manual', true));
  }

  async hide() {
    await 0;
    (await lives.get(this)?.view)?.hide();
  }

  async reset() {
    await 0;
    const life = lives.get(this);
    if (life) end(life);
    return this.show();
  }

  async explain() {
    const life = lives.get(this);
    return life && explain(this, life.settings);
  }
}
