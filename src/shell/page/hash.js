/**
 * The FNV-1a hash of a text in UTF-8.
 *
 * @param {string} text
 * @param {32 | 64} [bits]
 * @returns {bigint}
 */
export function hash(text, bits = 32) {
  let found = bits === 32 ? 0x811c9dc5n : 0xcbf29ce484222325n;
  const prime = bits === 32 ? 0x01000193n : 0x100000001b3n;
  for (const byte of new TextEncoder().encode(text)) found = BigInt.asUintN(bits, (found ^ BigInt(byte)) * prime);
  return found;
}
