import type { Problem, Saying } from '../../src/application/reply';
import type { Wish } from '../../src/application/request';
import type { Command, Rejection } from '../../src/engagement';
import { mehmet, stamped, start } from '../support/given';
import { outsideId } from './situations';

/** Everything that can be told. TypeScript names whatever is missing here, so that nothing goes without words. */
export const problems = {
  notSaved: true,
  uncertain: true,
  incomplete: true,
  personMissing: true,
  unreachable: true,
  empty: true,
  notForHere: true,
  notAMember: true,
  badInput: true,
  failed: true,
} as const satisfies Record<Problem, true>;

const mark = { by: mehmet, on: '2025-11-02' };

/** What each refusal tells besides its item. */
export const rejections = {
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

export const refusal = (code: Rejection['code'], customer = 'Contoso'): Saying => ({
  type: 'refused',
  rejection: { item: 'A3', customer, code, ...rejections[code] } as unknown as Rejection,
});

export const commandsOf = (customer: string, text: string) =>
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

export const acceptance = (command: Command): Saying => ({
  type: 'accepted',
  command,
  events: [stamped({ type: 'ItemAcknowledged', item: 'A3' }), stamped({ type: 'PhaseOpened', phase: 'remediate' })],
});

/** Each of them once. */
export const sayingsOf = (customer: string, text: string): readonly Saying[] => [
  ...Object.values(commandsOf(customer, text)).map(acceptance),
  ...(Object.keys(rejections) as readonly Rejection['code'][]).map((code) => refusal(code, customer)),
  ...(Object.keys(problems) as readonly Problem[]).map((problem): Saying => ({ type: 'problem', problem })),
];

/** One wish of every kind. */
export const wishesOf = (item: string, text: string) =>
  ({
    AcknowledgeItem: { type: 'AcknowledgeItem', item },
    TakeItem: { type: 'TakeItem', item, dueOn: '2026-12-04' },
    AssignItem: { type: 'AssignItem', item, assignee: outsideId(2), dueOn: '2026-12-04' },
    CompleteItem: { type: 'CompleteItem', item, note: text },
    DeferItem: { type: 'DeferItem', item, until: '2026-12-04', reason: text },
    ExcludeItem: { type: 'ExcludeItem', item, reason: text },
    BlockItem: { type: 'BlockItem', item, reason: text },
    UnblockItem: { type: 'UnblockItem', item },
    ReopenItem: { type: 'ReopenItem', item, reason: text },
    AcknowledgePhase: { type: 'AcknowledgePhase', phase: 'assess' },
  }) as const satisfies { [Type in Wish['type']]: Extract<Wish, { type: Type }> };
