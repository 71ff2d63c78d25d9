/**
 * Reads a language's file.
 *
 * @param {string[]} list first the keys, then the texts; changed
 * @returns {string} key, text, key, text … separated by U+0000
 * @throws {TypeError} where it is no list
 */
export function wordsIn(list) {
  return list.splice(0, list.length / 2).flatMap((key, place) => [key, list[place]]).join('\0');
}
