/**
 * The survey and the score that a link carries, and the query without them.
 *
 * @param {string} query such as `?a=1&meetpunt=nps:9`; empty, or with its `?`
 * @returns {{survey: string, score: string, rest: string} | undefined} nothing where it carries none
 */
export function scoreIn(query) {
  const [whole, , survey, score] = /(^\?|&)meetpunt=([a-z0-9-]{1,64})(?::|%3A)(\d{1,2})(?=&|$)/i.exec(query) || [];
  if (!whole) return;
  const rest = query.replace(whole, whole[0] === '?' ? '?' : '').replace(/^\?&*/, '?').replace(/\?$/, '');
  return { survey, score, rest };
}
