/**
 * The items of a list: U+001F ends each where it comes from JSON, a comma parts them where it is an attribute.
 *
 * @param {string | undefined} list
 * @returns {string[]} without the spaces around them and without empty ones
 */
export function items(list = '') {
  const parts = list.split(list.includes('\x1f') ? '\x1f' : ',');
  return parts.map((item) => item.trim()).filter(Boolean);
}
