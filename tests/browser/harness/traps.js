// Wraps what starts WebAssembly, so that a test can let every later call into it run a real `unreachable` (`armed`), or the first
// call of one export (`trap`; closures are called through exports, too), and can look at the memory. Where no Wasm may run, it does the same
// to what the program uses as plain JavaScript. Runs before the loader.
(() => {
  const bytes = Uint8Array.of(
    0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 98, 0, 0, 10, 5, 1, 3, 0, 0, 11);
  const state = { armed: false, calls: 0, after: 0, memory: null, trap: null, trapped: 0, names: {} };
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
        state.after += 1;
        throw new Error("unreachable");
      }
      return clz32(number);
    };
    const noted = (buffer) => {
      if (buffer.byteLength >= 1 << 20) state.memory = { buffer };
      return buffer;
    };
    const { transfer } = ArrayBuffer.prototype;
    ArrayBuffer.prototype.transfer = function (length) { return noted(transfer.call(this, length)); };
    window.ArrayBuffer = new Proxy(ArrayBuffer, { construct: (kind, words) => noted(new kind(...words)) });
    return;
  }
  const wrap = (exports) => Object.fromEntries(Object.entries(exports).map(([name, value]) => {
    if (value instanceof WebAssembly.Memory) state.memory = value;
    if (typeof value !== "function") return [name, value];
    return [name, (...words) => {
      state.calls += 1;
      state.names[name] = true;
      if (state.armed || state.trapped) {
        state.after += 1;
        unreachable();
      }
      if (name === state.trap) {
        state.trapped += 1;
        unreachable();
      }
      return value(...words);
    }];
  }));
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
