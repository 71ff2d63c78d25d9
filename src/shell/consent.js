/** What the page said by `meetpunt('consent', …)`; it is never stored, so each page says it again. */
let given = false;

/** @param {boolean} yes */
export function setConsent(yes) {
  given = yes;
}

/**
 * @param {string | undefined} setting `required`, or anything else for not required
 * @returns {boolean} whether anything may be shown, stored or sent
 */
export function allowed(setting) {
  return given || setting !== 'required';
}
