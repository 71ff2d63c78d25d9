/** Longest wait for an answer, in milliseconds. */
const PATIENCE = 10e3;
/** Largest body that may use the browser's keepalive allowance, which is 64 KiB for the whole page. */
const KEEPALIVE = 16384;
/** Most that is read of an answer's body. */
const READ = 65536;

/**
 * What came of a request.
 *
 * @typedef {object} Answer
 * @property {number} status 0 where there was none, and for a redirect
 * @property {boolean} moved whether it was a redirect
 * @property {number} after how long the endpoint asks to be left alone, in milliseconds; 0 when it does not say
 */

/**
 * Posts a row once. Never rejects.
 *
 * @param {import('./limits.js').Row} row
 * @param {AbortController} cut ends the request
 * @returns {Promise<Answer>}
 */
export async function post({ url, type, body, tries, headers }, cut) {
  const timer = setTimeout(() => cut.abort(), PATIENCE);
  /** @type {Promise<never>} */
  const late = new Promise((_, reject) => cut.signal.addEventListener('abort', reject));
  late.catch(() => {});
  // No prototype: what a page puts on Object.prototype must not become a fetch option.
  const options = /** @type {any} */ ({
    __proto__: null,
    method: 'POST',
    body,
    headers: headersOf(type, headers),
    // Other scripts of the page may have used the allowance up, and such a refusal looks like any network failure: so
    // the first repetition does without it. Repeating at once would double every request of an outage.
    keepalive: new Blob([body]).size <= KEEPALIVE && (tries % 2 === 0 || document.hidden === true),
    mode: 'cors',
    credentials: 'omit',
    redirect: 'manual',
    referrerPolicy: 'strict-origin',
    cache: 'no-store',
    signal: cut.signal,
  });
  try {
    // Looked up now: a patched fetch that was captured earlier can be dead. Raced: one may never settle.
    const response = await Promise.race([fetch(url, options), late]);
    const answer = { status: response.status | 0, moved: response.type === 'opaqueredirect', after: waitAsked(response.headers) };
    drain(response).then(() => clearTimeout(timer));
    return answer;
  } catch {
    clearTimeout(timer);
    return { status: 0, moved: false, after: 0 };
  }
}

/**
 * The headers of a request. What is none is left out: the browser would refuse the whole request for it.
 *
 * @param {string} type the content type
 * @param {string} [own] those of the setting `headers`: JSON, an object of texts
 * @param {(found: string) => unknown} [wrong] hears what was left out
 * @returns {Record<string, string>}
 */
export function headersOf(type, own, wrong = () => {}) {
  /** @type {any} */
  const headers = { __proto__: null };
  try {
    for (const [name, value] of Object.entries(JSON.parse(own || '{}'))) {
      if (/^[\w!#$%&'*+.^`|~-]+$/.test(name) && /^[ -~]*$/.test(value)) headers[name.toLowerCase()] = '' + value;
      else wrong(name);
    }
  } catch {
    wrong(own || '');
  }
  headers['content-type'] = type;
  return headers;
}

/**
 * Reads a body to its end, or to the most we read: until then its bytes count against the keepalive allowance.
 *
 * @param {Response} response
 */
async function drain({ body }) {
  try {
    const reader = /** @type {ReadableStream<Uint8Array>} */ (body).getReader();
    for (let left = READ; left > 0; ) {
      const { done, value } = await reader.read();
      if (done) return;
      left -= value.length;
    }
    await reader.cancel();
  } catch {}
}

/**
 * `Retry-After`, whole seconds or an HTTP date, from 1 s to 24 h.
 *
 * @param {Headers} headers
 * @returns {number} milliseconds; 0 when it is missing or says neither
 */
export function waitAsked(headers) {
  const text = headers.get('retry-after') || '';
  const from = Date.parse(headers.get('date') || '') || Date.now();
  const wait = /^\d+$/.test(text) ? +text * 1e3 : / GMT$/.test(text) ? Date.parse(text) - from : NaN;
  return wait === wait ? Math.min(Math.max(wait, 1e3), 864e5) : 0;
}
