import {
  agreedCheckpoint,
  type Day,
  type Engagement,
  type Event,
  type Item,
  isGone,
  isDueSoon,
  isOpen,
  isOverdue,
  isToBeTold,
  itemNamed,
  itemsOwnedBy,
  lotse,
  missingToLeave,
  type PersonId,
  questionOf,
  type Reminder,
  stillOwed,
  whomToRemind,
  withRole,
} from '../engagement/index';
import type { News, Notice } from './ports';

const tell = (to: readonly PersonId[], news: News): readonly Notice[] => to.map((person) => ({ to: person, ...news }));

/** What people are told of these events, each of their own. Nobody hears of what they did themselves. */
export const noticesOf = (before: Engagement, after: Engagement, events: readonly Event[]): readonly Notice[] => {
  if (after.status === 'paused') return left(after, events);
  if (after.status !== 'running') return [];
  const by = events.at(-1)?.by ?? lotse;
  return [
    ...assigned(after, events),
    ...blocked(after, events),
    ...reopened(after, events),
    ...asked(before, after, by),
    ...voided(after, events),
    ...left(after, events),
    ...reminded(after, events),
  ];
};

/** Whoever was given work by somebody else, with all of it at once. */
const assigned = (after: Engagement, events: readonly Event[]): readonly Notice[] =>
  byOwner(
    after,
    events,
    (event, owner) => event.by !== lotse && 'owner' in event && event.owner === owner,
    givenIn,
  ).map((one) => ({ type: 'assigned', ...one }));

/** Whoever's work was opened again by somebody else. */
const reopened = (after: Engagement, events: readonly Event[]): readonly Notice[] =>
  byOwner(after, events, isAnybody, (event) => (event.type === 'ItemReopened' ? [event.item] : []))
    .filter(({ to }) => !isGone(after, to))
    .map((one) => ({ type: 'reopened', ...one }));

const isAnybody = (): boolean => true;

/** What happened to items others own, one entry per owner. Nobody is told of what they did themselves. */
const byOwner = (
  after: Engagement,
  events: readonly Event[],
  concerns: (event: Event, owner: PersonId) => boolean,
  itemsOf: (event: Event) => readonly string[],
) => {
  const owners = new Map<PersonId, { to: PersonId; by: PersonId; items: Set<string> }>();
  for (const event of events)
    for (const item of itemsOf(event)) {
      const to = after.items[item]?.owner;
      if (to === undefined || to === event.by || !concerns(event, to)) continue;
      const known = owners.get(to) ?? { to, by: event.by, items: new Set() };
      known.items.add(item);
      owners.set(to, known);
    }
  return [...owners.values()].map(({ items, ...one }) => ({ ...one, items: [...items] }));
};

const blocked = (after: Engagement, events: readonly Event[]): readonly Notice[] => {
  const blocks = events.filter((event) => event.type === 'ItemBlocked');
  const [first] = blocks;
  if (!first) return [];
  const to = withRole(after, 'lead').filter((lead) => lead !== first.by && !isGone(after, lead));
  return tell(to, { type: 'blocked', by: first.by, items: blocks.map(({ item }) => item) });
};

const givenIn = (event: Event): readonly string[] => {
  if (event.type === 'ItemAssigned' || event.type === 'ItemAdded') return [event.item];
  return event.type === 'ItemsHandedOver' ? event.items : [];
};

/** A phase in which nothing is open any more asks once: leads to move on, both sides for the joint check. */
const asked = (before: Engagement, after: Engagement, by: PersonId): readonly Notice[] => {
  const question = questionOf(after);
  const known = questionOf(before);
  if (!question || question.type === 'stays') return [];
  if (known?.type === question.type && known.phase === question.phase) return [];
  const leads = withRole(after, 'lead');
  const all = question.type === 'jointCheck' ? [...leads, ...withRole(after, 'specialist')] : leads;
  const to = all.filter((person) => person !== by && !isGone(after, person));
  return tell(to, { type: 'asked', phase: question.phase });
};

const voided = (after: Engagement, events: readonly Event[]): readonly Notice[] =>
  events.flatMap((event): readonly Notice[] => {
    if (event.type !== 'ConfirmationsVoided') return [];
    const to = event.gave.filter((person) => person !== event.by && !isGone(after, person));
    const items = missingToLeave(after, event.phase).map(({ code }) => code);
    return tell(to, { type: 'voided', phase: event.phase, items });
  });

const left = (after: Engagement, events: readonly Event[]): readonly Notice[] =>
  events.flatMap((event): readonly Notice[] => {
    if (event.type !== 'PersonLeft') return [];
    const items = itemsOwnedBy(after, event.person).map(({ code }) => code);
    const to = withRole(after, 'lead').filter((lead) => !isGone(after, lead));
    return items.length > 0 ? tell(to, { type: 'left', person: event.person, items }) : [];
  });

/** Everybody concerned, with all that is theirs. A checkpoint post mentions them, unless they are told privately only. */
const reminded = (after: Engagement, events: readonly Event[]): readonly Notice[] => {
  const people = new Map<PersonId, Reminder[]>();
  for (const event of events)
    for (const reminder of remindersIn(event, after))
      for (const person of whomToRemind(after, reminder)) people.set(person, [...(people.get(person) ?? []), reminder]);
  return [...people].map(([to, reminders]) => ({ to, type: 'reminder', reminders }));
};

const remindersIn = (event: Event, after: Engagement): readonly Reminder[] => {
  if (event.type === 'ItemsReminded') return event.reminders;
  if (event.type !== 'CheckpointPosted' || agreedCheckpoint(after).mention === 'channel') return [];
  const others = event.reminders.filter(({ kind }) => kind !== 'due' && kind !== 'overdue');
  return [...others, ...dueWithinAWeek(after, event.on)];
};

const dueWithinAWeek = ({ items }: Engagement, today: Day): readonly Reminder[] =>
  Object.values(items).flatMap((item): readonly Reminder[] => {
    const { code, dueOn: on = '' } = item;
    if (isOverdue(item, today)) return [{ kind: 'overdue', item: code, on }];
    return isDueSoon(item, today) ? [{ kind: 'due', item: code, on }] : [];
  });

/** What of it is still so: what was taken back meanwhile is not told, and nothing once it is over. */
export const stillTrue = (notice: Notice, now: Engagement, today: Day): Notice | undefined => {
  if (now.ended || isGone(now, notice.to)) return undefined;
  if (notice.type === 'asked') {
    const question = questionOf(now);
    return question?.phase === notice.phase && question.type !== 'stays' ? notice : undefined;
  }
  if (notice.type === 'reminder') {
    if (!isToBeTold(now, notice.to, today)) return undefined;
    const isTheirs = (reminder: Reminder): boolean =>
      stillOwed(now, reminder, today) && whomToRemind(now, reminder).includes(notice.to);
    const reminders = notice.reminders.filter(isTheirs);
    return reminders.length > 0 ? { ...notice, reminders } : undefined;
  }
  const items = notice.items.filter((code) => {
    const item = itemNamed(now, code);
    return item !== undefined && isStillSo(notice, item);
  });
  return items.length > 0 && (notice.type !== 'left' || isGone(now, notice.person)) ? { ...notice, items } : undefined;
};

const isStillSo = (notice: Exclude<Notice, { type: 'asked' | 'reminder' }>, item: Item): boolean => {
  switch (notice.type) {
    case 'assigned':
      return item.owner === notice.to && item.state.type !== 'complete' && item.state.type !== 'excluded';
    case 'reopened':
      return item.owner === notice.to && isOpen(item);
    case 'blocked':
      return item.state.type === 'blocked';
    case 'voided':
      return isOpen(item);
    case 'left':
      return item.owner === notice.person;
  }
};
