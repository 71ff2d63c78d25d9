/** The surveys that stand in the page, by their element. @type {Map<Element, import('./life.js').Life>} */
export const lives = new Map();
