import { readAction } from '../../src/adapters/teams/action';
import type { Involved } from '../../src/application/reply';
import type { Request, Wish } from '../../src/application/request';
import type { Language } from '../../src/engagement';
import { anna, assign, mehmet } from '../support/given';
import { buttonsOf, saidBelow } from './elements';
import { wishesOf } from './sayings';
import { view } from './scenes';
import { after, loaded, step, today } from './situations';

const onboarding = (customer: string, at: number): Involved => ({
  asker: mehmet,
  today,
  seen: { ...loaded(after([step(assign('A3', mehmet, '2026-12-01'))], { customer })), id: `onboarding-${at}` },
});

const both = ['Contoso', 'Fabrikam'].map(onboarding);

const asked = (request: Request, of: readonly Involved[] = both, language: Language = 'en') => {
  const { card, summary } = view({ language, says: [], show: { show: 'which', request, of }, today });
  return { buttons: buttonsOf(card), texts: saidBelow(card), summary };
};

/** What pressing each button asks for, and of which onboarding. */
const pressed = (request: Request, of: readonly Involved[] = both) =>
  asked(request, of).buttons.map(({ verb, data }) => readAction(verb, data));

test.each([
  ['en', 'Which onboarding do you mean?', 'Nothing changed yet.'],
  ['de', 'Welches Onboarding meinen Sie?', 'Bisher wurde nichts geändert.'],
] as const)('in %s each onboarding is one button', (language, title, text) => {
  const done: Request = { type: 'act', wishes: [{ type: 'CompleteItem', item: 'A3' }] };
  const { buttons, texts, summary } = asked(done, both, language);
  expect(buttons.map((button) => button.title)).toEqual(['Contoso', 'Fabrikam']);
  expect(buttons.every(({ mode }) => mode === 'primary')).toBe(true);
  expect(texts).toEqual([title, text]);
  expect(summary).toBe(title);
  expect(asked({ type: 'show', what: 'overview' }, both, language).texts).toEqual([title]);
});

test.each<Request>([
  { type: 'show', what: 'overview' },
  { type: 'show', what: 'mine' },
  { type: 'show', what: 'help' },
  { type: 'show', what: 'section', section: 'assess', which: 'all' },
  { type: 'show', what: 'section', section: 'general', which: 'all', page: 2 },
  { type: 'show', what: 'item', item: 'A3' },
  { type: 'show', what: 'history', question: { item: 'A3', did: 'deferred', page: 2 } },
  { type: 'show', what: 'form', form: 'item.defer', about: { item: 'A3' }, filled: { until: '2026-12-04' } },
  { type: 'confirm', wish: { type: 'FinishEngagement' } },
  { type: 'add', phase: 'remediate', text: 'Root CA\nOpen ports' },
  { type: 'act', wishes: [{ type: 'DeferItem', item: 'A3', until: '2026-12-04', reason: 'delivery' }] },
  { type: 'act', wishes: ['A3', 'A5'].map((item): Wish => ({ type: 'CompleteItem', item })) },
])('the same is asked of the onboarding that is meant: %j', (request) => {
  expect(pressed(request)).toEqual([
    { request, engagementId: 'onboarding-0' },
    { request, engagementId: 'onboarding-1' },
  ]);
});

test('every wish has a press that can be read', () => {
  for (const wish of Object.values(wishesOf('A3', 'a reason'))) {
    const [press] = asked({ type: 'act', wishes: [wish] }).buttons;
    expect([wish.type, readAction(press?.verb, press?.data).request.type]).not.toContain('unreadable');
    expect([wish.type, press?.verb]).not.toContain('engagement.show');
  }
});

test("what's left is the current phase, or after the last one the overview", () => {
  const [one, other] = both;
  const over = { ...other!, seen: { ...other!.seen, engagement: { ...other!.seen.engagement, phase: undefined } } };
  const { phase: _, ...engagement } = over.seen.engagement;
  const of = [one!, { ...over, seen: { ...over.seen, engagement } }];
  expect(pressed({ type: 'show', what: 'left' }, of).map(({ request }) => request)).toEqual([
    { type: 'show', what: 'section', section: 'initiate', which: 'all' },
    { type: 'show', what: 'overview' },
  ]);
});

test('moving an item changes its due day where it has one, and defers it elsewhere', () => {
  const bare = { asker: anna, today, seen: { ...loaded(after([], { customer: 'Fabrikam' })), id: 'onboarding-1' } };
  const requests = pressed({ type: 'move', item: 'A3', day: '2026-12-07' }, [both[0]!, bare]);
  expect(requests.map(({ request }) => request)).toMatchObject([
    { form: 'item.schedule', filled: { dueOn: '2026-12-07' } },
    { form: 'item.defer', filled: { until: '2026-12-07' } },
  ]);
});

test.each<[string, Request]>([
  [
    'different things at once',
    {
      type: 'act',
      wishes: [
        { type: 'CompleteItem', item: 'A3' },
        { type: 'ReleaseItem', item: 'A5' },
      ],
    },
  ],
  [
    'the same with different words',
    { type: 'act', wishes: ['a', 'b'].map((reason, at): Wish => ({ type: 'BlockItem', item: `A${at + 1}`, reason })) },
  ],
  [
    'steps for others',
    { type: 'act', wishes: [{ type: 'AddItems', phase: 'remediate', lines: [{ title: 'Root CA', owner: 'ben' }] }] },
  ],
  ['more than a button has room for', { type: 'add', phase: 'remediate', text: 'x'.repeat(5_000) }],
  ['the state as text', { type: 'show', what: 'text' }],
  ['a choice', { type: 'choose', options: [] }],
])('what no press can say leads to the overview: %s', (_, request) => {
  expect(pressed(request).map((press) => press.request)).toEqual([
    { type: 'show', what: 'overview' },
    { type: 'show', what: 'overview' },
  ]);
});

test('of more than eight the rest is counted, and names that are long are cut', () => {
  const of = Array.from({ length: 11 }, (_, at) => onboarding(`${at} ${'x'.repeat(70)}`, at));
  const { buttons, texts } = asked({ type: 'show', what: 'overview' }, of);
  expect(buttons).toHaveLength(8);
  expect(buttons.every(({ title }) => title.length === 60 && title.endsWith('…'))).toBe(true);
  expect(buttons.filter(({ mode }) => mode === 'primary')).toHaveLength(5);
  expect(texts).toEqual(['Which onboarding do you mean?', 'and 3 more']);
});

test('two for the same customer are told apart by when they began', () => {
  const [first, ...others] = ['Contoso', 'Contoso', 'Fabrikam'].map(onboarding);
  const { engagement } = first!.seen;
  const later = { ...engagement, started: { ...engagement.started!, on: '2026-11-16' } };
  const of = [{ ...first!, seen: { ...first!.seen, engagement: later } }, ...others];
  expect(asked({ type: 'show', what: 'overview' }, of).buttons.map(({ title }) => title)).toEqual([
    'Contoso (since Mon 16 Nov)',
    'Contoso (since Mon 2 Nov)',
    'Fabrikam',
  ]);
});
