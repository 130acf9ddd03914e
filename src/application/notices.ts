import {
  type Engagement,
  type Event,
  gate,
  isOnlyReminding,
  itemNamed,
  itemsIn,
  type Phase,
  phases,
  type Section,
} from '../engagement/index';
import { noticesOf } from './telling';
import type { CardName, CheckpointNews, Notice, Outbox } from './ports';

/** What others should see of these events: cards that are no longer true, and messages to people concerned. */
export const outboxOf = (before: Engagement, after: Engagement, events: readonly Event[], op: string): Outbox => ({
  // No card shows who was reminded of what.
  cards: events.every(isOnlyReminding)
    ? []
    : [
        'overview',
        ...changedPhases(before, after, events).map((phase): CardName => `phase-${phase}`),
        ...(after.status === 'finished' ? (['closing'] as const) : []),
      ],
  posts: [
    ...checkpointsIn(before, events),
    ...noticesOf(before, after, events).map((notice) => ({
      slot: [notice.type, op, ...('person' in notice ? [notice.person] : []), notice.to].join('-'),
      message: notice,
    })),
  ],
});

/** A checkpoint post is named by the day of its meeting, of which there is one only. */
const checkpointsIn = ({ reminders: { last } }: Engagement, events: readonly Event[]): Outbox['posts'] =>
  events.flatMap((event) => {
    if (event.type !== 'CheckpointPosted') return [];
    const { meeting, late, op } = event;
    const message: CheckpointNews = {
      type: 'checkpoint',
      late,
      ...(meeting !== undefined && { meeting }),
      ...(last && { before: last }),
    };
    return [{ slot: `checkpoint-${meeting ?? op}`, message }];
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
  const about = notices.flatMap((notice) => sectionsTold(engagement, notice));
  const [section, ...others] = new Set(about);
  if (section === undefined || section === 'general' || others.length > 0) return 'overview';
  return engagement.phases[section].opened ? `phase-${section}` : 'overview';
};

/** Where what is told stands; the joint check is at the end of its phase. */
const sectionsTold = (engagement: Engagement, notice: Notice): readonly (Section | undefined)[] => {
  const of = (code: string) => itemNamed(engagement, code)?.countsIn;
  if ('phase' in notice) return [notice.phase];
  if (notice.type !== 'reminder') return notice.items.map(of);
  return notice.reminders.map((reminder) => (reminder.kind === 'jointCheck' ? gate : of(reminder.item)));
};
