import { join } from 'node:path';
import { type Card, loadCards } from '../../src/adapters/teams/cards';
import { createView, type Rendered } from '../../src/adapters/teams/view';
import type { Loaded, Notice } from '../../src/application/loaded';
import type { Reply, Saying, Showing } from '../../src/application/reply';
import { itemForms, otherForms, type Request } from '../../src/application/request';
import { type Engagement, type Language, limits, phases, sections } from '../../src/engagement';
import { anna, ben, mehmet } from '../support/given';
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
  ['mine', { show: 'mine' }],
  ['left', { show: 'left' }],
  ['said', { show: 'said' }, Array.from({ length: 50 }, () => refusal('item.someoneElses'))],
];

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

const formsOf = ({ name, typed }: Situation): readonly Told[] => {
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
  const sectionsToo = name.includes(',') ? [] : sections.map((phase) => ({ phase }));
  const about = [{}, ...sectionsToo];
  return [
    ...ofItems,
    ...otherForms.flatMap((form): readonly Told[] => [
      ...about.map((one): Told => [`form ${form}`, { show: 'form', form, about: one, filled: {} }]),
      ...someone.map((who): Told => [`form ${form}`, { show: 'form', form, about: {}, filled, ...who }]),
    ]),
  ];
};

const notice = (told: Notice): Told => [`notice ${told.type}`, { show: 'notice', notice: told }, [], true];

const notices = (engagement: Engagement): readonly Told[] => {
  const all = Object.keys(engagement.items);
  return [
    ...[all.slice(0, 1), all].flatMap((items): readonly Notice[] => [
      { type: 'assigned', to: mehmet, by: ben, items },
      { type: 'blocked', to: [anna, ben], by: mehmet, items },
      { type: 'voided', to: [anna, ben], phase: 'remediate', items },
      { type: 'left', to: [anna], person: mehmet, items },
    ]),
    ...phases.map((phase): Notice => ({ type: 'asked', to: [anna, ben, mehmet], phase })),
  ].map(notice);
};

const inParts = <One>(all: readonly One[], size: number): readonly (readonly One[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));

const others = (situation: Situation): readonly Told[] => {
  const { name, seen, typed } = situation;
  const sayings = sayingsOf(seen.engagement.customer, typed(limits.reason));
  return [
    ...sections.map((one) => section(one, 'open')),
    ...(name.includes(',') ? [] : Object.keys(seen.engagement.items).map(item)),
    ...formsOf(situation),
    ...[300, 20_000].flatMap((length) => choicesOf(typed, length)),
    ['unclear', { show: 'unclear', items: [] }],
    ['unclear', { show: 'unclear', items: codes, day: '2027-01-25' }],
    ['unclear', { show: 'unclear', items: ['A3'], unknownCode: 'A99' }],
    ...notices(seen.engagement),
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
    ['welcome', { show: 'welcome' }],
    ['nothing here', { show: 'nothingHere' }],
  ];
};

/** Every screen, in every situation that may be hard on it. */
export const scenesOf = (language: Language): readonly Scene[] =>
  situationsOf(language).flatMap((situation) => {
    const { name, asker, typed } = situation;
    const scene = (seen: Loaded, [screen, show, says = [], forAll]: Told): Scene => {
      const own = { asker, ...(says.length > 0 && { undo: `1690000000000-${outsideId(7)}` }) };
      const reply: Reply = { language, says, show, seen, today, ...(!forAll && own) };
      return { screen, situation: name, typed, asker, reply, ...view(reply) };
    };
    const { items } = situation.seen.engagement;
    const isThere = ([, show]: Told): boolean =>
      show.show !== 'item' || Object.hasOwn(items, show.item) || situation.seen.engagement.status === 'discarded';
    const running = (situation.every ? [...telling, ...others(situation)] : telling).filter(isThere);
    const before = situation.every ? beforeStart(situation) : [];
    return [...running.map((told) => scene(situation.seen, told)), ...before.map((told) => scene(unstarted, told))];
  });
