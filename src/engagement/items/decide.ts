import type { Ruling } from '../messages';
import { type Asked, type Engagement, type Item, limits, lotse } from '../model';
import { mayActOn, steering, steers } from '../roles/may';
import { addYears, isDay } from './days';
import type { ItemCommand, ItemFact, ItemRejection, Move } from './messages';
import { moves } from './moves';
import { acknowledgingMatters, itemNamed, markOf, waitsForAgreement } from './questions';

type Refusal = ItemRejection | undefined;

/** One item, one move: known, not so already, allowed, possible from its state, well said. In that order. */
export const decideItem = (command: ItemCommand, engagement: Engagement, asked: Asked): Ruling => {
  const item = itemNamed(engagement, command.item);
  if (!item) return { refused: { code: 'item.unknown', item: command.item } };
  if (command.type === 'ReturnItem' && asked.by !== lotse) return { refused: { code: 'command.lotseOnly' } };
  if (agreesWith(command, item, engagement, asked)) return { facts: [{ type: 'ItemAcknowledged', item: item.code }] };
  const refused =
    already(command, item, engagement, asked) ??
    forbidden(command, item, engagement, asked) ??
    impossible(command, item) ??
    badlySaid(command, item, asked);
  return refused ? { refused } : { facts: factsOf(command, item, engagement, asked) };
};

/** Whoever steers and asks for the very deferral or exclusion that waits for agreement has agreed to it. */
const agreesWith = (command: ItemCommand, item: Item, engagement: Engagement, { by }: Asked): boolean =>
  waitsForAgreement(item) && steers(engagement, by) && isSo(command, item);

const isSo = (command: ItemCommand, { state }: Item): boolean =>
  (command.type === 'ExcludeItem' && state.type === 'excluded') ||
  (command.type === 'DeferItem' &&
    state.type === 'deferred' &&
    state.until === command.until &&
    state.reason === command.reason.trim());

const forbidden = (command: ItemCommand, item: Item, engagement: Engagement, { by }: Asked): Refusal => {
  if (command.type === 'AcknowledgeItem' || command.type === 'ReturnItem') return undefined;
  if (command.type === 'AssignItem' && command.assignee !== by && !steers(engagement, by))
    return { code: 'item.assignNeedsRole', item: item.code, may: steering };
  if (!mayActOn(engagement, item, by) && item.owner !== undefined)
    return { code: 'item.someoneElses', item: item.code, owner: item.owner };
  return undefined;
};

/** Asking for what already is so changes nothing and is answered with who and when. */
const already = (command: ItemCommand, item: Item, engagement: Engagement, { by }: Asked): Refusal => {
  const { code, state } = item;
  switch (command.type) {
    case 'AcknowledgeItem': {
      const mark = markOf(item, by);
      if (!mark || acknowledgingMatters(engagement, item, by)) return undefined;
      return { code: 'item.alreadyAcknowledged', item: code, by: mark.by, on: mark.on };
    }
    case 'TakeItem':
    case 'AssignItem': {
      const owner = command.type === 'TakeItem' ? by : command.assignee;
      const sameDay = command.dueOn === undefined || command.dueOn === item.dueOn;
      // Taking what one was given is accepting it.
      const accepts = command.type === 'TakeItem' && !markOf(item, by);
      return owner === item.owner && sameDay && !accepts && !isSettledForGood(item)
        ? { code: 'item.alreadyOwned', item: code, owner }
        : undefined;
    }
    case 'CompleteItem':
      return state.type === 'complete' ? since('item.alreadyComplete', item, state.mark) : undefined;
    case 'DeferItem':
      return state.type === 'deferred' && isSo(command, item)
        ? { ...since('item.alreadyDeferred', item, state.mark), until: state.until }
        : undefined;
    case 'ExcludeItem':
      return state.type === 'excluded' ? since('item.alreadyExcluded', item, state.mark) : undefined;
    case 'BlockItem':
      return state.type === 'blocked' ? since('item.alreadyBlocked', item, state.mark) : undefined;
    case 'UnblockItem':
      return state.type === 'blocked' ? undefined : { code: 'item.notBlocked', item: code };
    case 'ReopenItem':
    case 'ReturnItem':
      return moves.reopen.includes(state.type) ? undefined : { code: 'item.alreadyOpen', item: code };
  }
};

type Already = Extract<ItemRejection['code'], `item.already${'Complete' | 'Deferred' | 'Excluded' | 'Blocked'}`>;

const since = (code: Already, item: Item, mark: { by: string; on: string }) => ({
  code,
  item: item.code,
  by: mark.by,
  on: mark.on,
});

const isSettledForGood = (item: Item) => item.state.type === 'complete' || item.state.type === 'excluded';

const moveOf = (command: ItemCommand): Move =>
  (
    ({
      AcknowledgeItem: 'acknowledge',
      TakeItem: 'take',
      AssignItem: 'assign',
      CompleteItem: 'complete',
      DeferItem: 'defer',
      ExcludeItem: 'exclude',
      BlockItem: 'block',
      UnblockItem: 'unblock',
      ReopenItem: 'reopen',
      ReturnItem: 'return',
    }) as const
  )[command.type];

const impossible = (command: ItemCommand, item: Item): Refusal => {
  const { state } = item;
  if (state.type === 'open' || moves[moveOf(command)].includes(state.type)) return undefined;
  return { code: 'item.reopenFirst', item: item.code, state: state.type, by: state.mark.by, on: state.mark.on };
};

const badlySaid = (command: ItemCommand, { state }: Item, { today }: Asked): Refusal => {
  const { item } = command;
  // The deferral may have been moved since this was owed.
  if (command.type === 'ReturnItem' && 'until' in state && state.until > today) return { code: 'until.notYet', item };
  if ('dueOn' in command && !isDay(command.dueOn)) return { code: 'dueOn.notADay', item };
  if (command.type === 'DeferItem') {
    if (!isDay(command.until)) return { code: 'until.notADay', item };
    if (command.until <= today) return { code: 'until.tooEarly', item };
    if (command.until > addYears(today, 2)) return { code: 'until.tooLate', item };
  }
  if ('reason' in command) {
    if (command.reason.trim() === '' && command.type !== 'ReopenItem') return { code: 'reason.missing', item };
    if (command.reason.trim().length > limits.reason) return { code: 'reason.tooLong', item };
  }
  if ('note' in command && command.note.trim().length > limits.note) return { code: 'note.tooLong', item };
  return undefined;
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
    case 'ReturnItem':
      return [{ type: 'ItemReturned', item: code }];
  }
};

const dueOn = (command: { readonly dueOn?: string }) => (command.dueOn === undefined ? {} : { dueOn: command.dueOn });

const said = <Key extends string>(key: Key, text: string | undefined): Partial<Record<Key, string>> => {
  const trimmed = text?.trim();
  return trimmed ? ({ [key]: trimmed } as Record<Key, string>) : {};
};
