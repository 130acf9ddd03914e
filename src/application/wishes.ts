import type { Day, ItemCode, OperationId, Phase, Side } from '../engagement/index';
import { defined } from './defined';
import type { Filled, ItemVerb, Wish } from './request';
import type { verbs } from './verbs';

/** What one item is wished for by a verb, from what was said beside it. What is missing is empty. */
export const itemWish = (verb: ItemVerb, item: ItemCode, said: Filled): Wish => {
  const { assignee = '', until = '', reason = '', note = '', title = '', dueOn } = said;
  const due = dueOn === undefined ? {} : { dueOn };
  switch (verb) {
    case 'item.acknowledge':
      return { type: 'AcknowledgeItem', item };
    case 'item.take':
      return { type: 'TakeItem', item, ...due };
    case 'item.assign':
      return { type: 'AssignItem', item, assignee, ...due };
    case 'item.release':
      return { type: 'ReleaseItem', item };
    case 'item.schedule':
      return { type: 'ScheduleItem', item, ...due };
    case 'item.complete':
      return { type: 'CompleteItem', item, ...(note && { note }) };
    case 'item.defer':
      return { type: 'DeferItem', item, until, reason };
    case 'item.exclude':
      return { type: 'ExcludeItem', item, reason };
    case 'item.block':
      return { type: 'BlockItem', item, reason };
    case 'item.unblock':
      return { type: 'UnblockItem', item };
    case 'item.reopen':
      return { type: 'ReopenItem', item, ...(reason && { reason }) };
    case 'item.note':
      return { type: 'NoteItem', item, note };
    case 'item.rename':
      return { type: 'RenameItem', item, title };
    case 'item.remove':
      return { type: 'RemoveItem', item };
  }
};

/** Verbs about a phase, a person or the whole onboarding. */
export type OtherVerb = Exclude<(typeof verbs)[Wish['type']], ItemVerb | 'item.add' | 'phase.acknowledge'>;

/** What is said beside such a verb, by the names of the contract of a press. */
export type Beside = Filled & {
  readonly phase?: Phase;
  /** Whose word is given. */
  readonly for?: Side;
  readonly from?: Day;
  readonly day?: Day;
  readonly of?: OperationId;
};

/** Empty texts say nothing. */
const reasonIn = ({ reason }: Beside) => defined({ reason: reason || undefined });

const others: Readonly<Record<OtherVerb, (said: Beside) => Wish | undefined>> = {
  'phase.confirm': ({ phase, for: side, name = '', on = '' }) =>
    side === 'specialist'
      ? { type: 'RecordConfirmation', name, on, ...defined({ phase }) }
      : { type: 'ConfirmResults', ...defined({ phase }) },
  'phase.withdraw': ({ phase }) => ({ type: 'WithdrawConfirmation', ...defined({ phase }) }),
  'phase.advance': (said) => ({ type: 'AdvancePhase', ...defined({ phase: said.phase }), ...reasonIn(said) }),
  'phase.return': (said) => ({ type: 'ReturnToPhase', ...defined({ phase: said.phase }), ...reasonIn(said) }),
  'role.set': ({ assignee = '', role }) => role && { type: 'SetRole', assignee, role },
  'person.handOver': ({ person = '', assignee = '' }) => ({ type: 'HandOver', person, assignee }),
  'person.away': ({ person, until }) => ({ type: 'SetAway', ...defined({ person: person || undefined, until }) }),
  'checkpoint.set': ({ every, weekday, time, remind, mention, from }) => ({
    type: 'SetCheckpoint',
    ...defined({ every, weekday, time, remind, mention, from }),
  }),
  'checkpoint.skip': ({ day }) => ({ type: 'SkipCheckpoint', ...defined({ day }) }),
  'reminder.snooze': ({ until }) => ({ type: 'SnoozeReminders', ...defined({ until }) }),
  'engagement.configure': ({ customer, language, timeZone }) => ({
    type: 'ConfigureEngagement',
    ...defined({ customer, language, timeZone }),
  }),
  'engagement.pause': ({ until }) => ({ type: 'PauseEngagement', ...defined({ until }) }),
  'engagement.resume': () => ({ type: 'ResumeEngagement' }),
  'engagement.finish': () => ({ type: 'FinishEngagement' }),
  'engagement.cancel': ({ reason = '' }) => ({ type: 'CancelEngagement', reason }),
  'engagement.discard': () => ({ type: 'DiscardEngagement' }),
  undo: ({ of }) => ({ type: 'Undo', ...defined({ of }) }),
};

export const isOtherVerb = (verb: string): verb is OtherVerb => Object.hasOwn(others, verb);

/** What is wished for by such a verb. Undefined where there is no meaning without what is missing. */
export const otherWish = (verb: OtherVerb, said: Beside): Wish | undefined => others[verb](said);
