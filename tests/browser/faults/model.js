// Plays random sequences with the delivery part of the release, on pages that this script makes up: the database is the browser's
// own, while time, network and the life of each page are ours. A model says what must hold.
//
//   whatever was saved is at the endpoint in the end, in its latest saved state; the same id always has the same bytes;
//   what was too large goes out in short only; no two pages that live send the same row at once; no page sends more than 8 requests a
//   minute.
//
// The last two hold only while no clock is set anew.
(() => {
  /** SplitMix32: the same seed plays the same sequence. */
  const randomOf = (seed) => () => {
    seed = (seed + 0x9e3779b9) | 0;
    let mixed = seed ^ (seed >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4294967296;
  };

  /** Transactions and openings under way, of all pages. */
  let busy = 0;
  const watch = (target, ends) => {
    busy++;
    let open = true;
    for (const end of ends) target.addEventListener(end, () => { if (open) busy--; open = false; });
    return target;
  };
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (...words) { return watch(transaction.apply(this, words), ["complete", "abort"]); };
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (...words) { return watch(open.apply(this, words), ["success", "error", "blocked"]); };

  const channel = new MessageChannel();
  let resume;
  channel.port1.onmessage = () => resume();
  const turn = () => new Promise((resolve) => { resume = resolve; channel.port2.postMessage(0); });
  /** Until nothing goes on any more but what waits for time or network. */
  const settle = async () => {
    for (let quiet = 0; quiet < 4; quiet = busy ? 0 : quiet + 1) await turn();
  };

  const GLOBALS = ["fetch", "Date", "setTimeout", "clearTimeout", "addEventListener", "document", "location", "Math", "console", "indexedDB"];

  /** The release's module as a function of what it takes from its page. */
  const compile = (source) => {
    const body = source.replace(/export\s*\{([^}]*)\};?\s*$/, (_, list) =>
      `return {${list.split(",").map((item) => item.trim().split(/\s+as\s+/)).map(([own, name = own]) => `${name}: ${own}`).join(",")}};`);
    return new Function(...GLOBALS, body);
  };

  async function playOne(make, seed) {
    const random = randomOf(seed);
    const below = (end) => Math.floor(random() * end);
    const one = (list) => list[below(list.length)];
    const wrong = [];
    const jumpy = random() < 0.3;
    const broken = random() < 0.15;
    let time = 1.8e12;
    let skew = 0;
    let submissions = 0;
    let pages = [];
    let requests = [];
    /** By id: its bytes, as the endpoint stored them. */
    const stored = new Map();
    /** By submission: the highest sequence that was said to be safe. */
    const safe = new Map();
    /** Ids of which a short form is at hand. */
    const shortened = new Set();
    const log = [];

    const answer = (request, outcome) => {
      requests = requests.filter((other) => other !== request);
      const { id, body, page, resolve, reject } = request;
      const stores = outcome === "ok" || outcome === "lost";
      if (stores) {
        if (stored.has(id) && stored.get(id) !== body) wrong.push(`${id} came with other bytes`);
        stored.set(id, body);
      }
      if (!page.alive) return;
      if (outcome === "lost" || outcome === "reset") return reject(new TypeError("network"));
      if (outcome === "large") page.refused.add(id);
      const status = { ok: 202, busy: 503, patience: 429, large: 413 }[outcome];
      const headers = new Headers(outcome === "patience" ? { "retry-after": String(1 + below(20)) } : {});
      resolve({ status, headers, type: "cors", body: null });
    };

    const openPage = async () => {
      const page = { alive: true, timers: [], listeners: {}, unfinished: [], starts: [], refused: new Set() };
      page.document = { hidden: false, addEventListener() {} };
      let timers = 0;
      const globals = {
        fetch(url, { body, signal }) {
          const { id } = JSON.parse(body);
          return new Promise((resolve, reject) => {
            if (!page.alive) return;
            if (page.refused.has(id)) wrong.push(`${id} is sent again though it is too large`);
            if (!jumpy && requests.some((other) => other.id === id && other.page.alive)) wrong.push(`${id} is sent twice at once`);
            page.starts = page.starts.filter((start) => start > time - 6e4);
            if (page.starts.push(time) > 8 && !jumpy) wrong.push("more than 8 requests a minute");
            const request = { id, body, page, resolve, reject };
            requests.push(request);
            signal.addEventListener("abort", () => {
              requests = requests.filter((other) => other !== request);
              reject(new DOMException("aborted", "AbortError"));
            });
          });
        },
        Date: Object.assign(function () { return new Date(time + skew); }, { now: () => time + skew, parse: Date.parse }),
        setTimeout(call, wait = 0, ...words) {
          page.timers.push({ number: ++timers, at: time + wait, call: () => call(...words) });
          return timers;
        },
        clearTimeout(number) { page.timers = page.timers.filter((timer) => timer.number !== number); },
        addEventListener(kind, call) { (page.listeners[kind] ||= []).push(call); },
        document: page.document,
        location: { href: "https://shop.example/", origin: "https://shop.example" },
        Math: Object.assign(Object.create(Math), { random, max: Math.max, min: Math.min }),
        console: { warn() {}, info() {} },
        indexedDB: broken ? undefined : indexedDB,
      };
      page.part = make(...GLOBALS.map((name) => globals[name]));
      page.tell = (kind) => (page.listeners[kind] || []).forEach((call) => call(new Event(kind)));
      page.part.start(() => true);
      pages.push(page);
      const ready = page.part.ready("local");
      await settle();
      await ready;
      page.part.wake().catch((error) => wrong.push(`wake: ${error}`));
      await settle();
      return page;
    };

    const save = (page, entry, state) => {
      const sequence = ++entry.sequence;
      const id = `${entry.submission}/${sequence}`;
      // The number of the short form is taken, whether it is ever needed or not.
      const short = random() < 0.3 ? JSON.stringify({ id: `${entry.submission}/${++entry.sequence}`, state, text: "" }) : "";
      if (short) shortened.add(id);
      const url = "https://collect.example/";
      const body = JSON.stringify({ id, state, text: random() });
      const base = { survey: "s", metric: "nps", touchpoint: null, preview: false };
      page.part.save({ id, url, type: "text/plain", body, short, state, base }, "local", entry.element, (said) => {
        if (said && page.alive) safe.set(entry.submission, Math.max(safe.get(entry.submission) || 0, sequence));
      });
    };

    /** The endpoint takes whatever comes. */
    const take = async () => {
      while (requests.length) {
        answer(requests[0], "ok");
        await settle();
      }
    };

    const pass = async (milliseconds, meanwhile = async () => {}) => {
      const end = time + milliseconds;
      for (;;) {
        await meanwhile();
        const due = pages.filter(({ alive }) => alive).flatMap((page) => page.timers.map((timer) => ({ page, timer })));
        const first = due.filter(({ timer }) => timer.at <= end).sort((a, b) => a.timer.at - b.timer.at)[0];
        if (!first) break;
        time = Math.max(time, first.timer.at);
        first.page.timers = first.page.timers.filter((timer) => timer !== first.timer);
        first.timer.call();
        await settle();
      }
      time = end;
    };

    const crash = (page) => {
      page.alive = false;
      pages = pages.filter((other) => other !== page);
      // What was under way may arrive or not; nobody hears of it.
      for (const request of requests.filter((other) => other.page === page)) answer(request, one(["ok", "reset"]));
    };

    const actions = {
      open: async () => { if (pages.length < 3) await openPage(); },
      answer: async (page) => {
        const entry = { submission: `submission-${++submissions}`, sequence: 0, element: document.createElement("p") };
        page.unfinished.push(entry);
        save(page, entry, "answered");
      },
      complete: async (page) => {
        const entry = page.unfinished.pop();
        if (entry) save(page, entry, "completed");
      },
      close: async (page) => { const entry = page.unfinished.pop(); if (entry) page.part.release(entry.element); },
      hide: async (page) => { page.document.hidden = true; page.tell("visibilitychange"); },
      show: async (page) => { page.document.hidden = false; page.tell("visibilitychange"); },
      leave: async (page) => { page.tell("pagehide"); await (below(2) ? settle() : turn()); crash(page); },
      crash: async (page) => crash(page),
      online: async (page) => page.tell("online"),
      flush: async (page) => { page.part.flush().catch((error) => wrong.push(`flush: ${error}`)); },
      network: async () => {
        if (!requests.length) return;
        const request = one(requests);
        answer(request, one(["ok", "ok", "lost", "reset", "busy", "patience", ...(shortened.has(request.id) ? ["large", "large"] : [])]));
      },
      time: async () => pass(one([100, 1000, 3000, 11000, 31000, 61000, 900000])),
      jump: async () => { if (jumpy) skew += one([-1, 1]) * one([6e4, 36e5, 864e5]); },
    };
    const names = [
      "open", "answer", "answer", "answer", "complete", "complete", "complete", "close", "hide", "show", "leave", "crash", "online", "flush",
      "network", "network", "network", "network", "time", "time", "time", "jump",
    ];

    await openPage();
    for (let left = 4 + below(16); left > 0; left--) {
      const name = one(names);
      if (!pages.length) await openPage();
      log.push(name);
      await actions[name](one(pages));
      // Now and then the next thing happens while this one is still being written.
      if (below(3)) await settle();
      else for (let turns = below(12); turns > 0; turns--) await turn();
    }
    await settle();

    // In the end everything works, and somebody visits the shop again.
    pages.slice().forEach(crash);
    await settle();
    await pass(60000);
    await openPage();
    // Longer than the day that an endpoint may ask for: where a clock was set back, a short wait may become as long as that.
    for (let round = 0; round < 48; round++) {
      await take();
      const { waiting } = await (async (said) => (await settle(), said))(pages[0].part.diagnostics());
      if (!waiting && !requests.length) break;
      await pass(round < 20 ? 15000 : 36e5, take);
    }
    for (const [submission, sequence] of safe) {
      const found = [...stored.keys()].some((id) => id.startsWith(submission + "/") && +id.split("/")[1] >= sequence);
      if (!found) wrong.push(`${submission}/${sequence} was saved and never arrived`);
    }
    const { waiting, losses } = await (async (said) => (await settle(), said))(pages[0].part.diagnostics());
    if (waiting) wrong.push(`${waiting} still wait`);
    if (losses.expired || losses.unreadable) wrong.push(`lost: ${JSON.stringify(losses)}`);
    pages.slice().forEach(crash);
    for (const key of Object.keys(localStorage)) localStorage.removeItem(key);
    if (!broken) {
      await new Promise((done, failed) => {
        const deleting = indexedDB.deleteDatabase("meetpunt");
        deleting.onsuccess = done;
        deleting.onerror = failed;
        deleting.onblocked = () => failed(new Error("a connection stays open"));
      });
    }
    return { wrong: wrong.map((what) => `seed ${seed}${jumpy ? ", jumps" : ""}${broken ? ", no database" : ""}: ${what}; ${log.join(" ")}`), saved: safe.size };
  }

  /** Plays `count` sequences from `seed` on; tells what went wrong and how many answers were saved. */
  window.play = async (address, seed, count) => {
    const make = compile(await (await fetch(address)).text());
    const told = { wrong: [], saved: 0 };
    for (let number = 0; number < count; number++) {
      const { wrong, saved } = await playOne(make, seed + number);
      told.wrong.push(...wrong);
      told.saved += saved;
    }
    return told;
  };
})();
