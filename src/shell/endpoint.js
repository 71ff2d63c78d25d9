const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1])$/;

/**
 * Where this survey's answers go.
 *
 * The script tag is trusted. Markup is not: whoever can put an element into the page must not be able to send answers
 * elsewhere, so an endpoint or preview address there is the page's own origin or one that the script tag names.
 *
 * @param {import('./settings.js').Settings} settings
 * @param {Readonly<Record<string, string | undefined>>} data the script tag's `data-*`
 * @returns {string} an absolute URL; '' when nothing is to be sent
 * @throws {{reason: string, setting: string}} when the address is not one that answers may go to
 */
export function endpointOf({ endpoint, preview }, data) {
  const named = (data.endpoint || '').split(/\s+/);
  const found = preview ?? endpoint ?? named[0];
  if (!found) return '';
  const url = parse(found);
  const same = url?.origin === location.origin;
  const local = LOOPBACK.test(location.hostname) && LOOPBACK.test(url?.hostname || '');
  const wrong = !url
    ? 'an http address of at most 2000 characters'
    : url.username || url.password || url.hash
      ? 'without user info and fragment'
      : url.protocol !== 'https:' && !same && !local
        ? 'https'
        : !same && ![...named, data.preview].some((text) => parse(text)?.href === url.href)
          ? "same-origin, or named in the script tag's data-endpoint"
          : '';
  if (!wrong) return /** @type {URL} */ (url).href;
  const setting = preview == null ? 'endpoint' : 'preview';
  throw { reason: `${setting} "${found.slice(0, 200)}" must be ${wrong}`, setting };
}

/**
 * @param {string | undefined} text
 * @returns {URL | undefined}
 */
function parse(text) {
  // The parser would drop control characters silently.
  if (!text || text.length > 2000 || /[\0-\x1f]/.test(text)) return;
  try {
    // Not against document.baseURI, which markup can change.
    const url = new URL(text, location.href);
    if (/^https?:$/.test(url.protocol)) return url;
  } catch {}
}
