import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Card, loadCards } from '../../src/adapters/teams/cards';
import { createView, type Rendered } from '../../src/adapters/teams/view';
import type { CardName, CheckpointNews, Loaded, News, Notice, Post } from '../../src/application/loaded';
import { deeds, type HistoryQuestion } from '../../src/application/history-question';
import type { Entry, Reply, Saying, Showing } from '../../src/application/reply';
import {
  conditions,
  type ItemQuestion,
  itemForms,
  itemVerbs,
  type ItemVerb,
  otherForms,
  type Request,
} from '../../src/application/request';
import {
  type Engagement,
  type Language,
  limits,
  type PersonId,
  phases,
  reminderKinds,
  sections,
} from '../../src/engagement';
import { anna, ben, mehmet } from '../support/given';
import { entriesOf, worstEntries } from './record';
import { acceptance, commandsOf, refusal, sayingsOf, unread, wishesOf } from './sayings';
import { codes, outsideId, rosterOf, type Situation, situationsOf, today, unstarted } from './situations';

export const view = createView(loadCards(join(__dirname, '..', '..', 'cards')));

/** One card as it may be sent. */
export type Scene = Pick<Situation, 'typed' | 'asker'> & {
  readonly screen: string;
  readonly situation: string;
  readonly reply: Reply;
} & Rendered;

export const bytesOf = (card: Card): number => Buffer.byteLength(JSON.stringify(card), 'utf8');

/** `forAll`: as a post, which nobody in particular looks at. */
type Told = readonly [screen: string, show: Showing, says?: readonly Saying[], forAll?: true];

const section = (
  which: (typeof sections)[number],
  kind: 'all' | 'open',
  says: readonly Saying[] = [],
  page?: number,
): Told => [
  `section ${which}`,
  { show: 'section', section: which, which: kind, ...(page !== undefined && { page }) },
  says,
];
const itemsOf = (question: ItemQuestion, items: readonly string[]): Showing => ({
  show: 'items',
  question,
  items,
  ...(question.person !== undefined && { person: mehmet }),
});
const item = (code: string): Told => ['item', { show: 'item', item: code }, [refusal('item.reopenFirst')]];

const confirms: readonly Told[] = (
  [
    [
      { type: 'HandOver', person: outsideId(2), assignee: outsideId(1) },
      { type: 'HandOver', person: mehmet, assignee: ben },
    ],
    [{ type: 'FinishEngagement' }, { type: 'FinishEngagement' }],
    [{ type: 'DiscardEngagement' }, { type: 'DiscardEngagement' }],
  ] as const
).map(([wish, command]) => [`confirm ${wish.type}`, { show: 'confirm', wish, command }]);

/** Posts; and everything they hold, page by page, as one person sees it. */
const posted: readonly Told[] = [
  ['overview', { show: 'overview' }],
  ['closing', { show: 'closing' }],
  ...phases.map((one) => section(one, 'all')),
];

/** Ahead, late, and catching up; with and without one before. */
const checkpointNews: readonly CheckpointNews[] = [
  {
    type: 'checkpoint',
    meeting: '2026-12-01',
    late: false,
    before: { at: '2026-11-24T08:00:00.000Z', on: '2026-11-24', phase: 'assess', open: 4 },
  },
  {
    type: 'checkpoint',
    meeting: today,
    late: true,
    before: { at: '2028-11-29T08:00:00.000Z', on: '2026-11-27', phase: 'initiate', open: 2 },
  },
  { type: 'checkpoint', meeting: '2025-11-24', late: true },
  { type: 'checkpoint', late: true },
];

/** Questions about items, about what comes next, and about what is missing. */
const asked = ({ seen }: Situation): readonly Told[] => {
  const all = Object.keys(seen.engagement.items);
  const narrow: ItemQuestion = {
    which: 'unacknowledged',
    section: 'remediate',
    person: outsideId(2),
    from: '2025-11-30',
    to: '2028-12-31',
  };
  return [
    ...[1, 2, 99].map((page): Told => ['items', itemsOf({ ...narrow, page }, all)]),
    ['items (brief)', itemsOf(narrow, all)],
    ['next', { show: 'next', items: all }],
    ['next', { show: 'next', items: all.slice(-6) }],
    ['next', { show: 'next', items: [] }],
    ['gate', { show: 'gate' }],
    ['confirmations', { show: 'confirmations' }],
    ...sections.map((phase): Told => ['confirmations', { show: 'confirmations', phase }]),
    ...(['owner', 'due'] as const).flatMap((about) =>
      ['G24', 'A3', 'R1', 'R22'].map((code): Told => ['item', { show: 'item', item: code, asked: about }]),
    ),
  ];
};

/** What shows most of the state; seen in every situation. */
const telling: readonly Told[] = [
  ...posted,
  ...posted.map(([screen, show]): Told => [`${screen} (post)`, show, [], true]),
  section('general', 'all', [refusal('phase.alreadyAcknowledged')]),
  section('general', 'open'),
  ...(['general', 'remediate'] as const).map((one) => section(one, 'all', [], 2)),
  section('remediate', 'all', [acceptance(commandsOf('', 'x'.repeat(80)).AddItems), unread('漢'.repeat(300))]),
  ...['G24', 'A3', 'E1', 'R1', 'R22', 'G45'].map(item),
  ...confirms,
  ['form engagement.configure', { show: 'form', form: 'engagement.configure', about: {}, filled: {} }],
  ['form phase.advance', { show: 'form', form: 'phase.advance', about: {}, filled: {} }],
  ...[['2026-12-01', '2027-12-08'], []].map((next): Told => ['checkpoints', { show: 'checkpoints', next }]),
  ...checkpointNews.flatMap((news): readonly Told[] => [
    ['checkpoint', { show: 'checkpoint', news }, [], true],
    ['checkpoint over', { show: 'checkpointOver', news }, [], true],
  ]),
  ['left', { show: 'left' }],
  ['said', { show: 'said' }, Array.from({ length: 50 }, () => refusal('item.someoneElses'))],
];

/** The first of those in which the same is typed: what shows that rather than the state is worth one look only. */
const isFirst = ({ name, every }: Situation): boolean => every && (name === 'fresh' || name.includes(','));

/** What is asked for by one person alone: their own items, and the state to take along. */
const own = ({ seen, asker }: Situation): readonly Told[] => {
  const others = ['1', '2', '3', '4', '5', '6'].map((number) => ({
    asker,
    today,
    seen: { ...seen, id: `${seen.id}${number}` },
  }));
  return [
    ...[[], [{ asker, seen, today }], others].flatMap((of): readonly Told[] => [
      ['mine', { show: 'mine', of }],
      ['mine (brief)', { show: 'mine', of }],
      ['mine (due)', { show: 'mine', of, due: true }],
    ]),
    ['text', { show: 'text' }],
  ];
};

/** Pages of the record, which is written by those who typed it. */
const records = ({ typed, name }: Situation): readonly Told[] => {
  const worst = worstEntries(typed);
  const asked: HistoryQuestion = {
    item: 'A3',
    did: 'deferred',
    person: outsideId(2),
    since: '2025-11-23',
    until: '2027-11-30',
    page: 20,
  };
  const history = (question: HistoryQuestion, entries: readonly Entry[], more = true): Showing => ({
    show: 'history',
    question,
    entries,
    more,
  });
  return [
    ['history', history(asked, worst)],
    ['history (brief)', history(asked, worst)],
    ['history', history({}, worst, false)],
    ...(name.includes(',') ? [] : inParts(entriesOf(typed), 15)).map(
      (entries): Told => ['history', history({}, entries)],
    ),
    ...(name.includes(',') ? [] : deeds).map((did): Told => ['history', history({ did }, [], false)]),
  ];
};

/** Ask-backs offer five items at most; what they would do was typed, however long. */
const choicesOf = (typed: Situation['typed'], length: number): readonly Told[] => {
  const requests = (code: string): readonly Request[] => [
    { type: 'show', what: 'item', item: code },
    ...Object.values(wishesOf(code, typed(length))).map((wish): Request => ({ type: 'act', wishes: [wish] })),
    ...itemForms.map(
      (form): Request => ({
        type: 'show',
        what: 'form',
        form,
        about: { item: code },
        filled: { reason: typed(length), until: today },
      }),
    ),
  ];
  return requests('A3').map((_, at) => [
    'choice',
    {
      show: 'choice',
      options: ['G6', 'G9', 'G19', 'G24', 'E1'].map((code) => ({ item: code, request: requests(code)[at]! })),
    },
  ]);
};

const formsOf = ({ name, seen, typed }: Situation): readonly Told[] => {
  const filled = {
    reason: typed(4_000),
    note: typed(4_000),
    title: typed(4_000),
    lines: typed(20_000),
    name: typed(4_000),
    customer: typed(4_000),
    until: '2027-01-25',
    dueOn: '2027-01-25',
    on: '2026-11-27',
    assignee: outsideId(99),
    person: outsideId(2),
    role: 'member',
    language: 'de',
    timeZone: 'America/Argentina/ComodRivadavia',
    every: 'twoWeeks',
    weekday: 7,
    time: '10:00',
    remind: 'sameDay',
    mention: 'private',
  } as const;
  const someone = [
    {},
    { members: rosterOf(typed(60), 3) },
    { members: rosterOf(typed(60)) },
    { members: rosterOf(typed(25)) },
  ];
  const ofItems = itemForms.flatMap((form): readonly Told[] => [
    [`form ${form}`, { show: 'form', form, about: { item: 'A3' }, filled: {} }],
    [`form ${form}`, { show: 'form', form, about: { item: 'A3' }, filled: { until: typed(200), dueOn: typed(200) } }],
    ...someone.map((who): Told => [`form ${form}`, { show: 'form', form, about: { item: 'G24' }, filled, ...who }]),
  ]);
  const some = [['A3', 'A5'], Object.keys(seen.engagement.items).slice(-45)];
  const whoFor = (verb: ItemVerb) => (verb === 'item.assign' ? someone : [{}]);
  const several = itemForms
    .filter((form) => form !== 'item.rename')
    .flatMap((form) =>
      some.flatMap((items) =>
        whoFor(form).map(
          (who): Told => [`form ${form} (several)`, { show: 'form', form, about: { items }, filled, ...who }],
        ),
      ),
    );
  const candidates = [[], ['A3'], ['A3', 'A5', 'A6'], Object.keys(seen.engagement.items)];
  const whichItem = itemVerbs.flatMap((verb) =>
    candidates.flatMap((items) =>
      [{}, filled].flatMap((known) =>
        whoFor(verb).map((who): Told => ['which item', { show: 'whichItem', verb, filled: known, items, ...who }]),
      ),
    ),
  );
  const sectionsToo = name.includes(',') ? [] : sections.map((phase) => ({ phase }));
  const about = [{}, ...sectionsToo];
  return [
    ...ofItems,
    ...several,
    ...whichItem,
    ...otherForms.flatMap((form): readonly Told[] => [
      ...about.map((one): Told => [`form ${form}`, { show: 'form', form, about: one, filled: {} }]),
      ...someone.map((who): Told => [`form ${form}`, { show: 'form', form, about: {}, filled, ...who }]),
    ]),
  ];
};

const toEach = (news: News, ...people: readonly PersonId[]): readonly Notice[] => people.map((to) => ({ to, ...news }));

/** Ten people besides those who are part of every situation. */
const crowd = Array.from({ length: 10 }, (_, at): PersonId => `p${at + 4}`);

const crowded = (seen: Loaded, typed: Situation['typed']): Loaded => ({
  ...seen,
  people: {
    ...seen.people,
    ...Object.fromEntries(crowd.map((person, at) => [person, { id: outsideId(at + 10), name: typed(300) }])),
  },
});

/** Under a post, and in the personal chat of each. */
const notices = (engagement: Engagement): readonly Told[] => {
  const all = Object.keys(engagement.items);
  const news = [
    ...[all.slice(0, 1), all].flatMap((items): readonly (readonly Notice[])[] => [
      toEach({ type: 'assigned', by: ben, items }, mehmet),
      toEach({ type: 'blocked', by: mehmet, items }, anna, ben),
      toEach({ type: 'reopened', by: mehmet, items }, anna),
      toEach({ type: 'voided', phase: 'remediate', items }, anna, ben),
      toEach({ type: 'left', person: mehmet, items }, anna),
      ...reminderKinds.map((kind) =>
        toEach({ type: 'reminder', reminders: items.map((code) => ({ kind, item: code, on: '2025-12-01' })) }, mehmet),
      ),
    ]),
    toEach({ type: 'reminder', reminders: [{ kind: 'jointCheck', on: '2026-11-27' }] }, anna, ben),
    ...phases.map((phase) => toEach({ type: 'asked', phase }, anna, ben, mehmet)),
  ];
  // Twenty at once for ten people, about 45 items; and more than there is room for.
  const many = [20, 60].map((count) =>
    Array.from({ length: count }, (_, at): Notice => {
      const items = inParts(all, 2)[at % Math.ceil(all.length / 2)] ?? all;
      return { type: 'assigned', to: crowd[at % crowd.length]!, by: `p${Math.floor(at / 10) + 1}`, items };
    }),
  );
  const mixed = news.flat();
  const alone = (told: readonly Notice[]): Told => ['notice (alone)', { show: 'notice', notices: told, alone: true }];
  return [
    ...news.map((told): Told => [`notice ${told[0]?.type ?? ''}`, { show: 'notice', notices: told }, [], true]),
    ...[...many, mixed].map((told): Told => ['notice of many', { show: 'notice', notices: told }, [], true]),
    ...[...news, ...many, mixed].map((told) => alone(told.map((one) => ({ ...one, to: mehmet })))),
  ];
};

/** Everything one may ask for where it is not clear of which onboarding. */
const asksWhich = (situation: Situation): readonly Told[] => {
  const { seen, asker, typed } = situation;
  const of = Array.from({ length: 12 }, (_, at) => ({ asker, today, seen: { ...seen, id: `${seen.id}${at}` } }));
  const about = { item: 'A3', page: 2 };
  const requests: readonly Request[] = [
    ...Object.values(wishesOf('A3', typed(limits.reason))).map((wish): Request => ({ type: 'act', wishes: [wish] })),
    { type: 'act', wishes: ['A3', 'A5', 'A6'].map((code) => ({ type: 'CompleteItem', item: code })) },
    { type: 'confirm', wish: { type: 'FinishEngagement' } },
    { type: 'add', phase: 'remediate', text: typed(20_000) },
    { type: 'move', item: 'A3', day: '2026-12-07' },
    ...(['overview', 'mine', 'help', 'text', 'left', 'checkpoints'] as const).map(
      (what): Request => ({ type: 'show', what }),
    ),
    { type: 'show', what: 'history', question: about },
    { type: 'show', what: 'items', question: { which: 'due', section: 'assess', from: today, page: 2 } },
    ...(['next', 'gate', 'confirmations'] as const).map((what): Request => ({ type: 'show', what })),
    { type: 'show', what: 'section', section: 'general', which: 'open', page: 2 },
    { type: 'show', what: 'item', item: 'A3' },
    { type: 'show', what: 'form', form: 'item.defer', about: { item: 'A3' }, filled: { reason: typed(4_000) } },
    { type: 'choose', options: [] },
  ];
  return requests.map(
    (request, at): Told => ['which', { show: 'which', request, of: at % 2 === 0 ? of : of.slice(0, 2) }],
  );
};

const inParts = <One>(all: readonly One[], size: number): readonly (readonly One[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));

/** Every way to ask for items that stand so, answered with none, one and several. */
const questionsOf = (which: ItemQuestion['which']): readonly Told[] => {
  const narrowed: readonly Omit<ItemQuestion, 'which'>[] = [
    {},
    { section: 'assess' },
    { section: 'general', from: today, to: today },
    { person: outsideId(0) },
    { person: outsideId(2), section: 'general', from: today },
    { to: '2026-12-06' },
    { section: 'assess', from: today, to: '2026-12-06' },
  ];
  return narrowed.flatMap((question) =>
    [[], ['A3'], ['A3', 'A6', 'I2']].map((items): Told => ['items', itemsOf({ which, ...question }, items)]),
  );
};

const others = (situation: Situation): readonly Told[] => {
  const { name, seen, typed } = situation;
  const sayings = sayingsOf(seen.engagement.customer, typed(limits.reason));
  return [
    ...sections.map((one) => section(one, 'open')),
    ...(name.includes(',') ? [] : Object.keys(seen.engagement.items).map(item)),
    ...formsOf(situation),
    ...(isFirst(situation)
      ? [...[300, 20_000].flatMap((length) => choicesOf(typed, length)), ...records(situation)]
      : []),
    ...(name.includes(',') ? [] : conditions.flatMap(questionsOf)),
    ['unclear', { show: 'unclear', items: [] }],
    ['unclear', { show: 'unclear', items: codes, day: '2027-01-25' }],
    ['unclear', { show: 'unclear', items: ['A3'], unknownCode: 'A99' }],
    ...notices(seen.engagement),
    ...asksWhich(situation),
    ['moved', { show: 'moved' }, [], true],
    ['posted', { show: 'posted' }],
    ['move or defer', { show: 'moveOrDefer', item: 'A3', day: '2026-12-07' }],
    ['move or defer', { show: 'moveOrDefer', item: 'I1', day: '2027-12-07' }],
    ['help', { show: 'help' }],
    ['welcome', { show: 'welcome' }],
    ['started', { show: 'started' }, sayings.slice(0, 1)],
    ...inParts(sayings, name.includes(',') ? 20 : 1).map((some): Told => ['said', { show: 'said' }, some]),
    ['said', { show: 'said' }, sayings],
  ];
};

const beforeStart = ({ typed }: Situation): readonly Told[] => {
  const asker = { id: outsideId(0), name: typed(300), guest: false };
  const zone = 'America/Argentina/ComodRivadavia';
  const filled = { customer: typed(4_000), timeZone: zone, language: 'de' } as const;
  const people = { lead: outsideId(98), specialist: outsideId(99) } as const;
  const agreed = { ...filled, ...people, every: 'week', weekday: 7, time: '10:00' } as const;
  const rosters = [rosterOf(typed(60), 3), rosterOf(typed(60)), rosterOf(typed(15))];
  const members = [{}, ...rosters.map((roster) => ({ members: roster }))];
  return [
    ...members.flatMap((who) =>
      [{}, filled, agreed, { every: 'off' } as const].flatMap((known) =>
        [false, true].map(
          (guest): Told => ['start form', { show: 'startForm', filled: known, asker: { ...asker, guest }, ...who }],
        ),
      ),
    ),
    ['help', { show: 'help' }],
    ['help (personal)', { show: 'help' }],
    ['nothing here (personal)', { show: 'nothingHere' }],
    ['welcome', { show: 'welcome' }],
    ['welcome (alone)', { show: 'welcome', alone: true }],
    ['nothing here', { show: 'nothingHere' }],
  ];
};

/** In a group chat, whose id is the longest. */
const overviewPost: Post = {
  place: { tenantId: outsideId(0), conversationId: `19:${outsideId(1)}_${outsideId(2)}@unq.gbl.spaces` },
  address: '{"conversation":{"id":"","conversationType":"groupChat"}}',
  activityId: '1690000000000',
};

const cardOf = (show: Showing): CardName | undefined => {
  if (show.show === 'overview' || show.show === 'closing') return show.show;
  return show.show === 'section' && show.section !== 'general' ? `phase-${show.section}` : undefined;
};

/** Every screen, in every situation that may be hard on it; cards that came out the same are looked at once. */
export const scenesOf = (language: Language): readonly Scene[] => {
  const known = new Set<string>();
  return situationsOf(language).flatMap((situation) =>
    scenesIn(situation, language).filter(({ screen, card, summary }) => {
      const key = hashed([screen, card, summary]);
      if (known.has(key)) return false;
      known.add(key);
      return true;
    }),
  );
};

const hashed = (value: unknown): string => createHash('sha1').update(JSON.stringify(value)).digest('base64');

const scenesIn = (situation: Situation, language: Language): readonly Scene[] => {
  const { name, asker, typed } = situation;
  // The overview is posted first: everything else knows where it stands, but where something went wrong.
  const isLinked = name !== 'fresh';
  const scene = (seen: Loaded, [screen, show, says = [], forAll]: Told): Scene => {
    const own = { asker, ...(says.length > 0 && { undo: `1690000000000-${outsideId(7)}` }) };
    const brief = screen.endsWith('(brief)') && { brief: true as const };
    const alone = !forAll && !brief && { alone: true as const };
    const personal = screen.endsWith('(personal)') && { personal: true as const };
    const card = forAll ? cardOf(show) : undefined;
    const known = show.show === 'notice' ? crowded(seen, typed) : seen;
    const reply: Reply = {
      ...{ language, says, show, seen: known, today, ...brief, ...alone, ...personal },
      ...(isLinked && { overview: overviewPost }),
      ...(forAll ? card !== undefined && { card } : own),
    };
    return { screen, situation: name, typed, asker, reply, ...view(reply) };
  };
  const { items } = situation.seen.engagement;
  const isThere = ([, show]: Told): boolean =>
    show.show !== 'item' || Object.hasOwn(items, show.item) || situation.seen.engagement.status === 'discarded';
  const running = [
    ...telling,
    ...asked(situation),
    ...own(situation),
    ...(situation.every ? others(situation) : []),
  ].filter(isThere);
  const before = isFirst(situation) ? beforeStart(situation) : [];
  return [...running.map((told) => scene(situation.seen, told)), ...before.map((told) => scene(unstarted, told))];
};
