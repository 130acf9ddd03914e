import type { Day, Item, ItemCode, OperationId, PersonId } from '../model';

/** The items as they were before; null where there was none. `meetings`: were to be left out, and take place after all. */
export type UndoFact = {
  readonly type: 'OperationUndone';
  readonly of: OperationId;
  readonly items: Readonly<Record<ItemCode, Item | null>>;
  readonly meetings?: readonly Day[];
};

export type UndoRejection =
  | { readonly code: 'undo.nothing' | 'undo.notYours' | 'undo.already' }
  /** It did something else than change items or leave out a meeting, and that has a way back of its own. */
  | { readonly code: 'undo.notItems' }
  /** Its title, or the last free place of its section, was taken since. */
  | { readonly code: 'undo.noPlace'; readonly item: ItemCode }
  | { readonly code: 'undo.changedSince'; readonly item: ItemCode; readonly by: PersonId; readonly on: Day };
