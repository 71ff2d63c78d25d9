const survey = new Survey.Model({
  elements: [
    {
      type: 'rating',
      name: 'score',
      title: 'How likely is it that you would recommend us to a friend or colleague?',
      rateMin: 0,
      rateMax: 10,
      minRateDescription: 'Not at all likely',
      maxRateDescription: 'Extremely likely',
    },
    { type: 'comment', name: 'comment', title: 'Why?' },
  ],
});
survey.onComplete.add(({ data }) => fetch('/collect', { method: 'POST', body: JSON.stringify(data) }));
survey.render(document.querySelector('#survey'));
