import { word } from './words.js';

/** Passed over by whoever opens the survey, and in a kiosk. */
export const FREQUENCY = 'preview page visitor kiosk';

/**
 * The circumstances that pass over some rules.
 *
 * @param {import('./decide.js').Case} one
 * @returns {Record<string, string | false>} what an explanation says of each that is given
 */
export function circumstances({ settings, signals: { opening } }) {
  return {
    preview: settings.preview != null && settings.preview.trim() !== 'false' && 'preview',
    page: opening === 'page' && 'opened by the page',
    visitor: opening === 'visitor' && 'opened by the visitor',
    inline: word(settings.display, ['inline', 'popover', 'modal', 'tab', 'bar']) === 'inline' && 'inline',
    kiosk: word(settings.mode, ['normal', 'kiosk']) === 'kiosk' && 'kiosk',
  };
}
