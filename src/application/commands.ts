import {
  agreedCheckpoint,
  type Calendar,
  type Command,
  type Day,
  dayAfter,
  type Engagement,
  isCheckpointDay,
  type PersonId,
  type Phase,
  phaseToReturnTo,
  type TimeOfDay,
  upcomingCheckpoints,
  withRole,
} from '../engagement/index';
import type { CommandsFor } from './execute';
import { personOf } from './people';
import type { Clock, EngagementStore, Loaded, Member, OutsideId, Roster } from './ports';
import type { Problem } from './reply';
import type { Inbound, Wish } from './request';

export type CommandParts = {
  readonly store: EngagementStore;
  readonly roster: Roster;
  readonly clock: Clock;
  readonly calendar: Calendar;
};

/** People as a wish names them. Who is to do something must be there; who is spoken about may have left. */
export const namedIn = (wish: Wish): { readonly there: readonly OutsideId[]; readonly known: readonly OutsideId[] } => {
  switch (wish.type) {
    case 'AssignItem':
    case 'SetRole':
      return { there: [wish.assignee], known: [] };
    case 'HandOver':
      return { there: [wish.assignee], known: [wish.person] };
    case 'SetAway':
      return { there: [], known: wish.person === undefined ? [] : [wish.person] };
    case 'AddItems':
      return { there: wish.lines.flatMap(({ owner }) => owner ?? []), known: [] };
    default:
      return { there: [], known: [] };
  }
};

/** Whoever of these people is in the conversation. */
export const membersNamed = async (
  roster: Roster,
  { address }: Inbound,
  wishes: readonly Wish[],
): Promise<ReadonlyMap<OutsideId, Member>> => {
  const members = new Map<OutsideId, Member>();
  for (const id of new Set(wishes.flatMap((wish) => [...namedIn(wish).there, ...namedIn(wish).known]))) {
    const member = id === '' ? undefined : await roster.member(address, id);
    if (member) members.set(id, member);
  }
  return members;
};

/** Why a wish cannot even be asked for: it names nobody, or somebody who is not here. */
export const unasked = (
  wish: Wish,
  members: ReadonlyMap<OutsideId, Member>,
  seen: Loaded,
): Extract<Problem, 'personMissing' | 'notAMember'> | undefined => {
  const { there, known } = namedIn(wish);
  if ([...there, ...known].includes('')) return 'personMissing';
  const isKnown = (id: OutsideId): boolean => members.has(id) || personOf(seen.people, id) !== undefined;
  return there.every((id) => members.has(id)) && known.every(isKnown) ? undefined : 'notAMember';
};

/**
 * The commands of these wishes. A phase that is not named is the one current when it was first looked at, so that trying
 * again never means the next one.
 */
export const commandsFor = (
  parts: CommandParts,
  inbound: Inbound,
  wishes: readonly Wish[],
  members: ReadonlyMap<OutsideId, Member>,
): CommandsFor => {
  let first: Engagement | undefined;
  return async (seen, keyOf) => {
    first ??= seen.engagement;
    const known = (id: OutsideId): PersonId =>
      keyOf(members.get(id) ?? seen.people[personOf(seen.people, id) ?? ''] ?? { id, name: '' });
    const commands: Command[] = [];
    for (const wish of wishes)
      if (unasked(wish, members, seen) === undefined)
        commands.push(await commandOf(wish, { parts, inbound, seen, known, me: () => keyOf(inbound.by), first }));
    return commands;
  };
};

type About = {
  readonly parts: CommandParts;
  readonly inbound: Inbound;
  readonly seen: Loaded;
  readonly known: (id: OutsideId) => PersonId;
  readonly me: () => PersonId;
  readonly first: Engagement;
};

const commandOf = async (wish: Wish, about: About): Promise<Command> => {
  const { parts, inbound, seen, known, me, first } = about;
  switch (wish.type) {
    case 'AssignItem':
      return { ...wish, assignee: known(wish.assignee) };
    case 'AddItems':
      return {
        ...wish,
        lines: wish.lines.map(({ owner, ...line }) => ({
          ...line,
          ...(owner !== undefined && { owner: known(owner) }),
        })),
      };
    case 'ConfirmResults':
    case 'WithdrawConfirmation':
    case 'AdvancePhase':
      return { ...wish, phase: wish.phase ?? current(first) };
    case 'RecordConfirmation': {
      const person = personCalled(wish.name, seen);
      return { ...wish, phase: wish.phase ?? current(first), ...(person !== undefined && { person }) };
    }
    case 'ReturnToPhase':
      return { ...wish, phase: wish.phase ?? phaseToReturnTo(first) ?? current(first) };
    case 'SetRole': {
      const person = known(wish.assignee);
      const absent = person === me() ? await leadsNotThere(parts.roster, inbound, seen) : [];
      return { type: 'SetRole', person, role: wish.role, absent };
    }
    case 'HandOver':
      return { ...wish, person: known(wish.person), assignee: known(wish.assignee) };
    case 'SetAway':
      return { ...wish, person: wish.person === undefined ? me() : known(wish.person) };
    case 'SetCheckpoint':
      return { ...wish, earliest: earliestMeeting(wish.time, parts, seen) };
    case 'SkipCheckpoint': {
      const [next = ''] = upcomingCheckpoints(first, parts.clock.now(), parts.calendar, 1);
      return { type: 'SkipCheckpoint', day: wish.day ?? next, earliest: earliestMeeting(undefined, parts, seen) };
    }
    case 'Undo':
      return {
        ...wish,
        record: await parts.store.history(seen.id),
        earliest: earliestMeeting(undefined, parts, seen),
      };
    default:
      return wish;
  }
};

/** Today, if that time of day is still ahead, and the meeting of today, if there is one, as well. */
const earliestMeeting = (
  time: TimeOfDay | undefined,
  { clock, calendar }: CommandParts,
  { engagement }: Loaded,
): Day => {
  const { timeZone } = engagement;
  const now = clock.now();
  const today = calendar.dayOf(now, timeZone);
  const agreed = agreedCheckpoint(engagement).time;
  const isAhead = (at: TimeOfDay): boolean => calendar.instantOf(today, at, timeZone) > now;
  const hasBegun = isCheckpointDay(engagement, today) && !isAhead(agreed);
  return isAhead(time ?? agreed) && !hasBegun ? today : dayAfter(today);
};

/** After the last phase a command about "the phase" is about that one. */
const current = ({ phase }: Engagement): Phase => phase ?? 'enable';

/** By the whole name, or by the first one if nobody else has it. */
const personCalled = (name: string, { people }: Loaded): PersonId | undefined => {
  const words = (text = '') => text.trim().toLowerCase().split(/\s+/);
  const said = words(name);
  const called = (length: number) =>
    Object.keys(people).filter((key) => words(people[key]?.name).slice(0, length).join(' ') === said.join(' '));
  const [only, ...others] = called(said.length);
  return called(Infinity)[0] ?? (others.length > 0 ? undefined : only);
};

const leadsNotThere = async (roster: Roster, { address }: Inbound, { engagement, people }: Loaded) => {
  const leads = withRole(engagement, 'lead');
  const there = await Promise.all(leads.map((lead) => roster.member(address, people[lead]?.id ?? '', true)));
  return leads.filter((_, at) => there[at] === undefined);
};
