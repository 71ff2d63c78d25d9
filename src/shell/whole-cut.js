// The whole cut, `part-whole-<hash>.mjs`: it also takes over a survey from the small one that has trapped.
import * as cut from './cut.js';
import { unpacked } from './names.js';

export * from './cut.js';
export { draftOf } from './draft.js';

/** @type {typeof cut.mount} */
export const mount = (root, settings, ...rest) => cut.mount(root, unpacked(settings), ...rest);

/** @type {typeof cut.update} */
export const update = (id, settings, ...rest) => cut.update(id, unpacked(settings), ...rest);
