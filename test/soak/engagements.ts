import type { Config } from '../../src/config';
import { calendar } from '../../src/adapters/clock/index';
import { openTables, type TableStores } from '../../src/adapters/table/index';
import { addressOf } from '../../src/adapters/teams/address';
import { createExecute } from '../../src/application/execute';
import { createGuard } from '../../src/application/guard';
import type { Clock, KnownPerson, Place } from '../../src/application/ports';
import { createQueue } from '../../src/application/queue';
import { catalog, startingItems } from '../../src/catalog/index';
import type { Checkpoint, Command, Language } from '../../src/engagement/index';
import type { Account } from '../support/connector';
import { bot } from '../support/teams';
import type { Chance } from './chance';
import { dayOf, daysLater } from './owed';

/** An onboarding as it is meant to be, before anything is written. */
export type Planned = {
  readonly number: number;
  readonly customer: string;
  readonly place: Place;
  readonly timeZone: string;
  readonly language: Language;
  readonly checkpoint: Required<Omit<Checkpoint, 'from'>>;
  readonly people: readonly Involved[];
  /** So many days ahead something of theirs is due. */
  readonly dueIn: readonly number[];
};

/** Somebody, and where they are. */
export type Involved = Account & { readonly timeZone: string };

/** One that runs. `startedAt`: in milliseconds of the soak. */
export type Running = Planned & { readonly id: string; readonly startedAt: number };

const zones = ['Europe/Berlin', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata'] as const;
/** So many that none of them is written to so often that the product would hold back. */
const tenants = 8;

/** `19:<tenant>-<number>@thread.tacv2`, so that whoever sees a post knows where it belongs. */
export const numberIn = (conversationId: string): number | undefined => {
  const [, number] = /^19:tenant-\d+-(\d+)@/.exec(conversationId) ?? [];
  return number === undefined ? undefined : Number(number);
};

/** Most of them meet on every weekday. */
export const plan = (number: number, chance: Chance): Planned => {
  const tenantId = `tenant-${number % tenants}`;
  const timeZone = chance.oneOf(zones);
  const dueIn = number % 4 === 0 ? Array.from({ length: 6 }, (_, n) => chance.whole(1 + 2 * n, 3 + 2 * n)) : [];
  return {
    number,
    customer: `Contoso ${number}`,
    place: { tenantId, conversationId: `19:${tenantId}-${number}@thread.tacv2`, team: `team-${number}` },
    timeZone,
    language: chance.isSo(0.5) ? 'en' : 'de',
    checkpoint: {
      every: number % 12 === 0 ? 'week' : 'weekday',
      weekday: chance.whole(1, 5),
      time: chance.oneOf(['09:00', '09:00', '08:30']),
      remind: chance.oneOf(['atStart', 'atStart', 'sameDay', 'dayBefore']),
      mention: chance.oneOf(['channel', 'private']),
    },
    // One and the same person works in every tenant.
    people: [
      involved(`lead-${number}`, timeZone),
      number % 9 === 0 ? involved('everywhere', 'Europe/Berlin') : involved(`member-${number}`, timeZone),
    ],
    dueIn,
  };
};

const involved = (name: string, timeZone: string): Involved => ({
  id: `29:${name}`,
  aadObjectId: name,
  name: `Person ${name}`,
  userRole: 'user',
  timeZone,
});

/** The personal chat of somebody in a tenant. */
export const chatOf = (tenantId: string, person: Account): string => `a:${tenantId}:${person.aadObjectId}`;

/** Whether somebody has one. */
export const hasChat = (person: Account): boolean => /everywhere|[02468]$/.test(person.aadObjectId);

/** What Teams says of a place when it tells of it. */
export const activityIn = (serviceUrl: string, { tenantId, conversationId, team }: Place): Record<string, unknown> => ({
  channelId: 'msteams',
  serviceUrl,
  recipient: bot,
  conversation: {
    id: conversationId,
    conversationType: team === undefined ? 'personal' : 'channel',
    isGroup: team !== undefined,
    tenantId,
  },
  channelData: {
    tenant: { id: tenantId },
    ...(team !== undefined && { team: { id: team }, channel: { id: conversationId } }),
  },
});

/** Whoever watches has more patience than the product. */
const timeoutMilliseconds = 30_000;

/** Starts onboardings through the product's own use case, without a process that answers. */
export const createStarter = async (parts: {
  readonly connectionString: string;
  readonly prefix: Config['tablePrefix'];
  readonly clock: Clock;
  readonly serviceUrl: string;
}): Promise<{ readonly stores: TableStores; readonly start: (planned: Planned) => Promise<Running> }> => {
  const { connectionString, prefix, clock, serviceUrl } = parts;
  const stores = await openTables({ connectionString, prefix, timeoutMilliseconds });
  const { store, directory, contacts, dueRows } = stores;
  const guard = createGuard(dueRows, clock);
  const execute = createExecute({ store, guard, queue: createQueue(clock), clock, calendar });
  const addressIn = (place: Place) => addressOf(activityIn(serviceUrl, place));
  return {
    stores,
    start: async (planned) => {
      const { place, people } = planned;
      const { id } = await directory.locate(place, true);
      await directory.register(place, id, addressIn(place));
      for (const person of people.filter(hasChat))
        await contacts.meet(
          place.tenantId,
          person.aadObjectId,
          addressIn({ tenantId: place.tenantId, conversationId: chatOf(place.tenantId, person) }),
        );
      const [by, other] = people.map(({ aadObjectId: id, name, timeZone }): KnownPerson => ({ id, name, timeZone }));
      if (!by || !other) throw new Error('An onboarding needs two people.');
      await execute({ id, place, by, op: `start-${id}`, commands: () => [startOf(planned)] });
      const today = dayOf(Date.parse(clock.now()), planned.timeZone);
      if (planned.dueIn.length > 0)
        await execute({
          id,
          by,
          op: `due-${id}`,
          commands: (_, keyOf) => {
            const owners = [keyOf(by), keyOf(other)];
            return planned.dueIn.map((days, n): Command => {
              const assignee = owners[n % 2] ?? '';
              return { type: 'AssignItem', item: `G${n + 1}`, assignee, dueOn: daysLater(today, days) };
            });
          },
        });
      const { engagement } = await store.load(id);
      return { ...planned, id, startedAt: Date.parse(engagement.started?.at ?? '') };
    },
  };
};

const startOf = ({ customer, language, timeZone, checkpoint }: Planned): Command => ({
  type: 'StartEngagement',
  customer,
  language,
  timeZone,
  catalogVersion: catalog.version,
  items: startingItems,
  starterIsGuest: false,
  checkpoint,
});
