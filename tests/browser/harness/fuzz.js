// Tries readers of the shell on random texts; `fuzz(rounds, seed)` resolves with the first thing that is wrong, or nothing.
window.fuzz = async (rounds, seed) => {
  const readers = ['duration', 'endpoint', 'delivery/sender', 'settings', 'locale-file', 'page/score-link', 'page/flatten', 'page/decide'];
  const [{ duration }, { endpointOf }, { waitAsked }, { settingsOf }, { wordsIn }, { scoreIn }, { flatten }, { decide }] = await Promise.all(
    readers.map((name) => import(`/shell/${name}.js`)),
  );
  const pieces = [
    'https://', 'http://', '//', '/', '\\', ':', '@', '?', '#', '..', '%2e', '%00', 'javascript:', 'data:', 'blob:', 'file:', 'collect',
    'user:pass@', 'evil.example', 'collect.shop.example', 'localhost', '127.0.0.1', '[::1]', '.', ':8080', ':99999', location.origin,
    'xn--', 'ß', '‮', '。', '\0', '\t', '\n', ' ', '́', '😀', '\ud800', '9', '0', '-1', '1e9', '99999999999999999999', 'ms', 's', 'm', 'h', 'd',
    'NaN', 'Infinity', ',', ';', 'Sat, 21 Nov 2026 17:15:20 GMT', ' GMT', 'nps', 'A', '-', '_', '<b>', '"', "'", '{', '}', '[', ']', '__proto__',
    '&', '=', '%3A', 'meetpunt=nps:9', 'answered:', 'never', 'kiosk', 'phone', '2026-11-22T00:00:00Z', '0000-01-01T00:00:00Z', 'required', '*', '!',
  ];
  const names = [
    'survey', 'metric', 'starts', 'ends', 'devices', 'match', 'audience', 'consent', 'ask-again', 'quiet', 'per-session', 'sample', 'priority',
    'occasion', 'respondent', 'mode', 'display', 'preview', 'storage', 'essential', 'lang',
  ];
  const signals = ['device', 'match', 'consent', 'full', 'open', 'block', 'opening', 'due', 'lang', 'visit', 'attributes'];
  const remembered = ['nps', '*', 'answered', 'dismissed', 'ignored', 'shown', 'draw', 'occasions', 'visit', '__proto__', 'toString'];
  const audiences = ['{"customer":', '{">":3}', '["a","b"]', '"gold"', '}'];
  const keys = ['id', 'metric', 'question', 'audience', 'askAgain', 'context', '__proto__', 'constructor'];
  // Mulberry32: the same texts for the same seed.
  const random = (below) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
  const text = () => Array.from({ length: random(7) }, () => pieces[random(pieces.length)]).join('');
  const pick = (list) => list[random(list.length)];
  const pairs = (of) => Array.from({ length: random(6) }, () => [pick(of), random(9) ? text() : Array.from({ length: 4 }, () => pick(audiences)).join('')]);
  /** Any JSON, such as a file of somebody else. */
  const json = (named, depth = 0) => {
    const inside = () => json(named, depth + 1);
    const list = () => (depth > 2 ? [] : Array.from({ length: random(4) }, inside));
    const record = () => JSON.parse(`{${list().map((value) => `${JSON.stringify(pick(named))}:${JSON.stringify(value)}`)}}`);
    return pick([text, text, () => random(30000), () => -1, () => 1e300, () => 1.5, () => null, () => true, list, record, record])();
  };
  const trusted = 'https://collect.shop.example/feedback http://localhost:8080/collect';
  const checks = {
    duration(word) {
      const found = duration(word);
      const units = [['ms', 1], ['s', 1000], ['m', 60000], ['h', 3600000], ['d', 86400000]];
      const unit = units.find(([name]) => word.endsWith(name) && /^[0-9]+$/.test(word.slice(0, -name.length)));
      const wanted = unit ? Number(word.slice(0, -unit[0].length)) * unit[1] : NaN;
      return Object.is(found, wanted);
    },
    endpoint(word) {
      let found;
      try {
        found = endpointOf({ endpoint: word }, { endpoint: trusted });
      } catch (error) {
        return typeof error.reason === 'string' && error.setting === 'endpoint';
      }
      if (found === '') return word === '';
      const { origin, href, username, password, hash } = new URL(found);
      return found === href && !username && !password && !hash && (origin === location.origin || trusted.split(' ').includes(found));
    },
    'Retry-After'(word) {
      const found = waitAsked({ get: (name) => (name === 'retry-after' ? word : text()) });
      return found === 0 || (found >= 1000 && found <= 86400000);
    },
    settings(word) {
      const attributes = [{ name: 'survey', value: word }, { name: 'metric', value: text() }, { name: text(), value: text() }];
      const { survey } = settingsOf({ attributes }, { lang: text(), preview: random(2) ? text() : undefined });
      return /^[a-z0-9-]{0,64}$/.test(survey) && {}.polluted === undefined;
    },
    'language file'() {
      try {
        return typeof wordsIn(json(keys)) === 'string';
      } catch (error) {
        // Any other would be a mistake of ours.
        return error instanceof TypeError;
      }
    },
    link(word) {
      const query = random(2) ? '?' + word : word;
      const found = scoreIn(query);
      if (!found) return true;
      const { survey, score, rest } = found;
      return /^[a-z0-9-]{1,64}$/i.test(survey) && /^\d{1,2}$/.test(score) && rest.length < query.length && !/[?&]$|^\?&/.test(rest[0] === '?' ? rest.slice(0, 2) : '');
    },
    'site file'(word) {
      const surveys = pick([() => json(keys), () => [json(keys), { ...json(keys), id: word }]])();
      const found = flatten({ defaults: json(keys), surveys }, word, pairs(names));
      return (!found || Object.values(found).every((value) => typeof value === 'string')) && {}.metric === undefined;
    },
    rules() {
      const settings = { survey: 'nps', metric: 'nps', ...Object.fromEntries(pairs(names)) };
      const record = { nps: json(remembered), '*': json(remembered) };
      const one = { settings, signals: Object.fromEntries(pairs(signals)), record, now: pick([0, Date.now(), 8.64e15]), draw: random(1e4) };
      const { show, reason, checks } = decide(one);
      const no = checks.find(({ passed }) => !passed);
      return checks.length === 18 && show === !no && reason === (no ? no.rule : null) && checks.every(({ value }) => typeof value === 'string');
    },
  };
  for (const [name, holds] of Object.entries(checks)) {
    for (let round = 0; round < rounds; round += 1) {
      const word = text();
      let held = false;
      let thrown = '';
      try {
        held = holds(word);
      } catch (error) {
        thrown = String(error);
      }
      if (!held) return `${name} ${JSON.stringify(word)} ${thrown}`;
    }
  }
};
