/** A decimal number without exponent. */
const DECIMAL = /^-?\d+(\.\d+)?$/;

/** @typedef {Record<string, string | undefined>} Attributes */

/**
 * The rule of the visitors who may be asked. An audience that cannot be read is everybody.
 *
 * @param {import('./decide.js').Case} one
 * @returns {import('./decide.js').Found}
 */
export function audience({ settings, signals }) {
  /** @type {Attributes} */
  const attributes = Object.create(null);
  for (const name in signals) if (name.startsWith('set.')) attributes[name.slice(4)] = signals[name];
  /** @type {Set<string>} */
  const seen = new Set();
  let fits = true;
  try {
    if (settings.audience?.trim()) fits = includes(JSON.parse(settings.audience), attributes, seen);
  } catch {
    seen.clear();
  }
  return ['audience', fits, [...seen].join(', ') || 'everybody'];
}

/**
 * @param {any} node
 * @param {Attributes} attributes
 * @param {Set<string>} seen
 * @returns {boolean}
 * @throws {unknown} when it cannot be read
 */
function includes(node, attributes, seen) {
  const [[name, value], more] = Object.entries(node);
  const each = () => /** @type {any[]} */ (value).map((one) => includes(one, attributes, seen));
  if (!more && name === 'all') return each().every(Boolean);
  if (!more && name === 'any') return each().some(Boolean);
  if (!more && name === 'not') return !includes(value, attributes, seen);
  const { attribute, ...conditions } = node;
  const all = Object.entries(conditions);
  if (typeof attribute !== 'string' || !attribute || !all[0]) throw node;
  const found = attributes[attribute];
  seen.add(found == null ? `${attribute} not set` : `${attribute}=${found}`);
  return all.map(([name, value]) => holds(name, value, found)).every(Boolean);
}

/**
 * @param {string} name
 * @param {any} value
 * @param {string | undefined} found
 * @returns {boolean}
 * @throws {unknown} when it cannot be read
 */
function holds(name, value, found) {
  if (name === 'in' && Array.isArray(value)) return value.map(text).includes(/** @type {string} */ (found));
  if (name === 'exists' && typeof value === 'boolean') return (found != null) === value;
  if (name === 'is') return found === text(value);
  if (name === 'isNot') return found !== text(value);
  const limit = text(value);
  if (!/^(above|below)$/.test(name) || !DECIMAL.test(limit)) throw name;
  if (found == null || !DECIMAL.test(found)) return false;
  return name === 'above' ? +found > +limit : +found < +limit;
}

/**
 * @param {unknown} value
 * @returns {string}
 * @throws {unknown} when it is no text, number or boolean
 */
function text(value) {
  if (value == null || typeof value === 'object') throw value;
  return '' + value;
}
