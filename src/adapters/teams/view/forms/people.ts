import type { Member } from '../../../../application/ports';
import type { Filled } from '../../../../application/request';
import { awayUntil, type Engagement, itemsOwnedBy, mayDo, type PersonId, roleOf } from '../../../../engagement/index';
import { asks, type Titled } from '../buttons';
import { type Context, offers } from '../context';
import { choice, date } from '../fields';
import { bare } from '../plain';
import { namesWith, presentWith } from '../presence';
import { askingFirst } from '../press';
import { type FormContent, person } from './parts';

/** In bytes, for each list of people where there are two. */
const roomForOne = 16_000;
const roomForTwo = 8_000;

type Members = readonly Member[] | undefined;

const backToSettings = (context: Context): Titled => ({
  ...asks(context, 'settings', 'engagement.configure'),
  title: context.words.say('button/cancel'),
});

/** Who is who here. One role per person. */
export const roleForm = (context: Context, filled: Filled, members: Members): FormContent => {
  const { words, engagementId } = context;
  const named = (['lead', 'specialist'] as const).flatMap((role) => {
    const names = namesWith(context, role);
    return names === '' ? [] : [words.say(`closing/${role}`, { names })];
  });
  return {
    title: words.say('form/role.set'),
    lines: [...named, words.say('form/roleText')],
    fields: [
      person(words, 'assignee', { required: true, value: filled.assignee, members, room: roomForOne }),
      choice(words, 'role', {
        required: true,
        value: filled.role ?? '',
        choices: (['lead', 'specialist', 'member'] as const).map((role) => ({
          value: role,
          title: words.say(`role/${role}`),
        })),
        style: 'expanded',
      }),
    ],
    send: { title: words.say('form/send.role.set'), verb: 'role.set', data: { engagementId } },
    others: [backToSettings(context)],
  };
};

/** Whoever owns something here may have left: they are no longer among those who are there. */
export const handOverForm = (context: Context, filled: Filled, members: Members): FormContent => {
  const { words, engagement, engagementId, known, name } = context;
  const owners = ownersIn(engagement).flatMap((owner): readonly Member[] => {
    const id = known(owner)?.id;
    return id === undefined ? [] : [{ id, name: bare(name(owner)), guest: false }];
  });
  const { verb, data } = askingFirst({ type: 'HandOver', person: '', assignee: '' }, engagementId);
  return {
    title: words.say('form/person.handOver'),
    lines: [words.say('form/handOverText')],
    fields: [
      person(words, 'person', {
        label: 'handOverFrom',
        required: true,
        value: filled.person,
        members: owners.length > 0 ? owners : members,
        room: roomForTwo,
      }),
      person(words, 'assignee', {
        label: 'handOverTo',
        required: true,
        value: filled.assignee,
        members,
        room: roomForTwo,
      }),
    ],
    send: { title: words.say('form/send.person.handOver'), verb, data: withoutInputs(data) },
    others: [backToSettings(context)],
  };
};

/** The inputs of the form say from whom to whom. */
const withoutInputs = ({ person: _, assignee: __, ...data }: Readonly<Record<string, string>>) => data;

const ownersIn = (engagement: Engagement): readonly PersonId[] =>
  [...new Set(Object.values(engagement.items).flatMap(({ owner }) => owner ?? []))].filter(
    (owner) => itemsOwnedBy(engagement, owner).length > 0,
  );

/** Anybody for themselves; for others those who steer. Nobody asks why. */
export const awayForm = (context: Context, filled: Filled, members: Members): FormContent => {
  const { words, engagement, engagementId, asker, today, known } = context;
  const mine = asker === undefined ? undefined : awayUntil(engagement, asker, today);
  const chooses = asker !== undefined && mayDo('away', engagement, asker);
  const me = asker === undefined ? undefined : known(asker)?.id;
  return {
    title: words.say(chooses ? 'form/person.away' : 'form/awayMyself'),
    lines: [words.say('form/awayText')],
    fields: [
      ...(chooses
        ? [
            person(words, 'person', {
              required: false,
              label: 'awayPerson',
              value: filled.person ?? me,
              members,
              room: roomForOne,
            }),
          ]
        : []),
      date(words, 'until', { label: 'awayUntil', required: false, value: filled.until ?? mine, min: today }),
    ],
    send: { title: words.say('form/send.person.away'), verb: 'person.away', data: { engagementId } },
    others: [backToSettings(context)],
  };
};

/** Without a lead any member may take the role. */
export const mayGiveRoles = (context: Context): boolean =>
  offers(context, 'roles') ||
  (presentWith(context, 'lead').length === 0 && roleOf(context.engagement, context.asker ?? '') === 'member');
