import type { Notice } from '../../src/application/loaded';
import { anna, ben, mehmet } from '../support/given';
import { posted } from './shown';
import { exampleOf, jointCheckOf, loaded, outsideId, turnsOf } from './situations';

const told = (seen: Parameters<typeof posted>[0], notice: Notice, language: 'en' | 'de' = 'en') => {
  const screen = posted(seen, { show: 'notice', notice }, { language });
  const { entities } = screen.card['msteams'] as { entities: readonly { text: string; mentioned: { id: string } }[] };
  return { ...screen, entities };
};

describe('a question', () => {
  test.each([
    [
      'en',
      '<at>Anna Schmidt</at> and <at>Ben Carter</at>, Remediate is ready for the joint check. Please look at the results together and confirm them.',
      ['Confirm results', 'Show Remediate'],
    ],
    [
      'de',
      '<at>Anna Schmidt</at> und <at>Ben Carter</at>, die Korrekturphase ist bereit zur gemeinsamen Prüfung. Bitte sehen Sie sich die Ergebnisse gemeinsam an und bestätigen Sie sie.',
      ['Ergebnis bestätigen', 'Korrekturphase'],
    ],
  ] as const)('for the joint check goes to both sides in %s', (language, text, buttons) => {
    const notice = { type: 'asked', to: [anna, ben], phase: 'remediate' } as const;
    const { texts, titles, entities, summary } = told(jointCheckOf(language), notice, language);
    expect(texts).toEqual([text]);
    expect(titles).toEqual(buttons);
    expect(entities).toMatchObject([
      { text: '<at>Anna Schmidt</at>', mentioned: { id: outsideId(0) } },
      { text: '<at>Ben Carter</at>', mentioned: { id: outsideId(1) } },
    ]);
    expect(summary).toBe(text.replace(/<\/?at>/g, ''));
  });

  test('whether to move on names what waits', () => {
    const { texts, titles } = told(turnsOf('en').agreement, { type: 'asked', to: [anna], phase: 'initiate' });
    expect(texts[0]).toMatch(
      /^<at>Anna Schmidt<\/at>, nothing is open in Initiate any more, but something was deferred/,
    );
    expect(titles).toEqual(['Move on', 'I2', 'Show Initiate']);
  });
});

test.each([
  [
    'en',
    'blocked',
    '<at>Anna Schmidt</at>, Mehmet Yılmaz marked this as blocked:',
    'Mehmet Yılmaz marked as blocked: A6',
  ],
  [
    'de',
    'blocked',
    '<at>Anna Schmidt</at>, Mehmet Yılmaz hat diesen Punkt als blockiert eingetragen:',
    'Mehmet Yılmaz hat als blockiert eingetragen: A6',
  ],
  ['en', 'reopened', '<at>Anna Schmidt</at>, Mehmet Yılmaz opened this again:', 'Mehmet Yılmaz opened again: A6'],
  [
    'de',
    'reopened',
    '<at>Anna Schmidt</at>, Mehmet Yılmaz hat diesen Punkt wieder geöffnet:',
    'Mehmet Yılmaz hat wieder geöffnet: A6',
  ],
] as const)('in %s whoever has to know hears what was %s', (language, type, text, line) => {
  const about = { by: mehmet, items: ['A6'] };
  const notice: Notice = type === 'blocked' ? { type, to: [anna], ...about } : { type, to: anna, ...about };
  const { texts, summary, titles } = told(exampleOf(language), notice, language);
  expect(texts[0]).toBe(text);
  expect(summary).toBe(line);
  expect(titles).toHaveLength(1);
});

test('whoever confirmed hears what is open again', () => {
  const notice = { type: 'voided', to: [ben], phase: 'remediate', items: ['R3', 'R4'] } as const;
  const { texts, titles, summary } = told(jointCheckOf('en'), notice);
  expect(texts).toEqual([
    '<at>Ben Carter</at>, something is open in Remediate again, so the confirmation you gave is void:',
    '**R3** Root CA',
    '**R4** Open ports',
  ]);
  expect(titles).toEqual(['Show R3', 'Show R4', 'Show Remediate']);
  expect(summary).toBe('Confirmation void, open again in Remediate: R3, R4');
});

test('a lead hears who left and can hand over what they left behind', () => {
  const notice = { type: 'left', to: [anna], person: mehmet, items: ['A3', 'A6'] } as const;
  const { texts, buttons } = told(turnsOf('en')['owner gone'], notice);
  expect(texts[0]).toBe('<at>Anna Schmidt</at>, Mehmet Yılmaz left the team. These items have no owner here any more:');
  expect(buttons[0]).toMatchObject({
    title: 'Hand over…',
    verb: 'form.show',
    data: { form: 'person.handOver', person: outsideId(2) },
  });
});

describe('mentions', () => {
  const { engagement } = exampleOf('en');
  const asked = (to: readonly string[]): Notice => ({ type: 'asked', to, phase: 'remediate' });

  test('of people with the same name are told apart', () => {
    const { texts, entities } = told(
      loaded(engagement, () => 'Anna Schmidt'),
      asked([anna, ben]),
    );
    expect(entities).toMatchObject([
      { text: '<at>Anna Schmidt</at>', mentioned: { id: outsideId(0) } },
      { text: '<at>Anna Schmidt (2)</at>', mentioned: { id: outsideId(1) } },
    ]);
    for (const { text } of entities) expect(texts[0]?.split(text)).toHaveLength(2);
  });

  test('of the same person come once', () => {
    expect(told(loaded(engagement), asked([anna, anna, ben])).entities).toHaveLength(2);
  });

  test('of names that are nothing but marks still mention somebody', () => {
    const { texts, entities } = told(
      loaded(engagement, () => '<&>{*}'),
      asked([anna]),
    );
    expect(entities).toMatchObject([{ text: '<at>somebody</at>', mentioned: { id: outsideId(0) } }]);
    expect(texts[0]).toContain('<at>somebody</at>');
  });
});
