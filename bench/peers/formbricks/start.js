formbricksSurveys.renderSurveyInline({
  containerId: 'survey',
  languageCode: 'default',
  brandColor: '#2456c7',
  styling: {},
  isBrandingEnabled: false,
  getSetIsError() {},
  survey: {
    id: 'nps',
    name: 'NPS',
    type: 'link',
    status: 'inProgress',
    environmentId: 'bench',
    welcomeCard: { enabled: false },
    thankYouCard: { enabled: true, headline: 'Thank you' },
    endings: [],
    hiddenFields: { enabled: false },
    variables: [],
    languages: [],
    triggers: [],
    styling: null,
    questions: [
      {
        id: 'score',
        type: 'nps',
        headline: 'How likely is it that you would recommend us to a friend or colleague?',
        lowerLabel: 'Not at all likely',
        upperLabel: 'Extremely likely',
        required: true,
      },
      { id: 'comment', type: 'openText', headline: 'Why?', required: false, longAnswer: true },
    ],
  },
  onResponse(answer) {
    fetch('/collect', { method: 'POST', body: JSON.stringify(answer) });
  },
});
