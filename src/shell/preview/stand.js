import { isOverlay } from '../overlay.js';

/**
 * Puts the element of a draft where the page would show its survey: an inline one where the page's own of that name stands, else
 * where any does, else at the end of what the page is about.
 *
 * @param {HTMLElement} element
 * @param {string | undefined} display
 * @param {import('../page-part.js').Host['lives']} lives the page's own surveys
 * @param {HTMLElement} body
 */
export function stand(element, display, lives, body) {
  if (isOverlay({ display })) {
    element.style.display = 'contents';
    return body.append(element);
  }
  const own = [...lives.values()].filter(({ settings }) => !isOverlay(settings));
  const place = (own.find(({ settings }) => settings.survey === element.getAttribute('survey')) || own[0])?.element;
  if (!place) return (body.querySelector('main') || body).append(element);
  // What the shop's style sheet says of that place.
  for (const name of ['class', 'style']) element.setAttribute(name, place.getAttribute(name) || '');
  // Beside it: who drew the page may look for it again.
  place.after(element);
}
