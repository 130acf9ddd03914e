import { linkTo } from '../../src/adapters/teams/link';
import type { Loaded, Post } from '../../src/application/loaded';
import type { Reply, Showing } from '../../src/application/reply';
import { type Language, limits } from '../../src/engagement';
import { anna, mehmet } from '../support/given';
import { linkPattern, readAloud, saidBelow, whereOf } from './elements';
import { view } from './scenes';
import { mineOf, section } from './shown';
import { after, alphabets, exampleOf, loaded, outsideId, repeated, today, turnsOf, unstarted } from './situations';

const overview: Post = {
  place: { tenantId: outsideId(0), conversationId: '19:abc_def@thread.tacv2', team: '19:abc@thread.tacv2' },
  address: '{"conversation":{"id":"19:abc_def@thread.tacv2","conversationType":"channel"}}',
  activityId: '1690000000000',
};

const answered = (seen: Loaded, show: Showing, more: Partial<Reply> = {}) =>
  view({ language: seen.engagement.language, says: [], show, seen, today, asker: anna, ...more });

const where = (...about: Parameters<typeof answered>) => whereOf(answered(...about).card);

const given = { type: 'assigned', to: mehmet, by: anna, items: ['A3'] } as const;

/** Everything that shows something of one onboarding. */
const screens: readonly Showing[] = [
  section('assess'),
  section('general', 'open'),
  { show: 'item', item: 'A3' },
  { show: 'left' },
  { show: 'items', question: { which: 'overdue' }, items: ['A3'] },
  { show: 'next', items: [] },
  { show: 'gate' },
  { show: 'confirmations' },
  { show: 'said' },
  { show: 'form', form: 'item.defer', about: { item: 'A3' }, filled: {} },
  { show: 'confirm', wish: { type: 'FinishEngagement' }, command: { type: 'FinishEngagement' } },
  { show: 'choice', options: [] },
  { show: 'notice', notices: [given] },
  mineOf(exampleOf('en')),
];

describe('above a screen', () => {
  test.each([
    ['en', 'Contoso · EMS onboarding'],
    ['de', 'Contoso · EMS-Onboarding'],
  ] as const)('stands in %s which onboarding it is of, and leads to its overview', (language, text) => {
    const seen = exampleOf(language);
    for (const show of screens) {
      expect([show.show, where(seen, show, { overview })]).toEqual([show.show, `[${text}](${linkTo(overview)})`]);
      expect([show.show, where(seen, show)]).toEqual([show.show, text]);
    }
  });

  test('it comes below what was said', () => {
    const says = [{ type: 'problem', problem: 'failed' } as const];
    const { card } = answered(exampleOf('en'), section('assess'), { says, overview });
    const [first, second] = card['body'] as readonly { readonly text: string }[];
    expect(first?.text).toMatch(/^Something went wrong/);
    expect(second?.text).toBe(whereOf(card));
  });

  test.each<[string, Loaded, Showing]>([
    ['the overview', exampleOf('en'), { show: 'overview' }],
    ['how it went', exampleOf('en'), { show: 'closing' }],
    ['what is left of a discarded one', turnsOf('en').discarded, section('assess')],
    ['help', exampleOf('en'), { show: 'help' }],
    [
      'the form to start one',
      unstarted,
      { show: 'startForm', filled: {}, asker: { id: 'a', name: 'A', guest: false } },
    ],
    [
      'my items of several',
      exampleOf('en'),
      mineOf(exampleOf('en'), anna, { seen: exampleOf('en'), asker: anna, today }),
    ],
  ])('nothing stands above %s', (_, seen, show) => {
    expect(where(seen, show, { overview })).toBeUndefined();
  });

  test('my items of another onboarding do not lead to the overview of this one', () => {
    const seen = exampleOf('en');
    const other = mineOf({ ...seen, id: 'another' });
    expect(where(seen, other, { overview })).toBe('Contoso · EMS onboarding');
    expect(where(seen, mineOf(seen), { overview })).toBe(`[Contoso · EMS onboarding](${linkTo(overview)})`);
  });

  test('of somebody told in their own chat, the heading leads there', () => {
    const { card } = answered(exampleOf('en'), { show: 'notice', notices: [given], alone: true }, { overview });
    expect(saidBelow(card)[0]).toBe(`[Contoso](${linkTo(overview)})`);
  });

  test.each<[string, string]>([
    ['brackets', 'A [b] (c) ](http://x) [d'],
    ['quotes', `"A" 'b' „c“`],
    ['line breaks', 'A\n\nb'],
    ...Object.entries(alphabets).map(([kind, alphabet]): [string, string] => [
      kind,
      repeated(alphabet, limits.customer).trim(),
    ]),
  ])('a name made of %s stays one link, and is read as it was typed', (_, customer) => {
    const seen = loaded(after([], { customer }));
    const line = where(seen, section('initiate'), { overview }) ?? '';
    const [, text = '', url] = [...line.matchAll(linkPattern)][0] ?? [];
    expect(line).toBe(`[${text}](${linkTo(overview)})`);
    expect(url).toBe(linkTo(overview));
    const shown = customer.replace(/\s+/g, ' ').replace(/[\u0001\u0007\u202a-\u202e]/g, '');
    const begins = Array.from(readAloud(text).split('…')[0]?.replace(' · EMS onboarding', '') ?? '').slice(0, 60);
    expect(shown.startsWith(begins.join(''))).toBe(true);
    expect(Buffer.byteLength(JSON.stringify(line))).toBeLessThan(450);
  });
});

const texts = (language: Language, show: Showing, more: Partial<Reply> = {}) => {
  const { card, summary } = answered(exampleOf(language), show, more);
  return { texts: saidBelow(card), summary };
};

describe('the overview that stands elsewhere now', () => {
  test.each([
    ['en', 'The overview now stands here: [Overview]', 'The overview stands in a newer post now.'],
    ['de', 'Die Übersicht steht jetzt hier: [Übersicht]', 'Die Übersicht steht jetzt in einem neueren Beitrag.'],
  ] as const)('leaves one line in %s that leads on', (language, text, summary) => {
    const moved = texts(language, { show: 'moved' }, { overview });
    expect(moved.texts).toEqual([`${text}(${linkTo(overview)})`]);
    expect(moved.summary).toBe(summary);
    expect(texts(language, { show: 'moved' }).texts).toEqual([moved.summary]);
  });

  test.each([
    ['en', 'Contoso · Assess: 3 of 7 open', 'I have posted the overview anew: [Overview]'],
    ['de', 'Contoso · Analysephase: 3 von 7 offen', 'Ich habe die Übersicht neu gepostet: [Übersicht]'],
  ] as const)('is where whoever asked for it in %s is led, with how it stands', (language, summary, text) => {
    const posted = texts(language, { show: 'posted' }, { overview });
    expect(posted.summary).toBe(summary);
    expect(posted.texts).toEqual([summary, `${text}(${linkTo(overview)})`]);
    expect(texts(language, { show: 'posted' }).texts[1]).toBe(text.replace(/: .*$/, '.'));
  });

  test('offers nothing but the overview', () => {
    for (const show of ['moved', 'posted'] as const) {
      const { card } = answered(exampleOf('en'), { show }, { overview });
      expect(JSON.stringify(card).match(/"verb":"[^"]+"/g)).toEqual([
        '"verb":"engagement.show"',
        '"verb":"engagement.show"',
      ]);
    }
  });
});
