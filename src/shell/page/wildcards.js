/**
 * Whether the path fits a pattern in which `*` stands for anything: for browsers without URLPattern.
 *
 * @param {string} pattern
 * @returns {boolean}
 */
export function matchesWildcards(pattern) {
  const [path] = pattern.trim().split('?');
  const parts = path.split('*').map((part) => part.replace(/[^\w/]/g, '\\$&'));
  return RegExp(`^${parts.join('.*')}$`).test(location.pathname);
}
