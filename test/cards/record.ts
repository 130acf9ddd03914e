import type { Entry } from '../../src/application/reply';
import { type Event, limits, lotse, type OperationId, type PersonId } from '../../src/engagement';
import type { Fact } from '../../src/engagement/messages';
import { anna, ben, mehmet, stamped } from '../support/given';

const on = '2026-11-20';
/** 10:24 in Berlin. */
const at = `${on}T09:24:00.000Z`;

/** Whatever somebody did in one operation, as it stands in the record. */
export const entryOf = (
  fact: Fact,
  by: PersonId = anna,
  others: readonly Fact[] = [],
  op: OperationId = 'op',
): Entry => {
  const stampedAt = (one: Fact): Event => ({ ...stamped(one, by, at, op), on });
  return [stampedAt(fact), ...others.map(stampedAt)];
};

type Kinds = { readonly [Type in Event['type']]: readonly (Fact & { readonly type: Type })[] };

/** Everything that can stand in a record, with all it may tell and with nothing of that. */
export const factsOf = (typed: (length: number) => string): Kinds => {
  const [reason, title] = [typed(limits.reason), typed(limits.title)];
  return {
    ItemAcknowledged: [{ type: 'ItemAcknowledged', item: 'A3' }],
    ItemAssigned: [
      { type: 'ItemAssigned', item: 'A3', owner: mehmet },
      { type: 'ItemAssigned', item: 'A3', owner: anna, dueOn: '2027-01-25' },
    ],
    ItemReleased: [{ type: 'ItemReleased', item: 'A3' }],
    ItemScheduled: [
      { type: 'ItemScheduled', item: 'A3', dueOn: '2026-12-04' },
      { type: 'ItemScheduled', item: 'A3' },
    ],
    ItemCompleted: [
      { type: 'ItemCompleted', item: 'A3' },
      { type: 'ItemCompleted', item: 'A3', note: typed(limits.note) },
    ],
    ItemDeferred: [{ type: 'ItemDeferred', item: 'A3', until: '2026-12-04', reason }],
    ItemExcluded: [{ type: 'ItemExcluded', item: 'A3', reason }],
    ItemBlocked: [{ type: 'ItemBlocked', item: 'A3', reason }],
    ItemUnblocked: [{ type: 'ItemUnblocked', item: 'A3' }],
    ItemReopened: [
      { type: 'ItemReopened', item: 'A3' },
      { type: 'ItemReopened', item: 'A3', reason },
    ],
    ItemReturned: [{ type: 'ItemReturned', item: 'A3' }],
    ItemNoted: [{ type: 'ItemNoted', item: 'A3', note: typed(limits.note) }],
    ItemRenamed: [{ type: 'ItemRenamed', item: 'R3', title }],
    ItemRemoved: [{ type: 'ItemRemoved', item: 'R3' }],
    ItemAdded: [{ type: 'ItemAdded', item: 'R3', section: 'remediate', title, owner: mehmet, dueOn: '2026-12-04' }],
    PhaseOpened: [{ type: 'PhaseOpened', phase: 'remediate' }],
    PhaseLeft: [
      { type: 'PhaseLeft', phase: 'assess' },
      {
        type: 'PhaseLeft',
        phase: 'remediate',
        anyway: { reason, items: ['R1', 'R2'], sides: ['customer', 'specialist'] },
      },
    ],
    PhaseReturned: [
      { type: 'PhaseReturned', phase: 'assess' },
      { type: 'PhaseReturned', phase: 'assess', reason },
    ],
    ResultsConfirmed: [
      { type: 'ResultsConfirmed', phase: 'remediate', side: 'customer' },
      { type: 'ResultsConfirmed', phase: 'remediate', side: 'specialist', recorded: { name: title, on: '2026-11-19' } },
    ],
    ConfirmationsWithdrawn: [{ type: 'ConfirmationsWithdrawn', phase: 'remediate', sides: ['specialist', 'customer'] }],
    ConfirmationsVoided: [{ type: 'ConfirmationsVoided', phase: 'remediate', gave: [anna, ben] }],
    RoleSet: [
      { type: 'RoleSet', person: mehmet, role: 'specialist' },
      { type: 'RoleSet', person: mehmet, role: 'lead', noLeadWasHere: true },
    ],
    ItemsHandedOver: [{ type: 'ItemsHandedOver', person: mehmet, owner: ben, items: ['A3', 'A4', 'A5'] }],
    AwaySet: [
      { type: 'AwaySet', person: mehmet, until: '2026-12-04' },
      { type: 'AwaySet', person: mehmet },
    ],
    RemindersSnoozed: [
      { type: 'RemindersSnoozed', person: anna, until: '2026-12-07' },
      { type: 'RemindersSnoozed', person: anna },
    ],
    CheckpointSet: (['week', 'twoWeeks', 'weekday', 'off'] as const).map((every) => ({
      type: 'CheckpointSet',
      checkpoint: { every, weekday: 2, time: '10:00', remind: 'dayBefore', mention: 'private' },
    })),
    CheckpointSkipped: [{ type: 'CheckpointSkipped', day: '2026-12-08' }],
    CheckpointPosted: [
      { type: 'CheckpointPosted', meeting: '2026-12-08', late: false, reminders: [] },
      { type: 'CheckpointPosted', late: true, reminders: [] },
    ],
    ItemsReminded: [{ type: 'ItemsReminded', reminders: [{ kind: 'due', item: 'A3', on: '2026-12-04' }] }],
    PersonLeft: [{ type: 'PersonLeft', person: mehmet }],
    PersonJoined: [{ type: 'PersonJoined', person: mehmet }],
    OperationUndone: [
      { type: 'OperationUndone', of: 'op-1', items: { A3: null, A4: null } },
      { type: 'OperationUndone', of: 'op-2', items: {}, meetings: ['2026-12-08'] },
      { type: 'OperationUndone', of: 'op-3', items: { A3: null }, meetings: ['2026-12-08', '2026-12-15'] },
    ],
    EngagementStarted: [
      {
        type: 'EngagementStarted',
        customer: typed(limits.customer),
        language: 'en',
        timeZone: 'Europe/Berlin',
        catalogVersion: '1',
        items: [],
        roles: {},
      },
    ],
    EngagementConfigured: [
      { type: 'EngagementConfigured', customer: typed(limits.customer), language: 'de', timeZone: 'Europe/Berlin' },
    ],
    EngagementPaused: [{ type: 'EngagementPaused' }, { type: 'EngagementPaused', until: '2026-12-04' }],
    EngagementResumed: [{ type: 'EngagementResumed' }],
    EngagementFinished: [{ type: 'EngagementFinished' }],
    EngagementCancelled: [{ type: 'EngagementCancelled', reason }],
    EngagementDiscarded: [{ type: 'EngagementDiscarded' }],
  };
};

/** Each of them once. */
export const entriesOf = (typed: (length: number) => string): readonly Entry[] =>
  Object.values(factsOf(typed))
    .flat()
    .map((fact) => entryOf(fact, fact.type === 'ItemReturned' ? lotse : anna));

/** The most that one operation may leave behind, each for a reason of its own. */
export const worstEntries = (typed: (length: number) => string): readonly Entry[] =>
  Array.from({ length: 15 }, (_, page) => {
    const deferred = ['A1', 'A2', 'A3', 'A4', 'A5'].map(
      (item, at): Fact => ({
        type: 'ItemDeferred',
        item,
        until: '2026-12-04',
        reason: `${page} ${at} ${typed(limits.reason - 5)}`,
      }),
    );
    const [first, ...others] = deferred;
    return entryOf(first!, mehmet, others);
  });
