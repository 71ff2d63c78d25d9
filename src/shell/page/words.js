/**
 * A word of a closed vocabulary, in any case.
 *
 * @param {string | undefined} text
 * @param {string[]} words the default first
 * @returns {string}
 */
export function word(text = '', words) {
  const found = text.trim().toLowerCase();
  return words.includes(found) ? found : words[0];
}

/**
 * @param {string | undefined} text
 * @param {number} usual where it is no whole number from 0 to 65535
 * @returns {number}
 */
export function whole(text = '', usual) {
  const number = /^\d+$/.test(text.trim()) ? +text : usual;
  return number <= 65535 ? number : usual;
}
