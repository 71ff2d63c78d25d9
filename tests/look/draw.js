// What a sheet does with its frames: `draw` and `layOut` are called from outside.
const until = (what, find) => new Promise((resolve, reject) => {
  const end = performance.now() + 20_000;
  const look = () => {
    const found = find();
    if (found) resolve(found);
    else if (performance.now() > end) reject(new Error(`waited in vain for ${what}`));
    else setTimeout(look, 20);
  };
  look();
});

const acts = {
  choose: async (root, value) => {
    root.querySelector(`[name=score][value="${value}"]`).click();
    await until(`the score ${value}`, () => root.querySelector(`[value="${value}"]:checked`));
  },
  focus: async (root, value) => root.querySelector(`[name=score][value="${value}"]`).focus(),
  send: async (root) => {
    const step = root.querySelector('.step');
    root.querySelector('[part~=send]').click();
    await until('the next step', () => !step.isConnected || root.querySelector('[part~=error]'));
  },
  unsent: async (root) => {
    root.querySelector('[part~=send]').click();
    await until('"not sent yet"', () => root.querySelector('[part~=status]:not([data-unseen])'));
  },
  na: async (root) => {
    root.querySelector('[part~=not-applicable]').click();
    await until('the pressed button', () => root.querySelector('[aria-pressed=true]'));
  },
  reason: async (root, place) => root.querySelectorAll('[name=reason]')[place].click(),
  comment: async (root, text) => {
    const field = root.querySelector('textarea');
    field.value = text.replaceAll('_', ' ');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  },
  handle: async (root) => {
    root.querySelector('[part~=handle]').click();
    await until('the panel', () => root.querySelector('[part~=frame]'));
  },
};

/** Does to the survey of a frame what the frame says, and sets it to the height of its page. */
async function draw(frame) {
  const { acts: list, scale, src } = frame.dataset;
  await new Promise((resolve) => {
    frame.onload = resolve;
    frame.src = src;
  });
  const page = frame.contentDocument;
  const host = page.querySelector('meetpunt-survey');
  const root = host.shadowRoot ?? (await until('the loader', () => host.shadowRoot));
  await until(`the survey ${host.outerHTML}`, () => root.querySelector('[part~=frame], [part~=handle]'));
  for (const act of list.split(' ').filter(Boolean)) {
    const [name, value] = act.split(':');
    await acts[name](root, value);
  }
  await page.fonts.ready;
  // A change is drawn with the next turn.
  await new Promise((resolve) => setTimeout(resolve, 50));
  if (!list.includes('focus')) root.activeElement?.blur();
  if ('grows' in frame.dataset) frame.height = Math.ceil(page.body.getBoundingClientRect().height) + 32;
  frame.parentElement.style.height = `${Math.ceil(20 + (frame.height * scale) / 100)}px`;
}

/**
 * Each frame goes to the column of its section that is shortest so far; sections stand side by side where there is room. Returns the
 * height of the sheet.
 */
function layOut() {
  const gap = 16;
  let [left, top, bottom] = [gap, gap, gap];
  for (const section of document.querySelectorAll('section')) {
    const width = +section.dataset.width + gap;
    if (left > gap && left + width > document.body.clientWidth) [left, top] = [gap, bottom];
    const room = Math.max(1, Math.floor((document.body.clientWidth - left) / width));
    const columns = new Array(Math.min(room, section.children.length)).fill(top);
    for (const figure of section.children) {
      const place = columns.indexOf(Math.min(...columns));
      figure.style.left = `${left + place * width}px`;
      figure.style.top = `${columns[place]}px`;
      columns[place] += figure.offsetHeight + gap;
    }
    left += columns.length * width;
    bottom = Math.max(bottom, ...columns);
  }
  bottom = Math.ceil(bottom);
  document.body.style.height = `${bottom}px`;
  return bottom;
}
