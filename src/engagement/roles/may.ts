import type { Engagement, Item, PersonId, Role } from '../model';

/** One role per person; whoever was given none is a team member. */
export const roleOf = (engagement: Engagement, person: PersonId): Role =>
  (Object.hasOwn(engagement.roles, person) ? engagement.roles[person] : undefined) ?? 'member';

/** The people who steer: they may act on everybody's items, and their word makes a deferral agreed. */
export const steering = ['lead', 'specialist'] as const satisfies readonly Role[];

export const steers = (engagement: Engagement, person: PersonId): boolean => roleOf(engagement, person) !== 'member';

/** Members act on what is theirs or nobody's. */
export const mayActOn = (engagement: Engagement, item: Item, person: PersonId): boolean =>
  item.owner === undefined || item.owner === person || steers(engagement, person);

export const withRole = (engagement: Engagement, role: Role): readonly PersonId[] =>
  Object.keys(engagement.roles).filter((person) => engagement.roles[person] === role);
