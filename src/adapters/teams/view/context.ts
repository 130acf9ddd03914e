import { personOf } from '../../../application/people';
import type { KnownPerson, Loaded, OutsideId } from '../../../application/ports';
import type { Reply } from '../../../application/reply';
import { responsibility } from '../../../catalog/index';
import {
  type Day,
  type Deed,
  type Engagement,
  type Instant,
  type ItemCode,
  itemNamed,
  type Language,
  lotse,
  mayDo,
  notStarted,
  type OperationId,
  type PersonId,
} from '../../../engagement/index';
import { type Words, wordsOf } from '../words';
import { plain } from './plain';
import { shortened } from './texts';

/** What every screen needs: the state, whose eyes see it, and the words. */
export type Context = {
  readonly words: Words;
  readonly engagement: Engagement;
  readonly engagementId: string;
  readonly today: Day;
  /** Nobody for posts, which are for all. */
  readonly asker?: PersonId;
  /** Nobody but the asker reads it. */
  readonly alone?: true;
  /** In the asker's personal chat. */
  readonly personal?: true;
  /** What the asker just did to items. */
  readonly undo?: OperationId;
  readonly name: (person: PersonId) => string;
  /** Of whoever has this id outside; whoever did nothing here has no name. */
  readonly named: (id: OutsideId) => string | undefined;
  readonly known: (person: PersonId) => KnownPerson | undefined;
  readonly title: (item: ItemCode) => string;
  readonly detail: (item: ItemCode) => string;
  readonly day: (day: Day) => string;
  /** `10:24`, where the engagement is. */
  readonly time: (at: Instant) => string;
  /** The same in that language. */
  readonly as: (language: Language) => Context;
};

export const contextOf = (reply: Reply): Context => {
  const words = wordsOf(reply.language);
  const { seen, today, asker, alone, personal, undo, language } = reply;
  const engagement = seen?.engagement ?? notStarted;
  const names = new Map<PersonId, string>();
  const name = (person: PersonId): string => {
    const known = names.get(person) ?? plain(nameOf(seen, person, words));
    names.set(person, known);
    return known;
  };
  const others = new Map<Language, Context>();
  return {
    words,
    engagement,
    engagementId: seen?.id ?? '',
    today,
    ...(asker !== undefined && { asker }),
    ...(alone && { alone }),
    ...(personal && { personal }),
    ...(undo !== undefined && { undo }),
    name,
    named: (id) => {
      const person = personOf(seen?.people ?? {}, id);
      return person === undefined ? undefined : name(person);
    },
    known: (person) => seen?.people[person],
    title: (item) => plain(itemNamed(engagement, item)?.title ?? responsibility(item)?.title[language] ?? item),
    detail: (item) => plain(responsibility(item)?.detail[language] ?? words.say('item/added')),
    day: (day) => words.day(day, today),
    time: (at) =>
      new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: engagement.timeZone }).format(
        new Date(at),
      ),
    as: (other) => {
      const context = others.get(other) ?? contextOf({ ...reply, language: other });
      others.set(other, context);
      return context;
    },
  };
};

const nameOf = (seen: Loaded | undefined, person: PersonId, words: Words): string => {
  if (person === lotse) return words.say('person/lotse');
  const name = seen?.people[person]?.name;
  if (!name) return words.say('person/unknown');
  return shortened(name);
};

/** Whether this is worth offering: to those who may, and on posts, which all see. */
export const offers = ({ asker, engagement }: Context, deed: Deed): boolean =>
  asker === undefined || mayDo(deed, engagement, asker);

/** Paused and ended onboardings can be read, and nothing in them changes. */
export const isRunning = ({ engagement }: Context): boolean => engagement.status === 'running';
