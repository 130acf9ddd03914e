import { readAction } from '../../src/adapters/teams/action';
import type { Showing } from '../../src/application/reply';
import type { Language } from '../../src/engagement';
import { buttonsOf, saidBelow } from './elements';
import { view } from './scenes';
import { today, unstarted } from './situations';

const texts = (show: Showing, language: Language, personal?: true): string => {
  const { card } = view({ language, says: [], show, seen: unstarted, today, ...(personal && { personal }) });
  return saidBelow(card).join('\n');
};

const welcomed = (language: Language) => {
  const { card, summary } = view({
    language,
    says: [],
    show: { show: 'welcome', alone: true },
    seen: unstarted,
    today,
  });
  return { texts: saidBelow(card), buttons: buttonsOf(card), summary };
};

test.each([
  [
    'en',
    [
      'Lotse',
      "I'm Lotse. Here I show you your items from all onboardings you are part of, and tell you what others give you.",
      'Just write to me: no @ needed. You start an onboarding in a channel.',
      'Deutsch: Hilfe',
    ],
    ['My items', 'What can I say?'],
  ],
  [
    'de',
    [
      'Lotse',
      'Ich bin Lotse. Hier zeige ich Ihnen Ihre Punkte aus allen Onboardings, an denen Sie beteiligt sind, und sage Ihnen Bescheid, wenn andere Ihnen etwas zuweisen.',
      'Schreiben Sie mir einfach; ein @Lotse ist hier nicht nötig. Ein Onboarding starten Sie in einem Kanal.',
      'English: help',
    ],
    ['Meine Punkte', 'Was kann ich sagen?'],
  ],
] as const)('in somebody’s own chat Lotse says in %s what it is there for', (language, texts, titles) => {
  const { buttons, ...shown } = welcomed(language);
  expect(shown).toEqual({ texts, summary: 'Lotse' });
  expect(buttons.map(({ title }) => title)).toEqual(titles);
});

test('my items are asked for of all onboardings', () => {
  const [mine] = welcomed('en').buttons;
  expect(readAction(mine?.verb, mine?.data)).toEqual({ request: { type: 'show', what: 'mine' } });
});

test.each([
  [
    'en',
    ['no @ needed here', 'what changed since Monday?', 'who deferred A3?', 'status as text', 'Deutsch: Hilfe'],
    'by writing “start”',
    'start the onboarding',
  ],
  [
    'de',
    [
      'ein @Lotse ist hier nicht nötig',
      'was hat sich seit Montag geändert?',
      'wer hat A3 zurückgestellt?',
      'Status als Text',
      'English: help',
    ],
    'mit „start“',
    'Onboarding starten',
  ],
] as const)('in somebody’s own chat nobody is told in %s to mention Lotse', (language, help, start, example) => {
  for (const text of help) expect(texts({ show: 'help' }, language, true)).toContain(text);
  expect(texts({ show: 'nothingHere' }, language, true)).toContain(start);
  expect(texts({ show: 'unclear', items: [] }, language, true).split('\n')).toContain(example);
  for (const show of [{ show: 'help' }, { show: 'nothingHere' }, { show: 'unclear', items: [] }] as const)
    expect(texts(show, language)).toMatch(/@Lotse (?:am|start|Onboarding)|starting with @Lotse/);
});
