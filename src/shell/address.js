/**
 * Whether the address fits the setting `match`: one of its patterns, where it has any, and none of those with `!`.
 *
 * @param {string[]} patterns
 * @param {(pattern: string) => boolean | undefined} matches undefined where it cannot tell: then it may fit
 * @returns {boolean}
 */
export function onPage(patterns, matches) {
  /** @type {boolean | undefined} */
  let fits;
  for (const item of patterns) {
    const [, excludes, pattern] = /^\s*(!?)\s*([/*].*)/.exec(item) || [];
    const found = pattern && matches(pattern);
    if (excludes && found) return false;
    if (!excludes && pattern) fits ||= found !== false;
  }
  return fits ?? true;
}

/**
 * Whether the address matches a pattern over the path and, after a `?`, the query.
 *
 * @param {string} pattern
 * @returns {boolean | undefined} undefined where the browser cannot tell
 */
export function matches(pattern) {
  // A `?` without a query after it makes optional what is before it.
  const [pathname, search] = pattern.trim().split(/\?(?=[^/}]*=)/);
  try {
    return new URLPattern({ pathname, search }).test(location.href);
  } catch {}
}
