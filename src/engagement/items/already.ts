import type { Asked, Engagement, Item } from '../model';
import type { ItemCommand, ItemRejection } from './messages';
import { moves } from './moves';
import { acknowledgingMatters, isConcluded, markOf } from './questions';

type Refusal = ItemRejection | undefined;

/** So long the same note by the same person is the same note, in milliseconds: Teams delivers some presses twice. */
const again = 120_000;

/** Asking for what already is so changes nothing and is answered with who and when. */
export const already = (command: ItemCommand, item: Item, engagement: Engagement, { by, at }: Asked): Refusal => {
  const { code, state } = item;
  switch (command.type) {
    case 'AcknowledgeItem': {
      const mark = markOf(item, by);
      if (!mark || acknowledgingMatters(engagement, item, by)) return undefined;
      return { code: 'item.alreadyAcknowledged', item: code, by: mark.by, on: mark.on };
    }
    case 'TakeItem':
      return owned(command.dueOn, by, !markOf(item, by), item);
    case 'AssignItem':
      return owned(command.dueOn, command.assignee, false, item);
    case 'ReleaseItem':
      return item.owner === undefined ? { code: 'item.alreadyUnowned', item: code } : undefined;
    case 'ScheduleItem':
      if (command.dueOn === undefined)
        return item.dueOn === undefined ? { code: 'item.noDueDay', item: code } : undefined;
      return command.dueOn === item.dueOn && !isConcluded(item)
        ? { code: 'item.alreadyScheduled', item: code, dueOn: command.dueOn }
        : undefined;
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
    case 'NoteItem': {
      const same = item.notes.find(
        (one) => one.by === by && one.note === command.note.trim() && Date.parse(at) - Date.parse(one.at) <= again,
      );
      return same && since('item.alreadyNoted', item, same);
    }
    case 'RenameItem':
      return item.title === command.title.trim()
        ? { code: 'item.alreadyNamed', item: code, title: item.title }
        : undefined;
    case 'ReopenItem':
    case 'ReturnItem':
      return moves.reopen.includes(state.type) ? undefined : { code: 'item.alreadyOpen', item: code };
    case 'RemoveItem':
      return undefined;
  }
};

/** Taking what one was given is accepting it, so it still changes something. */
const owned = (dueOn: string | undefined, owner: string, accepts: boolean, item: Item): Refusal => {
  const sameDay = dueOn === undefined || dueOn === item.dueOn;
  return owner === item.owner && sameDay && !accepts && !isConcluded(item)
    ? { code: 'item.alreadyOwned', item: item.code, owner }
    : undefined;
};

/** Whether the very deferral or exclusion asked for stands. */
export const isSo = (command: ItemCommand, { state }: Item): boolean =>
  (command.type === 'ExcludeItem' && state.type === 'excluded') ||
  (command.type === 'DeferItem' &&
    state.type === 'deferred' &&
    state.until === command.until &&
    state.reason === command.reason.trim());

type Since = Extract<
  ItemRejection['code'],
  `item.already${'Complete' | 'Deferred' | 'Excluded' | 'Blocked' | 'Noted'}`
>;

const since = (code: Since, item: Item, mark: { readonly by: string; readonly on: string }) => ({
  code,
  item: item.code,
  by: mark.by,
  on: mark.on,
});
