import { type Engagement, type Event, itemsIn, type Phase, phases, type Section } from '../engagement/index';
import { noticesOf } from './telling';
import type { CardName, Notice, Outbox } from './ports';

/** What others should see of these events: cards that are no longer true, and messages to people concerned. */
export const outboxOf = (before: Engagement, after: Engagement, events: readonly Event[], op: string): Outbox => ({
  cards: [
    'overview',
    ...changedPhases(before, after, events).map((phase): CardName => `phase-${phase}`),
    ...(after.status === 'finished' ? (['closing'] as const) : []),
  ],
  posts: noticesOf(before, after, events).map((notice) => ({
    slot: [notice.type, op, ...('person' in notice ? [notice.person] : []), notice.to].join('-'),
    notice,
  })),
});

/** What happens to the whole onboarding is shown on every post of it. */
const concernsAll = (event: Event): boolean =>
  event.type === 'PhaseReturned' || (event.type.startsWith('Engagement') && event.type !== 'EngagementStarted');

/** Phases that have a post which shows something of these events. Discarding leaves no phase, but its posts. */
const changedPhases = (before: Engagement, after: Engagement, events: readonly Event[]): readonly Phase[] => {
  const isPosted = (phase: Phase): boolean => Boolean(before.phases[phase].opened ?? after.phases[phase].opened);
  if (events.some(concernsAll)) return phases.filter(isPosted);
  const changed = new Set<Section | undefined>(
    events.flatMap((event) => [...('phase' in event ? [event.phase] : []), ...sectionsOf(event, before, after)]),
  );
  return phases.filter((phase) => changed.has(phase) && isPosted(phase));
};

const sectionsOf = (event: Event, before: Engagement, after: Engagement): readonly (Section | undefined)[] => {
  if (event.type === 'EngagementStarted') return [];
  // Whoever has left or come back is shown beside their items.
  const owned =
    event.type === 'PersonLeft' || event.type === 'PersonJoined'
      ? Object.values(after.items).filter(({ owner }) => owner === event.person)
      : [];
  const items = itemsIn(event).flatMap((code) => [before.items[code]?.countsIn, after.items[code]?.countsIn]);
  return [...items, ...owned.map(({ countsIn }) => countsIn)];
};

/** Under the post of the phase all of it is about if there is one, else under the overview. */
export const cardAbout = (engagement: Engagement, notices: readonly Notice[]): CardName => {
  const about = notices.flatMap((notice) =>
    'phase' in notice ? [notice.phase] : notice.items.map((code) => engagement.items[code]?.countsIn),
  );
  const [section, ...others] = new Set(about);
  if (section === undefined || section === 'general' || others.length > 0) return 'overview';
  return engagement.phases[section].opened ? `phase-${section}` : 'overview';
};
