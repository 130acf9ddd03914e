import type { CheckpointNews } from '../../../../application/ports';
import { daysBetween, type Item, type PersonId, phaseAfter } from '../../../../engagement/index';
import type { Context } from '../context';
import { toMoveOn } from '../overview';
import { plain } from '../plain';
import { goneOf } from '../presence';
import { sectionSummary } from '../progress';
import { codesOf, cut, listOf, longestList } from '../texts';
import type { Standing } from './standing';

/** How somebody is called: mentioned, or named only. */
export type Naming = (person: PersonId) => string;

type Before = CheckpointNews['before'];

/** "Assess: 3 of 7 open (last time 4)" */
export const progressLine = (context: Context, before: Before): string => {
  const { words, engagement } = context;
  const { phase } = engagement;
  if (phase === undefined) return words.say('overview/finished');
  const progress = sectionSummary(context, phase);
  return before?.phase === phase ? words.say('checkpoint/before', { progress, count: before.open }) : progress;
};

/** "Overdue: A3 – Mehmet", and what is due next, day by day. */
export const dueLines = (context: Context, { overdue, soon }: Standing, naming: Naming): readonly string[] => {
  const days = [...new Set(soon.flatMap(({ dueOn }) => dueOn ?? []))];
  return [
    ...owned(context, 'overdue', overdue, naming),
    ...days.flatMap((day) => {
      const items = soon.filter(({ dueOn }) => dueOn === day);
      return owned(context, 'due', items, naming, context.day(day));
    }),
  ];
};

/** What else is to be talked about, and what was done. Nobody is mentioned because of that. */
export const otherLines = (context: Context, standing: Standing, before: Before): readonly string[] => {
  const { engagement, today, name, day } = context;
  const { blocked, returned, unowned, done } = standing;
  const isToday = ({ code }: Item): boolean => engagement.reminders.returned[code] === today;
  const earlier = returned.filter((item) => !isToday(item));
  return [
    ...blockedLines(context, blocked),
    ...owned(context, 'backToday', returned.filter(isToday), name),
    ...owned(context, 'back', earlier, name),
    ...listed(context, 'unowned', unowned),
    ...(before ? listed(context, 'doneSince', done, day(before.on)) : listed(context, 'done', done)),
  ];
};

/** What is missing to move on, and where to. */
export const nextLines = (context: Context): readonly string[] => {
  const { words, engagement } = context;
  const { phase } = engagement;
  if (phase === undefined) return [];
  const after = phaseAfter(phase);
  const then = after
    ? words.say('checkpoint/then', { section: words.say(`section/name/${after}`) })
    : words.say('checkpoint/thenFinish');
  return [...toMoveOn(context), then];
};

const mostOwners = 10;

/** Items by owner, as many owners as are still readable. */
const owned = (context: Context, key: string, items: readonly Item[], naming: Naming, day = ''): readonly string[] => {
  if (items.length === 0) return [];
  const { words } = context;
  const owners = [...new Set(items.map(({ owner }) => owner))].map((owner) =>
    items.filter((item) => item.owner === owner),
  );
  const shown = owners.slice(0, mostOwners).map((theirs) => {
    const name = ownerOf(context, theirs[0]?.owner, naming);
    const codes = theirs.map(({ code }) => code);
    return words.say('checkpoint/owned', { items: listOf(words, codes), name });
  });
  const count = owners.slice(mostOwners).flat().length;
  const all = shown.join('; ');
  return [
    words.say(`checkpoint/${key}`, { day, items: count > 0 ? words.say('list/more', { items: all, count }) : all }),
  ];
};

const ownerOf = (context: Context, owner: PersonId | undefined, naming: Naming): string =>
  owner === undefined
    ? context.words.say('checkpoint/nobody')
    : [naming(owner), ...goneOf(context, owner).map((gone) => `(${gone})`)].join(' ');

/** `A3–A5, R9`, if there are any. */
const listed = ({ words }: Context, key: string, items: readonly Item[], day = ''): readonly string[] => {
  const codes = items.map(({ code }) => code);
  return codes.length === 0 ? [] : [words.say(`checkpoint/${key}`, { items: codesOf(words, codes, longestList), day })];
};

const mostBlocked = 5;
const mostOfReason = { characters: 120, bytes: 400 };

/** For how long, and what they wait for; where they are many, the newest are only listed. */
const blockedLines = (context: Context, blocked: readonly Item[]): readonly string[] => {
  const { words, today, name } = context;
  const all = blocked
    .flatMap((item) => (item.state.type === 'blocked' ? [{ item, ...item.state }] : []))
    .sort((one, other) => one.mark.at.localeCompare(other.mark.at));
  const lines = all.slice(0, mostBlocked).map(({ item, reason, mark }) => {
    const count = daysBetween(mark.on, today);
    return words.say(count > 0 ? 'checkpoint/blocked' : 'checkpoint/blockedToday', {
      count,
      item: item.code,
      name: ownerOf(context, item.owner, name),
      reason: plain(cut(reason, mostOfReason)),
    });
  });
  const others = all.slice(mostBlocked).map(({ item }) => item);
  return [...lines, ...listed(context, 'moreBlocked', others)];
};
