import { meaning, understood, unclear } from './hearing';

const asks = (filled: object) => ({ type: 'show', what: 'startForm', filled });
const starts = (customer: string, language?: 'en' | 'de') => ({
  type: 'start',
  answers: { customer, ...(language && { language }) },
});

describe('starting an onboarding', () => {
  test.each([
    ['start', asks({})],
    ['start onboarding', asks({})],
    ['Please start the onboarding', asks({ language: 'en' })],
    ['onboarding starten', asks({})],
    ['starte das Onboarding', asks({ language: 'de' })],
    ['Starte bitte das Onboarding', asks({ language: 'de' })],
    ['start Contoso', starts('Contoso')],
    ['start onboarding for Contoso GmbH', starts('Contoso GmbH')],
    ['Please start the onboarding for Contoso Ltd.', starts('Contoso Ltd.', 'en')],
    ['start the onboarding for Contoso.', starts('Contoso', 'en')],
    ['start onboarding for Contoso, please', starts('Contoso', 'en')],
    ['starte Onboarding für Müller & Söhne', starts('Müller & Söhne', 'de')],
    ['Onboarding für Contoso starten', starts('Contoso', 'de')],
    ['Das Onboarding für Müller & Söhne (Wien) bitte starten', starts('Müller & Söhne (Wien)', 'de')],
    ['starte das Onboarding für „Die Post AG“', starts('Die Post AG', 'de')],
    ['starte Onboarding für den Kunden Ärzte e.V.', starts('Ärzte e.V.', 'de')],
    ['start onboarding for Contoso in German', starts('Contoso', 'de')],
    ['start onboarding: Contoso', starts('Contoso')],
    ['start contoso', asks({ customer: 'contoso' })],
    ['start Contoso?', asks({ customer: 'Contoso' })],
    ['start A3', unclear(['A3'])],
    ['start the coffee machine', unclear()],
    ['starte die Kaffeemaschine', unclear()],
  ])('%s', (text, expected) => {
    expect(meaning('en', text)).toEqual(expected);
  });

  test.each([
    ['start onboarding for Contoso, checkpoint every Tuesday at 10', { every: 'week', weekday: 2, time: '10:00' }],
    ['start onboarding for Contoso with a weekly jour fixe', { every: 'week' }],
    ['start onboarding for Contoso in German, checkpoint on Mondays at 9:30', { weekday: 1, time: '09:30' }],
    ['start onboarding for Contoso with checkpoints on Mondays at 9:30 in German', { weekday: 1, time: '09:30' }],
    [
      'Onboarding für Contoso starten, Jour fixe alle zwei Wochen donnerstags um 14 Uhr',
      { every: 'twoWeeks', weekday: 4, time: '14:00' },
    ],
  ])('%s: and how often the checkpoint is', (text, rhythm) => {
    const { request } = understood(text);
    expect(request).toMatchObject({ type: 'start', answers: { customer: 'Contoso', ...rhythm } });
  });

  test('a name that is also a rhythm stays a name', () => {
    expect(meaning('en', 'start onboarding for Daily')).toEqual(starts('Daily'));
  });

  test('what cannot be answered at the start is not left out in silence', () => {
    const text = 'start onboarding for Contoso, checkpoint every Tuesday at 10, reminder the day before';
    const rhythm = { every: 'week', weekday: 2, time: '10:00' };
    expect(meaning('en', text)).toMatchObject(asks({ customer: 'Contoso', ...rhythm }));
  });

  test('the name of the customer tells nothing about the language', () => {
    expect(understood('start Die Post und der Rest', 'en')).toMatchObject({ language: 'en', told: false });
  });
});
