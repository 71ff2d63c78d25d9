// Runs first on every page of a test and writes down what the host page would notice.
(() => {
  const heard = { errors: [], violations: [], events: [], console: [] };
  Object.defineProperty(window, "heard", { value: heard });
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
