// Runs first on every page of a test and writes down what the host page would notice.
(() => {
  const heard = { errors: [], violations: [], events: [], console: [] };
  Object.defineProperty(window, "heard", { value: heard });
  const kinds = [Object, Array, String, Function, Promise, EventTarget, Node, Element, HTMLElement, Document, Window, Storage];
  const members = () => kinds.map((kind) => [kind.name, ...Reflect.ownKeys(kind), ...Reflect.ownKeys(kind.prototype)].map(String).join(" "));
  const functions = () => ["fetch", "setTimeout", "addEventListener"].map((name) => window[name]);
  const globals = new Set(Object.getOwnPropertyNames(window));
  let before;
  let bound;
  // The page's own changes are not the guest's.
  heard.mark = () => {
    before = members();
    bound = functions();
  };
  heard.mark();
  heard.changes = () => {
    const own = ["heard", "meetpunt", "shop", "wasm", "ret_nodes" /* chromedriver's */];
    const added = Object.getOwnPropertyNames(window).filter((name) => !globals.has(name) && !own.includes(name) && isNaN(name));
    const changed = members().filter((text, place) => text !== before[place]);
    const replaced = functions().some((one, place) => one !== bound[place]) ? ["a function of the window"] : [];
    return [...added, ...changed, ...replaced];
  };
  const plain = (value) => {
    try { return JSON.parse(JSON.stringify(value ?? null)); } catch { return String(value); }
  };
  addEventListener("error", (event) => heard.errors.push(`error: ${event.message} (${event.filename}:${event.lineno})`));
  addEventListener("unhandledrejection", (event) => heard.errors.push(`unhandled rejection: ${event.reason?.stack ?? event.reason}`));
  document.addEventListener("securitypolicyviolation", (event) => {
    // The browser's own idea, asked for by nobody on the page.
    if (event.blockedURI.endsWith("/favicon.ico")) return;
    heard.violations.push(`${event.effectiveDirective}: ${event.blockedURI} (${event.sourceFile}:${event.lineNumber}) ${event.sample}`);
  });
  for (const level of ["info", "warn", "error"]) {
    const original = console[level];
    console[level] = function (...words) {
      heard.console.push(`${level}: ${words.map(String).join(" ")}`);
      return original.apply(this, words);
    };
  }
  const names = ["ready", "shown", "skipped", "answered", "alert", "submit", "completed", "dismissed", "delivered", "undelivered", "warning", "error"];
  for (const name of names) {
    document.addEventListener(`meetpunt:${name}`, (event) => heard.events.push({
      name,
      detail: plain(event.detail),
      target: event.target === document ? "document" : event.target.id || event.target.localName,
      bubbles: event.bubbles,
      composed: event.composed,
      cancelable: event.cancelable,
      at: performance.now(),
    }));
  }
})();
