import { begin, change } from './life.js';
import { lives } from './lives.js';
import { page } from './page-part.js';
import { FOREIGN } from './settings.js';
import { end } from './standing.js';

/** `<meetpunt-survey>`. Its methods never reject. */
export class SurveyElement extends HTMLElement {
  connectedCallback() {
    // Moved within the document: nothing ended.
    if (lives.has(this)) return;
    /** @type {import('./life.js').Life} */
    const life = /** @type {any} */ ({
      element: this,
      root: this.shadowRoot || this.attachShadow({ mode: 'open' }),
      slot: document.createElement('slot'),
      watch: new MutationObserver((all) => change(life, !all.every((one) => FOREIGN.test('' + one.attributeName)))),
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
}

for (const method of /** @type {const} */ (['show', 'hide', 'reset', 'explain'])) {
  /** @type {any} */ (SurveyElement.prototype)[method] = async function () {
    return (await page())[method](lives.get(this));
  };
}
