import { duration } from '../duration.js';
import { onClick } from './triggers/click.js';
import { onEvent } from './triggers/event.js';
import { onExit } from './triggers/exit.js';
import { onIdle } from './triggers/idle.js';
import { onScroll } from './triggers/scroll.js';

/**
 * Arms one of the triggers that the loader does not know.
 *
 * @param {string} text
 * @param {(word: string) => void} fire told the word before the colon
 * @param {AbortSignal} signal ends it
 * @returns {boolean} false when it cannot be read
 */
export function arm(text, fire, signal) {
  const [, word, rest = ''] = /^(\w+)\s*(?::\s*(.*))?$/s.exec(text) || [];
  const go = () => {
    if (!signal.aborted) fire(word);
  };
  if (word === 'exit' && !rest) return onExit(go, signal);
  if (word === 'idle') return onIdle(duration(rest), go, signal);
  if (word === 'scroll') return onScroll(rest, go, signal);
  if (word === 'click') return onClick(rest, go, signal);
  if (word === 'event') return onEvent(rest, go, signal);
  return false;
}
