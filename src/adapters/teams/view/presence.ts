import { awayUntil, isGone, type PersonId, type Role, steers, withRole } from '../../../engagement/index';
import type { Context } from './context';

/** Whether somebody left the team. All may see that: what they own needs somebody else. */
export const goneOf = ({ words, engagement }: Context, person: PersonId): readonly string[] =>
  isGone(engagement, person) ? [words.say('person/gone')] : [];

/** Until when somebody is away. Only for those who steer, where nobody else reads it. */
export const awayOf = (context: Context, person: PersonId): readonly string[] => {
  const { words, engagement, asker, alone, today, day } = context;
  const until = awayUntil(engagement, person, today);
  const isTold = alone === true && asker !== undefined && steers(engagement, asker);
  return isTold && until !== undefined ? [words.say('person/away', { until: day(until) })] : [];
};

const mostNames = 10;

/** Who has a role, by name; whoever left is marked. */
export const namesWith = (context: Context, role: Role): string =>
  withRole(context.engagement, role)
    .slice(0, mostNames)
    .map((person) => {
      const name = context.name(person);
      return isGone(context.engagement, person) ? `${name} (${context.words.say('person/left')})` : name;
    })
    .join(', ');

/** Whoever has a role and is still here, by name. */
export const presentWith = ({ engagement, name }: Context, role: Role): readonly string[] =>
  withRole(engagement, role)
    .filter((person) => !isGone(engagement, person))
    .slice(0, mostNames)
    .map(name);
