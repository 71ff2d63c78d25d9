// Says when the question is to be seen. The same on every page, and first in it.
(() => {
  const found = { visible: 0, ready: 0, shift: 0, longest: 0, memory: null };
  Object.defineProperty(window, 'found', { value: found });
  // Ours is seen before its Wasm is there; all others when they are ready.
  addEventListener('meetpunt:ready', () => (found.ready = performance.now()));
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) found.shift += entry.hadRecentInput ? 0 : entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) found.longest = Math.max(found.longest, entry.duration);
  }).observe({ type: 'longtask', buffered: true });
  // Memory of Wasm is not in the heap that the browser counts.
  const { instantiateStreaming } = WebAssembly;
  WebAssembly.instantiateStreaming = async (...words) => {
    const made = await instantiateStreaming(...words);
    for (const value of Object.values(made.instance.exports)) if (value instanceof WebAssembly.Memory) found.memory = value;
    return made;
  };
  const asks = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot && asks(element.shadowRoot)) return true;
      const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.includes('How likely is it'));
      if (own && element.checkVisibility({ opacityProperty: true }) && element.getClientRects().length) return true;
    }
    return false;
  };
  const look = () => {
    if (!document.body || !asks(document.body)) return requestAnimationFrame(look);
    // The frame after the one that draws it.
    requestAnimationFrame(() => (found.visible = performance.now()));
  };
  requestAnimationFrame(look);
})();
