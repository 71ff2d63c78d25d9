// Wraps what starts WebAssembly, so that a test can let every later call into it run a real `unreachable` (`armed`), or only the first
// call of one kind in the instance that comes first (`trap`), and can look at the memory. Closures are called through exports, too: so a
// kind is the name of an export with the type of the event that it is given, or with the code that a timer or a task runs.
// `trapped` counts instances that did, `after` calls into one that had. Where no Wasm may run, it does the same to what the program uses
// as plain JavaScript. Runs before the loader.
(() => {
  const bytes = Uint8Array.of(
    0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 98, 0, 0, 10, 5, 1, 3, 0, 0, 11);
  const state = { armed: false, calls: 0, after: 0, memory: null, trap: null, trapped: 0, kinds: {} };
  Object.defineProperty(window, "wasm", { value: state });
  let unreachable;
  try {
    unreachable = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports.b;
  } catch {
    // Each allocation counts leading zeros, and almost everything allocates.
    const { clz32 } = Math;
    Math.clz32 = (number) => {
      state.calls += 1;
      if (state.armed) {
        if (state.trapped) state.after += 1;
        state.trapped = 1;
        throw new Error("unreachable");
      }
      return clz32(number);
    };
    const noted = (buffer) => {
      if (buffer.byteLength >= 1 << 17) state.memory = { buffer };
      return buffer;
    };
    const { transfer } = ArrayBuffer.prototype;
    ArrayBuffer.prototype.transfer = function (length) { return noted(transfer.call(this, length)); };
    window.ArrayBuffer = new Proxy(ArrayBuffer, { construct: (kind, words) => noted(new kind(...words)) });
    return;
  }
  const kindOf = (name, [, code, event, ...further]) => {
    if (event instanceof Event) return `${name} ${event.type}`;
    // The rest are lengths, places and alignments, which are small where two numbers are given.
    return event === undefined && further.length === 0 && code > 1000 ? `${name} ${code}` : name;
  };
  const wrap = (exports) => {
    let dead = false;
    return Object.fromEntries(Object.entries(exports).map(([name, value]) => {
      if (value instanceof WebAssembly.Memory) state.memory = value;
      if (typeof value !== "function") return [name, value];
      return [name, (...words) => {
        state.calls += 1;
        const kind = kindOf(name, words);
        if (!state.trapped) state.kinds[kind] = true;
        if (dead) state.after += 1;
        if (!dead && (state.armed || (kind === state.trap && !state.trapped))) {
          state.trapped += 1;
          dead = true;
        }
        if (dead) unreachable();
        return value(...words);
      }];
    }));
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async function (...words) {
      const made = await original.apply(this, words);
      return made instanceof WebAssembly.Instance
        ? { exports: wrap(made.exports) }
        : { module: made.module, instance: { exports: wrap(made.instance.exports) } };
    };
  }
})();
