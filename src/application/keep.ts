import type { Calendar, EngagementId, OperationId } from '../engagement/index';
import { introduce } from './people';
import {
  type Clock,
  ConcurrencyError,
  DuplicateError,
  type EngagementStore,
  type KnownPerson,
  NotSavedError,
  UncertainError,
} from './ports';
import type { Queue } from './queue';

/**
 * Puts down that an operation was carried out which changes nothing of the engagement itself, and what is known of whoever
 * asked for it. False when the operation was put down before, or could not be: then it is not to be carried out.
 */
export type Keep = (id: EngagementId, op: OperationId, by: KnownPerson) => Promise<boolean>;

const attempts = 5;

export const createKeep =
  ({
    store,
    queue,
    clock,
    calendar,
  }: {
    store: EngagementStore;
    queue: Queue;
    clock: Clock;
    calendar: Calendar;
  }): Keep =>
  (id, op, by) =>
    queue(id, async () => {
      for (let attempt = 1; attempt <= attempts; attempt++) {
        const loaded = await store.load(id);
        const { key, people } = introduce(loaded.people, by);
        const at = clock.now();
        const asked = { by: key, at, op, today: calendar.dayOf(at, loaded.engagement.timeZone) };
        try {
          await store.append({ ...loaded, people }, [], asked, { cards: [], posts: [] });
          return true;
        } catch (error) {
          if (error instanceof ConcurrencyError) continue;
          if (error instanceof DuplicateError || error instanceof NotSavedError || error instanceof UncertainError)
            return false;
          throw error;
        }
      }
      return false;
    });
