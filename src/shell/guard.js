// A trapped Wasm module goes on running broken: borrowed cells stay borrowed, memory is half written. So after the
// first throw that crosses its border nothing of it is ever called again, and the page notices nothing.

let dead = false;

/** @type {() => void} */
let tell = () => {};

/** @returns {boolean} whether the Wasm has trapped */
export const trapped = () => dead;

/** @param {() => void} callback called once after a trap, when no Wasm is on the stack any more */
export function onTrap(callback) {
  tell = callback;
}

/**
 * Wraps every function that the Wasm exports: what throws, throws nothing, and returns undefined for ever after. The
 * build puts this around the exports where the glue takes them over, so that closures and destructors pass here too.
 *
 * @template {WebAssembly.Exports} T
 * @param {T} exports
 * @returns {T}
 */
export function guard(exports) {
  return wrap(exports, (inner, args) => {
    if (!dead) {
      try {
        return inner(...args);
      } catch {
        if (!dead) queueMicrotask(tell);
        dead = true;
      }
    }
  });
}

/**
 * Wraps every function that the Wasm imports. Where a trap happened further in, say in a listener that an imported
 * `dispatchEvent` called, the frames further out must not go on either: the throw unwinds them to their guard.
 *
 * @param {WebAssembly.ModuleImports} imports
 * @returns {WebAssembly.ModuleImports}
 */
export function fence(imports) {
  return wrap(imports, (inner, args) => {
    const result = inner(...args);
    if (dead) throw 0;
    return result;
  });
}

/**
 * @template {Record<string, any>} T
 * @param {T} members functions, and others that stay as they are
 * @param {(inner: Function, args: unknown[]) => unknown} around
 * @returns {T}
 */
function wrap(members, around) {
  const wrapped = Object.create(null);
  for (const name of Object.keys(members)) {
    const inner = members[name];
    wrapped[name] = typeof inner === 'function' ? (/** @type {unknown[]} */ ...args) => around(inner, args) : inner;
  }
  return wrapped;
}
