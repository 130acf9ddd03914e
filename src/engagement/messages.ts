import type { ItemCommand, ItemFact, ItemRejection, ListCommand } from './items/messages';
import type { LifeCommand, LifeFact, LifeRejection } from './life/messages';
import type { Day, Mark, OperationId } from './model';
import type { PhaseCommand, PhaseFact, PhaseRejection } from './phases/messages';
import type { PeopleCommand, PeopleFact, PeopleRejection } from './roles/messages';
import type { ReminderCommand, ReminderFact, ReminderRejection } from './reminders/messages';
import type { UndoFact, UndoRejection } from './undo/messages';

/**
 * Takes back what the asker's last operation (or `of`) did to items. `record`: every event so far, from which the core
 * learns what that was. `earliest`: the first day whose meeting has not begun; without it today.
 */
export type UndoCommand = {
  readonly type: 'Undo';
  readonly of?: OperationId;
  readonly record: readonly Event[];
  readonly earliest?: Day;
};

export type Command =
  | LifeCommand
  | ItemCommand
  | ListCommand
  | PhaseCommand
  | PeopleCommand
  | ReminderCommand
  | UndoCommand;

/** Something that happened, before it is stamped. */
export type Fact = LifeFact | ItemFact | PhaseFact | PeopleFact | ReminderFact | UndoFact;

/** A fact with who and when, and the sentence or press it came of: one line of the record nobody rewrites. */
export type Event = Fact & Mark & { readonly op: OperationId };

/** Why nothing happened. The code is also the key of the sentence that tells it. */
export type Rejection =
  | LifeRejection
  | ItemRejection
  | PhaseRejection
  | PeopleRejection
  | ReminderRejection
  | UndoRejection;

/** What a topic answers to a command. */
export type Ruling = { readonly facts: readonly Fact[] } | { readonly refused: Rejection };

export type Decision = { readonly events: readonly Event[] } | { readonly refused: Rejection };
