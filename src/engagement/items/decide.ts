import { addYears, isDay } from '../days';
import type { Rejection, Ruling } from '../messages';
import { type Asked, type Engagement, type Item, limits, lotse, type PersonId } from '../model';
import { mayActOn, needs, steering, steers } from '../roles/may';
import { already, isSo } from './already';
import type { ItemCommand, ItemFact, Move } from './messages';
import { moves } from './moves';
import { acknowledgingMatters, itemNamed, itemTitled, openSteps, waitsForAgreement } from './questions';

type Refusal = Rejection | undefined;

/** One item, one move: known, not so already, allowed, possible from its state, well said. In that order. */
export const decideItem = (command: ItemCommand, engagement: Engagement, asked: Asked): Ruling => {
  const item = itemNamed(engagement, command.item);
  if (!item) return { refused: { code: 'item.unknown', item: command.item } };
  if (command.type === 'ReturnItem' && asked.by !== lotse) return { refused: { code: 'command.lotseOnly' } };
  if (agreesWith(command, item, engagement, asked)) return { facts: [{ type: 'ItemAcknowledged', item: item.code }] };
  const refused =
    already(command, item, engagement, asked) ??
    forbidden(command, item, engagement, asked) ??
    impossible(command, item, engagement) ??
    badlySaid(command, item, engagement, asked);
  return refused ? { refused } : { facts: factsOf(command, item, engagement, asked) };
};

/** Whoever steers and asks for the very deferral or exclusion that waits for agreement has agreed to it. */
const agreesWith = (command: ItemCommand, item: Item, engagement: Engagement, { by }: Asked): boolean =>
  waitsForAgreement(item) && steers(engagement, by) && isSo(command, item);

const forbidden = (command: ItemCommand, item: Item, engagement: Engagement, { by }: Asked): Refusal => {
  switch (command.type) {
    case 'AcknowledgeItem':
    case 'NoteItem':
    case 'ReturnItem':
      return undefined;
    case 'RenameItem':
    case 'RemoveItem':
      return needs('list', engagement, by);
    case 'AssignItem':
      if (command.assignee !== by && !steers(engagement, by))
        return { code: 'item.assignNeedsRole', item: item.code, may: steering };
      return notTheirs(item, engagement, by);
    default:
      return notTheirs(item, engagement, by);
  }
};

const notTheirs = (item: Item, engagement: Engagement, by: PersonId): Refusal =>
  item.owner !== undefined && !mayActOn(engagement, item, by)
    ? { code: 'item.someoneElses', item: item.code, owner: item.owner }
    : undefined;

const moveOf = (command: ItemCommand): Move =>
  (
    ({
      AcknowledgeItem: 'acknowledge',
      TakeItem: 'take',
      AssignItem: 'assign',
      ReleaseItem: 'release',
      ScheduleItem: 'schedule',
      CompleteItem: 'complete',
      DeferItem: 'defer',
      ExcludeItem: 'exclude',
      BlockItem: 'block',
      UnblockItem: 'unblock',
      ReopenItem: 'reopen',
      NoteItem: 'note',
      RenameItem: 'rename',
      RemoveItem: 'remove',
      ReturnItem: 'return',
    }) as const
  )[command.type];

const impossible = (command: ItemCommand, item: Item, engagement: Engagement): Refusal => {
  const { code, state } = item;
  if ((command.type === 'RenameItem' || command.type === 'RemoveItem') && item.title === undefined)
    return { code: 'item.notAdded', item: code };
  const steps = command.type === 'CompleteItem' ? openSteps(engagement, item) : [];
  if (steps.length > 0) return { code: 'item.stepsOpen', item: code, steps: steps.map((step) => step.code) };
  if (state.type === 'open' || moves[moveOf(command)].includes(state.type)) return undefined;
  return { code: 'item.reopenFirst', item: code, state: state.type, by: state.mark.by, on: state.mark.on };
};

const badlySaid = (command: ItemCommand, item: Item, engagement: Engagement, { today }: Asked): Refusal => {
  const { code, state } = item;
  // The deferral may have been moved since this was owed.
  if (command.type === 'ReturnItem' && 'until' in state && state.until > today)
    return { code: 'until.notYet', item: code };
  if ('dueOn' in command && !isDay(command.dueOn)) return { code: 'dueOn.notADay', item: code };
  if (command.type === 'DeferItem') {
    if (!isDay(command.until)) return { code: 'until.notADay', item: code };
    if (command.until <= today) return { code: 'until.tooEarly', item: code };
    if (command.until > addYears(today, 2)) return { code: 'until.tooLate', item: code };
  }
  if ('reason' in command) {
    if (command.reason.trim() === '' && command.type !== 'ReopenItem') return { code: 'reason.missing', item: code };
    if (command.reason.trim().length > limits.reason) return { code: 'reason.tooLong', item: code };
  }
  if (command.type === 'NoteItem' && command.note.trim() === '') return { code: 'note.missing', item: code };
  if ('note' in command && command.note.trim().length > limits.note) return { code: 'note.tooLong', item: code };
  return command.type === 'RenameItem' ? badTitle(command.title.trim(), item, engagement) : undefined;
};

const badTitle = (title: string, item: Item, engagement: Engagement): Refusal => {
  if (title === '') return { code: 'title.missing', item: item.code };
  if (title.length > limits.title) return { code: 'title.tooLong', item: item.code };
  const other = itemTitled(engagement, item.section, title);
  return other && other.code !== item.code ? { code: 'item.titleTaken', item: other.code, title } : undefined;
};

const factsOf = (command: ItemCommand, item: Item, engagement: Engagement, { by }: Asked): readonly ItemFact[] => {
  const code = item.code;
  switch (command.type) {
    case 'AcknowledgeItem':
      return [{ type: 'ItemAcknowledged', item: code }];
    case 'TakeItem':
    case 'AssignItem': {
      const owner = command.type === 'TakeItem' ? by : command.assignee;
      const assigned: ItemFact = { type: 'ItemAssigned', item: code, owner, ...dueOn(command) };
      // Whoever takes an item has accepted it.
      return owner === by && acknowledgingMatters(engagement, item, by)
        ? [assigned, { type: 'ItemAcknowledged', item: code }]
        : [assigned];
    }
    case 'ReleaseItem':
      return [{ type: 'ItemReleased', item: code }];
    case 'ScheduleItem':
      return [{ type: 'ItemScheduled', item: code, ...dueOn(command) }];
    case 'CompleteItem':
      return [{ type: 'ItemCompleted', item: code, ...said('note', command.note) }];
    case 'DeferItem':
      return [{ type: 'ItemDeferred', item: code, until: command.until, reason: command.reason.trim() }];
    case 'ExcludeItem':
      return [{ type: 'ItemExcluded', item: code, reason: command.reason.trim() }];
    case 'BlockItem':
      return [{ type: 'ItemBlocked', item: code, reason: command.reason.trim() }];
    case 'UnblockItem':
      return [{ type: 'ItemUnblocked', item: code }];
    case 'ReopenItem':
      return [{ type: 'ItemReopened', item: code, ...said('reason', command.reason) }];
    case 'NoteItem':
      return [{ type: 'ItemNoted', item: code, note: command.note.trim() }];
    case 'RenameItem':
      return [{ type: 'ItemRenamed', item: code, title: command.title.trim() }];
    case 'RemoveItem':
      return [{ type: 'ItemRemoved', item: code }];
    case 'ReturnItem':
      return [{ type: 'ItemReturned', item: code }];
  }
};

const dueOn = (command: { readonly dueOn?: string }) => (command.dueOn === undefined ? {} : { dueOn: command.dueOn });

const said = <Key extends string>(key: Key, text: string | undefined): Partial<Record<Key, string>> => {
  const trimmed = text?.trim();
  return trimmed ? ({ [key]: trimmed } as Record<Key, string>) : {};
};
