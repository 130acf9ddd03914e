import type { Wish } from '../../../application/request';
import type { Role } from '../../../engagement/index';
import type { Affair } from './kinds';
import { form, type Meaning, wish } from './meaning';

const roles: Readonly<Record<string, Role>> = { lead: 'lead', specialist: 'specialist', member: 'member' };
const roleIn = (name: string | undefined): { readonly role?: Role } => {
  const role = name === undefined ? undefined : roles[name];
  return role ? { role } : {};
};

/** "im Team" is German; "I'm" has its apostrophe. */
const ofMe = /(?:^|[^\p{L}])(?:i['’‘`´]m|i am|ich)(?![\p{L}])/iu;

const setRole =
  (given?: Role): Meaning =>
  ({ said, text, context: { hearing } }) => {
    const assignee = said.who ?? said.person ?? (ofMe.test(text) ? hearing.by.id : undefined);
    const role = given ?? roleIn(said.role).role;
    return assignee !== undefined && role ? wish({ type: 'SetRole', assignee, role }) : undefined;
  };

const handOver: Meaning = ({ said: { owner, heir }, sure }) => {
  if (owner === undefined || heir === undefined)
    return form('person.handOver', { ...(owner && { person: owner }), ...(heir && { assignee: heir }) });
  const grave = { type: 'HandOver', person: owner, assignee: heir } satisfies Wish;
  return sure ? wish(grave) : { type: 'confirm', wish: grave };
};

/** Whoever speaks of themselves is not named. */
const another = (who: string | undefined, me: string): { readonly person?: string } =>
  who === undefined || who === me ? {} : { person: who };

const away: Meaning = ({ said, context: { hearing } }) =>
  wish({ type: 'SetAway', ...another(said.who, hearing.by.id), ...(said.until && { until: said.until }) });

const awayForm: Meaning = ({ said, context: { hearing } }) =>
  form('person.away', { ...another(said.who, hearing.by.id), ...(said.until && { until: said.until }) });

export const peopleMeanings = {
  role: setRole(),
  noRole: setRole('member'),
  roleForm: ({ said }) => form('role.set', { ...(said.person && { assignee: said.person }), ...roleIn(said.role) }),
  whoIs: () => ({ type: 'show', what: 'overview' }),
  handOver,
  away,
  back: away,
  awayForm,
} satisfies Partial<Record<Affair, Meaning>>;
