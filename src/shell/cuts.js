import * as small from './cut.js';
import { whole } from './whole.js';

/** @typedef {typeof import('./cut.js')} Cut */

/** Settings that the small cut does not know. */
const FURTHER = /^(scale|look|then|reasons|contact|allow-na|send|report|mode|negative|neutral|positive|labels|layer)(\.|$)/;

/**
 * The cut that a survey needs: see `crates/core/src/cut.rs`. Who previews a survey changes it, and gets the whole.
 *
 * @param {import('./settings.js').Settings} settings
 * @param {string} base the folder of the release
 * @param {Cut} [now] the one that shows it already; the whole one goes on
 * @returns {Promise<Cut>} rejects where it cannot be fetched
 */
export async function cutFor(settings, base, now) {
  const { metric = '', display = '', format = '', preview } = settings;
  const isSmall =
    preview == null &&
    /^(nps|ces|csat)$/.test(metric) &&
    !/^(modal|tab|bar)$/i.test(display.trim()) &&
    !/form/i.test(format) &&
    !Object.keys(settings).some((name) => FURTHER.test(name));
  return now && now !== small ? now : isSmall ? small : whole(base);
}
