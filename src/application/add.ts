import type { Calendar } from '../engagement/index';
import type { Act } from './act';
import type { Heard } from './conversation';
import type { Clock, Loaded, Member, Roster } from './ports';
import type { Answer, Saying, Showing } from './reply';
import type { Inbound, Request } from './request';
import type { Understanding } from './understanding';

type Parts = {
  readonly act: Act;
  readonly understanding: Understanding;
  readonly roster: Roster;
  readonly clock: Clock;
  readonly calendar: Calendar;
};

/** Adds pasted lines: what can be read is added in one operation, the rest is named. */
export type Add = (
  inbound: Inbound,
  request: Extract<Request, { type: 'add' }>,
  heard: Heard,
  seen: Loaded,
) => Promise<Answer>;

export const createAdd = ({ act, understanding, roster, clock, calendar }: Parts): Add => {
  /** Whoever is there; where they are too many for a list, those who have appeared here and whoever is mentioned. */
  const peopleFor = async (inbound: Inbound, seen: Loaded): Promise<readonly Pick<Member, 'id' | 'name'>[]> => {
    const there = (await roster.members(inbound.address)) ?? Object.values(seen.people);
    const mentioned = inbound.kind === 'said' ? inbound.mentioned : [];
    // A mention has an id of its own for somebody; the roster knows who that is.
    const named = await Promise.all(
      mentioned.map(async (one) => (await roster.member(inbound.address, one.id)) ?? one),
    );
    return [...named, ...there.filter(({ id }) => !named.some((one) => one.id === id))];
  };
  return async (inbound, { phase, text }, heard, seen) => {
    const people = await peopleFor(inbound, seen);
    const { lines, unread } = understanding.readLines(text, {
      today: calendar.dayOf(clock.now(), seen.engagement.timeZone),
      language: heard.language,
      people,
    });
    const says: readonly Saying[] = unread.length > 0 ? [{ type: 'unread', unread }] : [];
    const form: Showing = {
      show: 'form',
      form: 'item.add',
      about: { phase },
      filled: { lines: text },
    };
    if (lines.length === 0 && unread.length > 0) return { seen, says, show: form };
    const answer = await act(inbound, seen.id, [{ type: 'AddItems', phase, lines }], heard, seen);
    return {
      ...answer,
      says: [...(answer.says ?? []), ...says],
      // With whom each is for and until when, as it was sent.
      show: answer.show.show === 'form' ? form : answer.show,
    };
  };
};
