import type { Checkpoint, Day, PersonId, Reminder } from '../model';

/**
 * What can be said anew about the meeting. What is not given stays as it is. `from`: there is none before. `earliest`: where
 * nobody says that, the first day it can be on: not today where that time is past, or the meeting of today has begun; without
 * it the day after it is set.
 */
export type CheckpointSettings = Partial<Checkpoint> & { readonly earliest?: Day };

export type ReminderCommand =
  | ({ readonly type: 'SetCheckpoint' } & CheckpointSettings)
  /**
   * The meeting of that day is left out, and so is its reminder. `earliest`: the first day whose meeting has not begun; without
   * it today.
   */
  | { readonly type: 'SkipCheckpoint'; readonly day: Day; readonly earliest?: Day }
  /** For the asker only. `until`: the day from which on they are reminded again; without it at once. */
  | { readonly type: 'SnoozeReminders'; readonly until?: Day }
  /**
   * Owed: the checkpoint post. `meeting`: the meeting it is about, none when it only catches up. `late`: it comes more than
   * an hour after its time. `reminders`: what is told in it.
   */
  | {
      readonly type: 'PostCheckpoint';
      readonly meeting?: Day;
      readonly late: boolean;
      readonly reminders: readonly Reminder[];
    }
  /** Owed: people are told of these. */
  | { readonly type: 'RemindOfItems'; readonly reminders: readonly Reminder[] };

export type ReminderFact =
  | { readonly type: 'CheckpointSet'; readonly checkpoint: Checkpoint }
  | { readonly type: 'CheckpointSkipped'; readonly day: Day }
  | { readonly type: 'RemindersSnoozed'; readonly person: PersonId; readonly until?: Day }
  | {
      readonly type: 'CheckpointPosted';
      readonly meeting?: Day;
      readonly late: boolean;
      readonly reminders: readonly Reminder[];
    }
  | { readonly type: 'ItemsReminded'; readonly reminders: readonly Reminder[] };

export type ReminderRejection =
  /** It is like that already; there is no meeting to leave out; it is left out already. */
  | { readonly code: 'checkpoint.already' | 'checkpoint.none' }
  | { readonly code: 'checkpoint.alreadySkipped'; readonly on: Day }
  | { readonly code: 'snooze.already' | 'snooze.not' };
