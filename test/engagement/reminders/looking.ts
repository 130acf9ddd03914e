import { DateTime } from 'luxon';
import { calendar } from '../../../src/adapters/clock/index';
import {
  type Checkpoint,
  type Command,
  type Decision,
  decide,
  type Engagement,
  type Event,
  fold,
  type Instant,
  lotse,
  notStarted,
  owed,
  type PersonId,
} from '../../../src/engagement';
import { anna, eventsOf, start } from '../../support/given';

export { calendar };

export type Told = Extract<Event, { type: 'CheckpointPosted' | 'ItemsReminded' }>;

export type Looked = { readonly engagement: Engagement; readonly events: readonly Event[]; readonly next?: Instant };

/** What somebody asks for at that instant, on the day it is then where the onboarding is. */
export const ask = (command: Command, engagement: Engagement, at: Instant, by: PersonId = anna): Decision => {
  const zone = command.type === 'StartEngagement' ? command.timeZone : engagement.timeZone;
  return decide(command, engagement, { by, at, today: calendar.dayOf(at, zone), op: `${command.type} ${at}` });
};

/** Started by Anna at that instant, with this meeting. */
export const startedAt = (at: Instant, timeZone: string, checkpoint?: Checkpoint): Engagement =>
  fold(eventsOf(ask({ ...start, timeZone, ...(checkpoint && { checkpoint }) }, notStarted, at)), notStarted);

/** Does what is owed at this instant, and what is owed because of that. */
export const look = (engagement: Engagement, at: Instant): Looked => {
  let now = engagement;
  const events: Event[] = [];
  for (let turn = 0; turn < 10; turn++) {
    const { owed: commands, next } = owed(now, at, calendar);
    if (commands.length === 0) return { engagement: now, events, ...(next !== undefined && { next }) };
    for (const command of commands) {
      const followed = eventsOf(ask(command, now, at, lotse));
      now = fold(followed, now);
      events.push(...followed);
    }
  }
  throw new Error(`There was always more owed at ${at}.`);
};

/** Looks now, and then only whenever it was said that one has to look again. */
export const lookAfter = (engagement: Engagement, from: Instant, until: Instant): Looked => {
  const events: Event[] = [];
  let looked = look(engagement, from);
  let at = from;
  for (;;) {
    events.push(...looked.events);
    const { next } = looked;
    if (next === undefined || next > until) return { ...looked, events };
    if (next <= at) throw new Error(`At ${at} the next look was said to be at ${next}.`);
    at = next;
    looked = look(looked.engagement, at);
  }
};

export const toldIn = (events: readonly Event[]): readonly Told[] =>
  events.filter((event) => event.type === 'CheckpointPosted' || event.type === 'ItemsReminded');

export const postsIn = (events: readonly Event[]) => events.filter((event) => event.type === 'CheckpointPosted');

/** What the clock on the wall shows: `2026-12-07 09:00`. */
export const onTheWall = (at: Instant, zone: string): string =>
  DateTime.fromISO(at, { zone }).toFormat('yyyy-MM-dd HH:mm');
