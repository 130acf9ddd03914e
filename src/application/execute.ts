import {
  type Asked,
  type Calendar,
  type Command,
  decide,
  type EngagementId,
  type Event,
  fold,
  lotse,
  type PersonId,
} from '../engagement/index';
import { answerTo, type Answering } from './answers';
import type { Guard } from './guard';
import { outboxOf } from './notices';
import { introduce } from './people';
import {
  type Clock,
  ConcurrencyError,
  DuplicateError,
  type EngagementStore,
  type KnownPerson,
  type Loaded,
  NotSavedError,
  type Place,
} from './ports';
import type { Queue } from './queue';
import type { Saying } from './reply';

export type CommandsFor = (
  seen: Loaded,
  keyOf: (person: KnownPerson) => PersonId,
) => readonly Command[] | Promise<readonly Command[]>;

/** One sentence or press: everything it asks for is decided on the same load and saved in one transaction, or not at all. */
export type Operation = {
  readonly id: EngagementId;
  readonly op: string;
  /** Nobody: what the engagement owes. */
  readonly by?: KnownPerson;
  /** Needed to start; kept afterwards. */
  readonly place?: Place;
  /** Read already, so that it need not be read again. */
  readonly first?: Loaded;
  /** Where whoever wrote a sentence is answered. */
  readonly answering?: Answering;
  /** May be asked again with a newer state when somebody else was quicker. */
  readonly commands: CommandsFor;
};

export type Executed = { readonly seen: Loaded; readonly says: readonly Saying[] };

export type Execute = (operation: Operation) => Promise<Executed>;

const attempts = 8;

/** Throws `NotSavedError` when nothing was saved, `UncertainError` when that cannot be told. Never does an operation twice. */
export const createExecute =
  (parts: { store: EngagementStore; guard: Guard; queue: Queue; clock: Clock; calendar: Calendar }): Execute =>
  (operation) =>
    parts.queue(operation.id, async () => {
      const { store, guard, clock } = parts;
      const load = async (): Promise<Loaded> => {
        try {
          return await store.load(operation.id);
        } catch (cause) {
          throw new NotSavedError(`${operation.id} could not be read.`, { cause });
        }
      };
      const [read] = await Promise.all([operation.first ?? load(), guard(operation.id)]);
      let loaded = read;
      let readBefore = operation.first !== undefined;
      for (let attempt = 1; attempt <= attempts; attempt++) {
        const { executed, onto, events, asked } = await decideAll(operation, loaded, parts);
        if (events.length === 0 && !readBefore) return executed;
        if (events.length === 0) {
          // Read before the queue: what was refused may be possible by now.
          readBefore = false;
          loaded = await load();
          continue;
        }
        await guard(operation.id);
        try {
          const { cards, posts } = outboxOf(loaded.engagement, executed.seen.engagement, events, operation.op);
          const answer = operation.answering ? answerTo(operation.answering, loaded, events, asked.at) : [];
          await store.append(onto, events, asked, { cards, posts: [...posts, ...answer] });
          return executed;
        } catch (error) {
          // Delivered twice: the first time was accepted, and the answer is the state it led to. What was decided now was not.
          if (error instanceof DuplicateError)
            return { says: [], seen: await store.load(operation.id).catch(() => executed.seen) };
          if (!(error instanceof ConcurrencyError)) throw error;
        }
        await clock.wait(20 * attempt * (1 + Math.random()));
        readBefore = false;
        loaded = await load();
      }
      throw new NotSavedError(`${operation.id} was changed by others ${String(attempts)} times in a row.`);
    });

const decideAll = async (
  { commands, by, op, place }: Operation,
  loaded: Loaded,
  { clock, calendar }: { clock: Clock; calendar: Calendar },
) => {
  let people = loaded.people;
  const keyOf = (person: KnownPerson): PersonId => {
    const introduced = introduce(people, person);
    people = introduced.people;
    return introduced.key;
  };
  const at = clock.now();
  const actor = by ? keyOf(by) : lotse;
  const asks = await commands(loaded, keyOf);
  const zone = asks.find((command) => command.type === 'StartEngagement')?.timeZone;
  const timeZone = loaded.engagement.status === 'notStarted' ? zone : undefined;
  const asked: Asked = { by: actor, at, op, today: calendar.dayOf(at, timeZone ?? loaded.engagement.timeZone) };
  let engagement = loaded.engagement;
  const events: Event[] = [];
  const says = asks.map((command): Saying => {
    const decision = decide(command, engagement, asked);
    if ('refused' in decision) return { type: 'refused', rejection: decision.refused };
    events.push(...decision.events);
    engagement = fold(decision.events, engagement);
    return { type: 'accepted', command, events: decision.events };
  });
  const where = loaded.place ?? place;
  const onto: Loaded = { ...loaded, people, ...(where && { place: where }) };
  return { executed: { seen: { ...onto, engagement }, says }, onto, events, asked };
};
