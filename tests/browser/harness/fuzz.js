// Tries readers of the shell on random texts; `fuzz(rounds, seed)` resolves with the first thing that is wrong, or nothing.
window.fuzz = async (rounds, seed) => {
  const [{ duration }, { endpointOf }, { waitAsked }, { settingsOf }] = await Promise.all(
    ['duration', 'endpoint', 'delivery/sender', 'settings'].map((name) => import(`/shell/${name}.js`)),
  );
  const pieces = [
    'https://', 'http://', '//', '/', '\\', ':', '@', '?', '#', '..', '%2e', '%00', 'javascript:', 'data:', 'blob:', 'file:', 'collect',
    'user:pass@', 'evil.example', 'collect.shop.example', 'localhost', '127.0.0.1', '[::1]', '.', ':8080', ':99999', location.origin,
    'xn--', 'ß', '‮', '。', '\0', '\t', '\n', ' ', '́', '😀', '\ud800', '9', '0', '-1', '1e9', '99999999999999999999', 'ms', 's', 'm', 'h', 'd',
    'NaN', 'Infinity', ',', ';', 'Sat, 21 Nov 2026 17:15:20 GMT', ' GMT', 'nps', 'A', '-', '_', '<b>', '"', "'", '{', '}', '[', ']', '__proto__',
  ];
  // Mulberry32: the same texts for the same seed.
  const random = (below) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
  const text = () => Array.from({ length: random(7) }, () => pieces[random(pieces.length)]).join('');
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
