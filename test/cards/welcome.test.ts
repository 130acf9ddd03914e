import { readAction } from '../../src/adapters/teams/action';
import type { Language } from '../../src/engagement';
import { buttonsOf, saidBelow } from './elements';
import { view } from './scenes';
import { today, unstarted } from './situations';

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
      'Ich bin Lotse. Hier zeige ich Ihnen Ihre Punkte aus allen Onboardings, an denen Sie beteiligt sind, und sage Ihnen, was andere Ihnen zuweisen.',
      'Schreiben Sie mir einfach, hier braucht es kein @. Ein Onboarding starten Sie in einem Kanal.',
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
