// Writes down, for each pointer event on the page, the time from the input to the end of the script that it caused, and to the
// frame that shows it: the first task after the next frame was handed over. Event Timing, the source of Interaction to Next Paint, adds
// when it was presented, for what took 16 ms or more.
window.paints = [];
window.timings = [];
for (const type of ['pointerdown', 'pointerup', 'click']) {
  addEventListener(type, (event) => {
    const paint = { begin: event.timeStamp, script: 0, frame: 0 };
    paints.push(paint);
    const since = () => performance.now() - event.timeStamp;
    // The last of the listeners; what others left to do has been done between them.
    event.view.addEventListener(type, () => (paint.script = since()), { once: true });
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (paint.frame = since());
    requestAnimationFrame(() => port2.postMessage(0));
  }, true);
}
new PerformanceObserver((list) => timings.push(...list.getEntries().map((entry) => [entry.startTime, entry.duration])))
  .observe({ type: 'event', durationThreshold: 16 });
