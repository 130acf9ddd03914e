import type { Rejection } from '../messages';
import type { Engagement, Item, PersonId, Role } from '../model';

/** One role per person; whoever was given none is a team member. */
export const roleOf = (engagement: Engagement, person: PersonId): Role =>
  (Object.hasOwn(engagement.roles, person) ? engagement.roles[person] : undefined) ?? 'member';

/** The people who steer: they may act on everybody's items, and their word makes a deferral agreed. */
export const steering = ['lead', 'specialist'] as const satisfies readonly Role[];
const leading = ['lead'] as const satisfies readonly Role[];

export const steers = (engagement: Engagement, person: PersonId): boolean => roleOf(engagement, person) !== 'member';

/** Members act on what is theirs or nobody's. */
export const mayActOn = (engagement: Engagement, item: Item, person: PersonId): boolean =>
  item.owner === undefined || item.owner === person || steers(engagement, person);

export const withRole = (engagement: Engagement, role: Role): readonly PersonId[] =>
  Object.keys(engagement.roles).filter((person) => engagement.roles[person] === role);

/** What is not for everybody, and for whom it is. */
const whoMay = {
  assign: steering,
  /** Adding, renaming and removing items. */
  list: steering,
  confirm: steering,
  /** The meeting and its reminder. */
  checkpoint: steering,
  record: leading,
  /** Moving on anyway and stepping back. */
  move: leading,
  roles: leading,
  handOver: steering,
  /** When somebody else is away. */
  away: steering,
  /** Settings, pause, and every kind of end. */
  life: leading,
} as const satisfies Record<string, readonly Role[]>;

export type Deed = keyof typeof whoMay;

export const mayDo = (deed: Deed, engagement: Engagement, person: PersonId): boolean =>
  whoMay[deed].some((role) => role === roleOf(engagement, person));

/** The refusal for whoever may not, which says who may. */
export const needs = (deed: Deed, engagement: Engagement, person: PersonId): Rejection | undefined =>
  mayDo(deed, engagement, person) ? undefined : { code: 'role.missing', may: whoMay[deed] };
