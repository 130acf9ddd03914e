import { join } from 'node:path';
import { type Card, loadCards } from '../../src/adapters/teams/cards';
import { createView, type Rendered } from '../../src/adapters/teams/view';
import type { Loaded } from '../../src/application/loaded';
import type { Reply, Saying, Showing } from '../../src/application/reply';
import type { ItemForm, Request } from '../../src/application/request';
import { type Language, limits, phases, sections } from '../../src/engagement';
import { ben, mehmet } from '../support/given';
import { refusal, sayingsOf, wishesOf } from './sayings';
import { codes, outsideId, rosterOf, type Situation, situationsOf, today, unstarted } from './situations';

export const view = createView(loadCards(join(__dirname, '..', '..', 'cards')));

/** One card as it may be sent. */
export type Scene = Pick<Situation, 'typed' | 'asker'> & {
  readonly screen: string;
  readonly situation: string;
  readonly reply: Reply;
} & Rendered;

export const bytesOf = (card: Card): number => Buffer.byteLength(JSON.stringify(card), 'utf8');

type Told = readonly [screen: string, show: Showing, says?: readonly Saying[]];

const forms = {
  'item.assign': true,
  'item.defer': true,
  'item.exclude': true,
  'item.block': true,
  'item.reopen': true,
} as const satisfies Record<ItemForm, true>;
export const itemForms = Object.keys(forms) as readonly ItemForm[];

const section = (which: (typeof sections)[number], kind: 'all' | 'open', says: readonly Saying[] = []): Told => [
  `section ${which}`,
  { show: 'section', section: which, which: kind },
  says,
];
const item = (code: string): Told => ['item', { show: 'item', item: code }, [refusal('item.reopenFirst')]];

/** What shows most of the state; seen in every situation. */
const telling: readonly Told[] = [
  ['overview', { show: 'overview' }],
  ...phases.map((one) => section(one, 'all')),
  section('general', 'all', [refusal('phase.alreadyAcknowledged')]),
  section('general', 'open'),
  ...['G24', 'A3', 'E1'].map(item),
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
        item: code,
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

const formsOf = (typed: Situation['typed']): readonly Told[] => {
  const filled = { reason: typed(4_000), until: '2027-01-25', dueOn: '2027-01-25', assignee: outsideId(99) };
  const someone = [{}, { members: rosterOf(typed(60), 3) }, { members: rosterOf(typed(60)) }];
  return itemForms.flatMap((form): readonly Told[] => [
    [`form ${form}`, { show: 'form', form, item: 'A3', filled: {} }],
    [`form ${form}`, { show: 'form', form, item: 'A3', filled: { until: typed(200), dueOn: typed(200) } }],
    ...someone.map((who): Told => [`form ${form}`, { show: 'form', form, item: 'G24', filled, ...who }]),
  ]);
};

const assigned = (items: readonly string[]): Told => [
  'notice assigned',
  { show: 'notice', notice: { type: 'assigned', to: mehmet, by: ben, items } },
];

const others = ({ name, seen, typed }: Situation): readonly Told[] => {
  const sayings = sayingsOf(seen.engagement.customer, typed(limits.reason));
  return [
    ...sections.map((one) => section(one, 'open')),
    ...(name.includes(',') ? [] : codes.map(item)),
    ...formsOf(typed),
    ...[300, 20_000].flatMap((length) => choicesOf(typed, length)),
    ['unclear', { show: 'unclear', items: [] }],
    ['unclear', { show: 'unclear', items: codes, day: '2027-01-25' }],
    ['unclear', { show: 'unclear', items: ['A3'], unknownCode: 'A99' }],
    assigned(codes.slice(0, 1)),
    assigned(codes),
    ['help', { show: 'help' }],
    ['welcome', { show: 'welcome' }],
    ['started', { show: 'started' }, sayings.slice(0, 1)],
    ...sayings.map((saying): Told => ['said', { show: 'said' }, [saying]]),
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
    const scene = (seen: Loaded, [screen, show, says = []]: Told): Scene => {
      const reply: Reply = { language, says, show, seen, today, asker };
      return { screen, situation: name, typed, asker, reply, ...view(reply) };
    };
    const running = situation.every ? [...telling, ...others(situation)] : telling;
    const before = situation.every ? beforeStart(situation) : [];
    return [...running.map((told) => scene(situation.seen, told)), ...before.map((told) => scene(unstarted, told))];
  });
