// The least that asks a question and posts the answer: no delivery that can be relied on, no language, no style.
const form = document.querySelector('#survey');
for (let score = 0; score <= 10; score += 1) {
  const label = document.createElement('label');
  const point = Object.assign(document.createElement('input'), { type: 'radio', name: 'score', value: score });
  label.append(point, String(score));
  form.querySelector('fieldset').append(label);
}
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const { score, comment } = Object.fromEntries(new FormData(form));
  fetch('/collect', { method: 'POST', keepalive: true, body: JSON.stringify({ score: Number(score), comment }) });
  form.textContent = 'Thank you';
});
