import { isGone, type PersonId } from '../engagement/index';
import type { KnownPerson, Loaded, OutsideId, People } from './loaded';

/** A key no person has: for whoever has done nothing here yet. */
export const nobody: PersonId = 'p0';

export const personOf = (people: People, id: OutsideId): PersonId | undefined =>
  Object.keys(people).find((key) => people[key]?.id === id);

/** Who somebody is in an engagement; undefined where it is over, and for those who are no part of it (any more). */
export const involvedIn = ({ engagement, people }: Loaded, person: OutsideId): PersonId | undefined => {
  const key = personOf(people, person);
  if (key === undefined || isGone(engagement, key)) return undefined;
  return engagement.status === 'running' || engagement.status === 'paused' ? key : undefined;
};

/** The key of a person, and the people with them among it: new ones get the next key, known ones their newest name. */
export const introduce = (people: People, person: KnownPerson): { readonly key: PersonId; readonly people: People } => {
  const key = personOf(people, person.id) ?? `p${String(Object.keys(people).length + 1)}`;
  return {
    key,
    people: { ...people, [key]: { ...people[key], ...person, name: person.name || (people[key]?.name ?? '') } },
  };
};
