// The whole cut, `part-whole-<hash>.mjs`: it also takes over a survey from the small one that has trapped.
export * from './cut.js';
export { draftOf } from './draft.js';
