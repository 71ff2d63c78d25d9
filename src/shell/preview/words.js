/** What the banner says; `{reason}` is the name of a rule or setting. */
const ENGLISH = {
  title: 'Preview of a draft.',
  help: 'Nothing of it is stored or sent.',
  unreadable: 'This link holds no draft that can be read. Copy it whole.',
  waits: 'It waits for its trigger.',
  away: 'Here it keeps away: {reason}.',
  broken: 'It cannot show: {reason}.',
  show: 'Show it now',
  leave: 'Leave the preview',
};

/** @typedef {typeof ENGLISH} Words */

/** @type {Words} */
const DUTCH = {
  title: 'Voorbeeld van een concept.',
  help: 'Er wordt niets van bewaard of verstuurd.',
  unreadable: 'In deze link staat geen leesbaar concept. Kopieer hem helemaal.',
  waits: 'Het wacht op zijn aanleiding.',
  away: 'Hier blijft het weg: {reason}.',
  broken: 'Het kan niet verschijnen: {reason}.',
  show: 'Toon het nu',
  leave: 'Voorbeeld verlaten',
};

/**
 * @param {string} language the marketer's, as BCP 47
 * @returns {Words}
 */
export const wordsFor = (language) => (/^nl\b/i.test(language) ? DUTCH : ENGLISH);
