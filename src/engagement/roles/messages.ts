import type { Day, ItemCode, PersonId, Role } from '../model';

/** Who somebody is here, and what becomes of their items when they change. */
export type PeopleCommand =
  /** `absent`: which leads the roster no longer knows. Without a lead left a member may take the role. */
  | { readonly type: 'SetRole'; readonly person: PersonId; readonly role: Role; readonly absent?: readonly PersonId[] }
  /** All items of `person` that are not done or dropped. */
  | { readonly type: 'HandOver'; readonly person: PersonId; readonly assignee: PersonId }
  /** That day included; no day ends it. */
  | { readonly type: 'SetAway'; readonly person: PersonId; readonly until?: Day }
  /** The roster said so; never a person's. */
  | { readonly type: 'LeaveTeam' | 'JoinTeam'; readonly person: PersonId };

export type PeopleFact =
  | { readonly type: 'RoleSet'; readonly person: PersonId; readonly role: Role; readonly noLeadWasHere?: true }
  | {
      readonly type: 'ItemsHandedOver';
      readonly person: PersonId;
      readonly owner: PersonId;
      readonly items: readonly ItemCode[];
    }
  | { readonly type: 'AwaySet'; readonly person: PersonId; readonly until?: Day }
  | { readonly type: 'PersonLeft' | 'PersonJoined'; readonly person: PersonId };

export type PeopleRejection =
  /** That is for these roles only. */
  | { readonly code: 'role.missing'; readonly may: readonly Role[] }
  | { readonly code: 'role.already'; readonly person: PersonId; readonly role: Role }
  | { readonly code: 'role.lastLead' }
  | { readonly code: 'handOver.nothing'; readonly person: PersonId }
  | { readonly code: 'handOver.same'; readonly person: PersonId }
  | { readonly code: 'away.already' | 'away.not'; readonly person: PersonId }
  | { readonly code: 'away.tooEarly' }
  | { readonly code: 'person.already'; readonly person: PersonId };
