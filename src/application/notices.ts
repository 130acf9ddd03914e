import {
  type Engagement,
  type Event,
  lotse,
  type PersonId,
  type Phase,
  phases,
  type Section,
} from '../engagement/index';
import type { CardName, Outbox } from './ports';

/** What others should see of these events: cards that are no longer true, and messages to people concerned. */
export const outboxOf = (before: Engagement, after: Engagement, events: readonly Event[], op: string): Outbox => ({
  cards: ['overview', ...postedPhases(before, after, events).map((phase): CardName => `phase-${phase}`)],
  posts: assignments(after, events).map(({ to, items, by }) => ({
    slot: `assigned-${op}-${to}`,
    under: cardOf(after, items),
    notice: { type: 'assigned', to, by, items },
  })),
});

/** Phases that have a post, and an item of which (or they themselves) changed. */
const postedPhases = (before: Engagement, after: Engagement, events: readonly Event[]): readonly Phase[] => {
  const changed = new Set<Section | undefined>(
    events.flatMap((event) => {
      if ('phase' in event) return [event.phase];
      if ('item' in event) return [before.items[event.item]?.countsIn, after.items[event.item]?.countsIn];
      return [];
    }),
  );
  return phases.filter((phase) => changed.has(phase) && after.phases[phase].opened);
};

/** Whoever was given work by somebody else, with all of it at once. */
const assignments = (after: Engagement, events: readonly Event[]) => {
  const given = new Map<PersonId, { to: PersonId; by: PersonId; items: string[] }>();
  for (const event of events) {
    if (event.type !== 'ItemAssigned' || event.owner === event.by || event.by === lotse) continue;
    if (after.items[event.item]?.owner !== event.owner) continue;
    const to = given.get(event.owner) ?? { to: event.owner, by: event.by, items: [] };
    to.items.push(event.item);
    given.set(event.owner, to);
  }
  return [...given.values()];
};

/** Under the post of the phase if all items stand there, else under the overview. */
const cardOf = (engagement: Engagement, items: readonly string[]): CardName => {
  const [section, ...others] = new Set(items.map((code) => engagement.items[code]?.countsIn));
  if (section === undefined || section === 'general' || others.length > 0) return 'overview';
  return engagement.phases[section].opened ? `phase-${section}` : 'overview';
};
