import { addYears, isDay } from '../days';
import { itemsOwnedBy } from '../items/questions';
import type { Rejection, Ruling } from '../messages';
import { type Asked, type Engagement, lotse } from '../model';
import { needs, roleOf, withRole } from './may';
import type { PeopleCommand } from './messages';
import { awayUntil, isGone } from './people';

export const decidePeople = (command: PeopleCommand, engagement: Engagement, asked: Asked): Ruling => {
  switch (command.type) {
    case 'SetRole':
      return settingRole(command, engagement, asked);
    case 'HandOver':
      return handingOver(command, engagement, asked);
    case 'SetAway':
      return settingAway(command, engagement, asked);
    case 'LeaveTeam':
    case 'JoinTeam':
      return coming(command, engagement, asked);
  }
};

type The<Type extends PeopleCommand['type']> = Extract<PeopleCommand, { type: Type }>;

/** Leads give roles. Where the roster knows none of them, a member may take the lead; the last one cannot give it up. */
const settingRole = ({ person, role, absent = [] }: The<'SetRole'>, engagement: Engagement, { by }: Asked): Ruling => {
  const leads = withRole(engagement, 'lead');
  const isMissing = (lead: string) => lead !== by && (absent.includes(lead) || isGone(engagement, lead));
  const nobodyLeads = leads.every((lead) => absent.includes(lead));
  const takesOver = role === 'lead' && person === by && roleOf(engagement, by) === 'member' && nobodyLeads;
  if (roleOf(engagement, person) === role) return { refused: { code: 'role.already', person, role } };
  const refused = takesOver ? undefined : needs('roles', engagement, by);
  if (refused) return { refused };
  const others = leads.filter((lead) => lead !== person);
  if (others.length < leads.length && others.every(isMissing)) return { refused: { code: 'role.lastLead' } };
  return { facts: [{ type: 'RoleSet', person, role, ...(takesOver && { noLeadWasHere: true }) }] };
};

const handingOver = ({ person, assignee }: The<'HandOver'>, engagement: Engagement, { by }: Asked): Ruling => {
  const refused = needs('handOver', engagement, by);
  if (refused) return { refused };
  if (person === assignee) return { refused: { code: 'handOver.same', person } };
  const items = itemsOwnedBy(engagement, person).map(({ code }) => code);
  if (items.length === 0) return { refused: { code: 'handOver.nothing', person } };
  return { facts: [{ type: 'ItemsHandedOver', person, owner: assignee, items }] };
};

const settingAway = ({ person, until }: The<'SetAway'>, engagement: Engagement, asked: Asked): Ruling => {
  const refused =
    (person === asked.by ? undefined : needs('away', engagement, asked.by)) ??
    badlySaid(person, until, engagement, asked);
  return refused ? { refused } : { facts: [{ type: 'AwaySet', person, ...(until !== undefined && { until }) }] };
};

const badlySaid = (
  person: string,
  until: string | undefined,
  engagement: Engagement,
  { today }: Asked,
): Rejection | undefined => {
  const known = awayUntil(engagement, person, today);
  if (until === undefined) return known === undefined ? { code: 'away.not', person } : undefined;
  if (until === known) return { code: 'away.already', person };
  if (!isDay(until)) return { code: 'until.notADay' };
  if (until < today) return { code: 'away.tooEarly' };
  return until > addYears(today, 2) ? { code: 'until.tooLate' } : undefined;
};

const coming = ({ type, person }: The<'LeaveTeam' | 'JoinTeam'>, engagement: Engagement, { by }: Asked): Ruling => {
  if (by !== lotse) return { refused: { code: 'command.lotseOnly' } };
  const leaves = type === 'LeaveTeam';
  if (isGone(engagement, person) === leaves) return { refused: { code: 'person.already', person } };
  return { facts: [{ type: leaves ? 'PersonLeft' : 'PersonJoined', person }] };
};
