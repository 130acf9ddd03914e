import type { Day, ItemCode, ItemState, PersonId, Role, Section } from '../model';

/** What people do to one item. */
export type ItemCommand =
  | { readonly type: 'AcknowledgeItem'; readonly item: ItemCode }
  | { readonly type: 'TakeItem'; readonly item: ItemCode; readonly dueOn?: Day }
  | { readonly type: 'AssignItem'; readonly item: ItemCode; readonly assignee: PersonId; readonly dueOn?: Day }
  | { readonly type: 'ReleaseItem'; readonly item: ItemCode }
  /** No day clears it. */
  | { readonly type: 'ScheduleItem'; readonly item: ItemCode; readonly dueOn?: Day }
  | { readonly type: 'CompleteItem'; readonly item: ItemCode; readonly note?: string }
  | { readonly type: 'DeferItem'; readonly item: ItemCode; readonly until: Day; readonly reason: string }
  | { readonly type: 'ExcludeItem'; readonly item: ItemCode; readonly reason: string }
  | { readonly type: 'BlockItem'; readonly item: ItemCode; readonly reason: string }
  | { readonly type: 'UnblockItem'; readonly item: ItemCode }
  | { readonly type: 'ReopenItem'; readonly item: ItemCode; readonly reason?: string }
  | { readonly type: 'NoteItem'; readonly item: ItemCode; readonly note: string }
  | { readonly type: 'RenameItem'; readonly item: ItemCode; readonly title: string }
  | { readonly type: 'RemoveItem'; readonly item: ItemCode }
  /** Owed on the day a deferral ends; never a person's. */
  | { readonly type: 'ReturnItem'; readonly item: ItemCode };

/** One item people add to the list. */
export type NewItem = { readonly title: string; readonly owner?: PersonId; readonly dueOn?: Day };

/** Several at once: what is there under the same title already is left out. */
export type ListCommand = {
  readonly type: 'AddItems';
  readonly phase: Section;
  readonly lines: readonly NewItem[];
};

export type ItemFact =
  | { readonly type: 'ItemAcknowledged'; readonly item: ItemCode }
  | { readonly type: 'ItemAssigned'; readonly item: ItemCode; readonly owner: PersonId; readonly dueOn?: Day }
  | { readonly type: 'ItemReleased'; readonly item: ItemCode }
  | { readonly type: 'ItemScheduled'; readonly item: ItemCode; readonly dueOn?: Day }
  | { readonly type: 'ItemCompleted'; readonly item: ItemCode; readonly note?: string }
  | { readonly type: 'ItemDeferred'; readonly item: ItemCode; readonly until: Day; readonly reason: string }
  | { readonly type: 'ItemExcluded'; readonly item: ItemCode; readonly reason: string }
  | { readonly type: 'ItemBlocked'; readonly item: ItemCode; readonly reason: string }
  | { readonly type: 'ItemUnblocked'; readonly item: ItemCode }
  | { readonly type: 'ItemReopened'; readonly item: ItemCode; readonly reason?: string }
  | { readonly type: 'ItemReturned'; readonly item: ItemCode }
  | { readonly type: 'ItemNoted'; readonly item: ItemCode; readonly note: string }
  | { readonly type: 'ItemRenamed'; readonly item: ItemCode; readonly title: string }
  | { readonly type: 'ItemRemoved'; readonly item: ItemCode }
  | ({ readonly type: 'ItemAdded'; readonly item: ItemCode; readonly section: Section } & NewItem);

/** The names of the moves of an item, as in `item.complete`. */
export type Move =
  | 'acknowledge'
  | 'take'
  | 'assign'
  | 'release'
  | 'schedule'
  | 'complete'
  | 'defer'
  | 'exclude'
  | 'block'
  | 'unblock'
  | 'reopen'
  | 'note'
  | 'rename'
  | 'remove'
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
        | 'item.alreadyBlocked'
        | 'item.alreadyNoted';
      readonly item: ItemCode;
      readonly by: PersonId;
      readonly on: Day;
      readonly until?: Day;
    }
  | {
      readonly code: 'item.alreadyOpen' | 'item.notBlocked' | 'item.alreadyUnowned' | 'item.noDueDay';
      readonly item: ItemCode;
    }
  | { readonly code: 'item.alreadyOwned'; readonly item: ItemCode; readonly owner: PersonId }
  | { readonly code: 'item.alreadyScheduled'; readonly item: ItemCode; readonly dueOn: Day }
  | { readonly code: 'item.alreadyNamed'; readonly item: ItemCode; readonly title: string }
  /** Another item of the section has that title. */
  | { readonly code: 'item.titleTaken'; readonly item: ItemCode; readonly title: string }
  /** Only items people added can be renamed or removed. */
  | { readonly code: 'item.notAdded'; readonly item: ItemCode }
  /** It stands for the steps added, and these are open. */
  | { readonly code: 'item.stepsOpen'; readonly item: ItemCode; readonly steps: readonly ItemCode[] }
  /** The item is settled in another way and would have to be reopened first. */
  | {
      readonly code: 'item.reopenFirst';
      readonly item: ItemCode;
      readonly state: ItemState['type'];
      readonly by: PersonId;
      readonly on: Day;
    }
  /** All of what was to be added is there already. */
  | { readonly code: 'items.alreadyThere'; readonly items: readonly ItemCode[] }
  | { readonly code: 'items.none' }
  | { readonly code: 'items.tooMany'; readonly phase: Section; readonly room: number }
  | { readonly code: 'title.missing' | 'title.tooLong'; readonly item?: ItemCode }
  | { readonly code: 'note.missing' | 'note.tooLong' | 'dueOn.notADay'; readonly item?: ItemCode };
