import { evolve } from './evolve';
import { decideItem } from './items/decide';
import { decideLife } from './life/decide';
import type { Command, Decision, Event, Fact, Ruling } from './messages';
import type { Asked, Engagement } from './model';
import { decidePhase, movingOn } from './phases/decide';

/** What follows from a command: events, or why not. Authorises; never rejects a promise, never reads a clock. */
export const decide = (command: Command, engagement: Engagement, asked: Asked): Decision => {
  const ruling = rule(command, engagement, asked);
  if ('refused' in ruling) return ruling;
  const stamp = (fact: Fact): Event => ({ ...fact, by: asked.by, at: asked.at, on: asked.today });
  const events = ruling.facts.map(stamp);
  return { events: [...events, ...movingOn(fold(events, engagement)).map(stamp)] };
};

/** The state after these events. */
export const fold = (events: readonly Event[], onto: Engagement): Engagement => events.reduce(evolve, onto);

const rule = (command: Command, engagement: Engagement, asked: Asked): Ruling => {
  if (command.type === 'StartEngagement') return decideLife(command, engagement, asked);
  if (engagement.status === 'notStarted') return { refused: { code: 'engagement.notStarted' } };
  if (command.type === 'AcknowledgePhase') return decidePhase(command, engagement, asked);
  return decideItem(command, engagement, asked);
};
