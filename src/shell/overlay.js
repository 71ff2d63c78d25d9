/**
 * Whether a survey stands above the page, so that it needs no tag.
 *
 * @param {{[name: string]: string | undefined, display?: string}} settings
 * @returns {boolean}
 */
export const isOverlay = ({ display }) => /^(popover|modal|tab|bar)$/i.test('' + display);
