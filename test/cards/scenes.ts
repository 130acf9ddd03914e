import { join } from 'node:path';
import { type Card, loadCards } from '../../src/adapters/teams/cards';
import { createView, type Rendered } from '../../src/adapters/teams/view';
import type { Loaded } from '../../src/application/loaded';
import type { Problem, Reply, Saying, Showing } from '../../src/application/reply';
import type { ItemForm, Request, Wish } from '../../src/application/request';
import { type Command, type Language, limits, type Rejection, sections } from '../../src/engagement';
import { anna, asking, ben, mehmet, stamped, start } from '../support/given';
import { codes, outsideId, repeated, rosterOf, type Situation, situationsOf, today, unstarted } from './situations';

export const view = createView(loadCards(join(__dirname, '..', '..', 'cards')));

/** One card as it may be sent. */
export type Scene = {
  readonly screen: string;
  readonly situation: string;
  readonly reply: Reply;
  /** What people wrote that this state shows. */
  readonly typed: (length: number) => string;
};

export const render = ({ reply }: Scene): Rendered => view(reply);

const forms = {
  'item.assign': true,
  'item.defer': true,
  'item.exclude': true,
  'item.block': true,
  'item.reopen': true,
} as const satisfies Record<ItemForm, true>;
export const itemForms = Object.keys(forms) as readonly ItemForm[];

/** TypeScript names whatever is missing here, so that no kind of answer goes without words. */
const problems = {
  notSaved: true,
  uncertain: true,
  empty: true,
  notForHere: true,
  notAMember: true,
  badInput: true,
  failed: true,
} as const satisfies Record<Problem, true>;

const mark = { by: mehmet, on: '2025-11-02' };
const rejections = {
  'engagement.notStarted': {},
  'engagement.alreadyStarted': mark,
  'engagement.guestNeedsLead': {},
  'engagement.leadIsSpecialist': {},
  'engagement.customerMissing': {},
  'engagement.customerTooLong': {},
  'command.lotseOnly': {},
  'item.unknown': {},
  'item.someoneElses': { owner: mehmet },
  'item.assignNeedsRole': { may: ['lead', 'specialist'] },
  'item.alreadyAcknowledged': mark,
  'item.alreadyComplete': mark,
  'item.alreadyDeferred': { ...mark, until: '2027-01-25' },
  'item.alreadyExcluded': mark,
  'item.alreadyBlocked': mark,
  'item.alreadyOpen': {},
  'item.notBlocked': {},
  'item.alreadyOwned': { owner: mehmet },
  'item.reopenFirst': { ...mark, state: 'deferred' },
  'reason.missing': {},
  'reason.tooLong': {},
  'note.tooLong': {},
  'until.notADay': {},
  'until.tooEarly': {},
  'until.tooLate': {},
  'until.notYet': {},
  'dueOn.notADay': {},
  'phase.alreadyAcknowledged': { phase: 'general' },
} as const satisfies Record<Rejection['code'], object>;

const accepted = (customer: string, text: string) =>
  ({
    StartEngagement: { ...start, customer },
    AcknowledgeItem: { type: 'AcknowledgeItem', item: 'A3' },
    TakeItem: { type: 'TakeItem', item: 'A3', dueOn: '2027-01-25' },
    AssignItem: { type: 'AssignItem', item: 'A3', assignee: mehmet, dueOn: '2026-12-04' },
    CompleteItem: { type: 'CompleteItem', item: 'A3', note: text },
    DeferItem: { type: 'DeferItem', item: 'A3', until: '2027-01-25', reason: text },
    ExcludeItem: { type: 'ExcludeItem', item: 'A3', reason: text },
    BlockItem: { type: 'BlockItem', item: 'A3', reason: text },
    UnblockItem: { type: 'UnblockItem', item: 'A3' },
    ReopenItem: { type: 'ReopenItem', item: 'A3', reason: text },
    ReturnItem: { type: 'ReturnItem', item: 'A3' },
    AcknowledgePhase: { type: 'AcknowledgePhase', phase: 'general' },
  }) as const satisfies { [Type in Command['type']]: Extract<Command, { type: Type }> };

export const refusal = (code: Rejection['code'], customer = 'Contoso'): Saying => ({
  type: 'refused',
  rejection: { code, item: 'A3', customer, ...rejections[code] } as unknown as Rejection,
});

/** Everything that can be told, once. */
export const sayingsOf = (customer: string, text: string): readonly Saying[] => [
  ...Object.values(accepted(customer, text)).map(
    (command): Saying => ({
      type: 'accepted',
      command,
      events: [stamped({ type: 'ItemAcknowledged', item: 'A3' }), stamped({ type: 'PhaseOpened', phase: 'remediate' })],
    }),
  ),
  ...(Object.keys(rejections) as readonly Rejection['code'][]).map((code) => refusal(code, customer)),
  ...(Object.keys(problems) as readonly Problem[]).map((problem): Saying => ({ type: 'problem', problem })),
];

const wishes = (item: string, text: string, note: string) =>
  ({
    AcknowledgeItem: { type: 'AcknowledgeItem', item },
    TakeItem: { type: 'TakeItem', item, dueOn: '2026-12-04' },
    AssignItem: { type: 'AssignItem', item, assignee: outsideId(2), dueOn: '2026-12-04' },
    CompleteItem: { type: 'CompleteItem', item, note },
    DeferItem: { type: 'DeferItem', item, until: '2026-12-04', reason: text },
    ExcludeItem: { type: 'ExcludeItem', item, reason: text },
    BlockItem: { type: 'BlockItem', item, reason: text },
    UnblockItem: { type: 'UnblockItem', item },
    ReopenItem: { type: 'ReopenItem', item, reason: text },
    AcknowledgePhase: { type: 'AcknowledgePhase', phase: 'assess' },
  }) as const satisfies { [Type in Wish['type']]: Extract<Wish, { type: Type }> };

/** Ask-backs offer five items at most; what they would do was typed, however long. */
const choices = (typed: Situation['typed'], length: number): readonly Showing[] => {
  const requests = (item: string): readonly Request[] => [
    { type: 'show', what: 'item', item },
    ...Object.values(wishes(item, typed(length), typed(length))).map(
      (wish): Request => ({ type: 'act', wishes: [wish] }),
    ),
    ...itemForms.map(
      (form): Request => ({ type: 'show', what: 'form', form, item, filled: { reason: typed(length), until: today } }),
    ),
  ];
  return requests('A3').map((_, at) => ({
    show: 'choice',
    options: ['G6', 'G9', 'G19', 'G24', 'E1'].map((item) => ({ item, request: requests(item)[at]! })),
  }));
};

const running = ({ seen, typed }: Situation): readonly (readonly [string, Showing, (readonly Saying[])?])[] => {
  const { customer } = seen.engagement;
  const sayings = sayingsOf(customer, typed(limits.reason));
  const members = rosterOf(typed(60));
  const filled = { reason: typed(4_000), until: '2027-01-25', dueOn: '2027-01-25', assignee: outsideId(99) };
  return [
    ['overview', { show: 'overview' }],
    ...sections.flatMap((section) =>
      (['all', 'open'] as const).map(
        (which) => [`section ${section}`, { show: 'section', section, which }] as [string, Showing],
      ),
    ),
    ['section general', { show: 'section', section: 'general', which: 'all' }, [refusal('phase.alreadyAcknowledged')]],
    ...codes.map(
      (item) => ['item', { show: 'item', item }, [refusal('item.reopenFirst')]] as [string, Showing, Saying[]],
    ),
    ...itemForms.flatMap((form) =>
      [{}, { members: members.slice(0, 3) }, { members }].map(
        (who) => [`form ${form}`, { show: 'form', form, item: 'G24', filled, ...who }] as [string, Showing],
      ),
    ),
    ...itemForms.map((form) => [`form ${form}`, { show: 'form', form, item: 'A3', filled: {} }] as [string, Showing]),
    ['mine', { show: 'mine' }],
    ['left', { show: 'left' }],
    ...[300, 1_000, 20_000].flatMap((length) =>
      choices(typed, length).map((showing) => ['choice', showing] as [string, Showing]),
    ),
    ['unclear', { show: 'unclear', items: [] }],
    ['unclear', { show: 'unclear', items: codes, day: '2027-01-25' }],
    ['unclear', { show: 'unclear', items: ['A3'], unknownCode: 'A99' }],
    ...[codes.slice(0, 1), codes].map(
      (items) =>
        ['notice assigned', { show: 'notice', notice: { type: 'assigned', to: mehmet, by: ben, items } }] as [
          string,
          Showing,
        ],
    ),
    ['help', { show: 'help' }],
    ['welcome', { show: 'welcome' }],
    ['started', { show: 'started' }, sayings.slice(0, 1)],
    ...sayings.map((saying) => ['said', { show: 'said' }, [saying]] as [string, Showing, Saying[]]),
    ['said', { show: 'said' }, sayings],
    ['said', { show: 'said' }, Array.from({ length: 50 }, () => refusal('item.someoneElses'))],
  ];
};

const beforeStart = ({ typed }: Situation): readonly (readonly [string, Showing])[] => {
  const asker = { id: outsideId(0), name: typed(300), guest: false };
  const filled = { customer: typed(4_000), timeZone: 'America/Argentina/ComodRivadavia', language: 'de' } as const;
  const agreed = {
    ...filled,
    every: 'week',
    weekday: 7,
    time: '10:00',
    lead: outsideId(98),
    specialist: outsideId(99),
  } as const;
  return [
    ...[{}, { members: rosterOf(typed(60), 3) }, { members: rosterOf(typed(60)) }].flatMap((who) =>
      [filled, agreed, {}].flatMap((known) =>
        [asker, { ...asker, guest: true }].map(
          (by) => ['start form', { show: 'startForm', filled: known, asker: by, ...who }] as [string, Showing],
        ),
      ),
    ),
    ['help', { show: 'help' }],
    ['welcome', { show: 'welcome' }],
    ['nothing here', { show: 'nothingHere' }],
  ];
};

export const scenesOf = (language: Language): readonly Scene[] =>
  situationsOf(language).flatMap((situation) => {
    const { name, asker, typed, seen } = situation;
    const scene = (screen: string, show: Showing, by: Loaded, says: readonly Saying[] = []): Scene => ({
      screen,
      situation: name,
      typed,
      reply: { language, says, show, seen: by, today, asker },
    });
    return [
      ...running(situation).map(([screen, show, says]) => scene(screen, show, seen, says)),
      ...beforeStart(situation).map(([screen, show]) => scene(screen, show, unstarted)),
    ];
  });

export const bytesOf = (card: Card): number => Buffer.byteLength(JSON.stringify(card), 'utf8');

export { anna, asking, repeated };
