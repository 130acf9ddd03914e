import type { Day, ItemCode, ItemState, PersonId, Role } from '../model';

/** What people do to an item. */
export type ItemCommand =
  | { readonly type: 'AcknowledgeItem'; readonly item: ItemCode }
  | { readonly type: 'TakeItem'; readonly item: ItemCode; readonly dueOn?: Day }
  | { readonly type: 'AssignItem'; readonly item: ItemCode; readonly assignee: PersonId; readonly dueOn?: Day }
  | { readonly type: 'CompleteItem'; readonly item: ItemCode; readonly note?: string }
  | { readonly type: 'DeferItem'; readonly item: ItemCode; readonly until: Day; readonly reason: string }
  | { readonly type: 'ExcludeItem'; readonly item: ItemCode; readonly reason: string }
  | { readonly type: 'BlockItem'; readonly item: ItemCode; readonly reason: string }
  | { readonly type: 'UnblockItem'; readonly item: ItemCode }
  | { readonly type: 'ReopenItem'; readonly item: ItemCode; readonly reason?: string }
  /** Owed on the day a deferral ends; never a person's. */
  | { readonly type: 'ReturnItem'; readonly item: ItemCode };

export type ItemFact =
  | { readonly type: 'ItemAcknowledged'; readonly item: ItemCode }
  | { readonly type: 'ItemAssigned'; readonly item: ItemCode; readonly owner: PersonId; readonly dueOn?: Day }
  | { readonly type: 'ItemCompleted'; readonly item: ItemCode; readonly note?: string }
  | { readonly type: 'ItemDeferred'; readonly item: ItemCode; readonly until: Day; readonly reason: string }
  | { readonly type: 'ItemExcluded'; readonly item: ItemCode; readonly reason: string }
  | { readonly type: 'ItemBlocked'; readonly item: ItemCode; readonly reason: string }
  | { readonly type: 'ItemUnblocked'; readonly item: ItemCode }
  | { readonly type: 'ItemReopened'; readonly item: ItemCode; readonly reason?: string }
  | { readonly type: 'ItemReturned'; readonly item: ItemCode };

/** The names of the moves of an item, as in `item.complete`. */
export type Move =
  | 'acknowledge'
  | 'take'
  | 'assign'
  | 'complete'
  | 'defer'
  | 'exclude'
  | 'block'
  | 'unblock'
  | 'reopen'
  | 'return';

export type ItemRejection =
  | { readonly code: 'item.unknown'; readonly item: ItemCode }
  | { readonly code: 'item.someoneElses'; readonly item: ItemCode; readonly owner: PersonId }
  | { readonly code: 'item.assignNeedsRole'; readonly item: ItemCode; readonly may: readonly Role[] }
  /** What was asked for is so already: since when, and by whom. */
  | {
      readonly code:
        | 'item.alreadyAcknowledged'
        | 'item.alreadyComplete'
        | 'item.alreadyDeferred'
        | 'item.alreadyExcluded'
        | 'item.alreadyBlocked';
      readonly item: ItemCode;
      readonly by: PersonId;
      readonly on: Day;
      readonly until?: Day;
    }
  | { readonly code: 'item.alreadyOpen' | 'item.notBlocked'; readonly item: ItemCode }
  | { readonly code: 'item.alreadyOwned'; readonly item: ItemCode; readonly owner: PersonId }
  /** The item is settled in another way and would have to be reopened first. */
  | {
      readonly code: 'item.reopenFirst';
      readonly item: ItemCode;
      readonly state: ItemState['type'];
      readonly by: PersonId;
      readonly on: Day;
    }
  | { readonly code: 'reason.missing' | 'reason.tooLong' | 'note.tooLong'; readonly item: ItemCode }
  | {
      readonly code: 'until.notADay' | 'until.tooEarly' | 'until.tooLate' | 'until.notYet' | 'dueOn.notADay';
      readonly item: ItemCode;
    };
