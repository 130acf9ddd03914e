import { keySafe } from '../../src/adapters/table/keys';
import { openTable } from '../support/azurite';
import { chatOf, numberIn, type Running } from './engagements';
import { dayOf, daysLater, type Slot, type SoakDay, slotsOf } from './owed';
import type { Accepted } from './connector';

/** What became of every reminder that was owed. */
export type Account = {
  readonly slots: number;
  readonly once: number;
  readonly twice: number;
  readonly unknown: number;
  readonly lost: number;
  /** Not posted, because a newer one was, which tells the same. */
  readonly later: number;
  readonly refused: number;
  /** Checkpoint posts that are about no meeting, but catch up on items. */
  readonly catchingUp: number;
  readonly digests: number;
  /** Everything that is not as it should be, in words. */
  readonly faults: readonly string[];
};

/** A row of the table, as somebody reads it who looks past the product. */
type Recorded = { readonly state: string; readonly activityId?: string };

/** All were killed and nobody was there for days. `from`: what was due by then was done with; in milliseconds of the soak. */
export type Outage = { readonly from: number; readonly until: number };

export type AccountParts = {
  readonly running: readonly Running[];
  readonly accepted: readonly Accepted[];
  /** Of which onboardings something was seen in a conversation. */
  readonly seenIn: ReadonlyMap<string, ReadonlySet<string>>;
  /** By engagement id and day. */
  readonly recorded: ReadonlyMap<string, Recorded>;
  /** Posts whose sender was killed before it could put down that it was accepted. */
  readonly diedBefore: (post: Accepted) => boolean;
  readonly outages: readonly Outage[];
  /** When people had heard what they were given to do at the start. */
  readonly from: number;
  /** Everything due by then was looked after. */
  readonly until: number;
};

export const isCheckpoint = ({ summary }: Accepted): boolean => summary.startsWith('Checkpoint');

export const accountOf = (parts: AccountParts): Account => {
  const { running, accepted, recorded, diedBefore, from, until } = parts;
  const faults: string[] = [];
  const counts = { slots: 0, once: 0, twice: 0, unknown: 0, lost: 0, later: 0, refused: 0, catchingUp: 0 };
  const posts = groupedBy(accepted.filter(isCheckpoint), ({ conversationId }) => numberIn(conversationId));
  const slotOf = new Map([...recorded].map(([slot, { activityId }]) => [activityId, slot]));
  for (const one of running) {
    const caughtUp: number[] = [];
    const about = (posts.get(one.number) ?? []).flatMap((post) => {
      const day = meetingOf(post, one);
      if (day === undefined) caughtUp.push(post.at);
      return day === undefined ? [] : [{ post, day }];
    });
    counts.catchingUp += caughtUp.length;
    faults.push(...misplaced(one, about, slotOf, until));
    const byDay = groupedBy(about, ({ day }) => day);
    const slots = slotsOf(one, until);
    const isUnknown = ({ day }: Slot): boolean => recorded.get(nameOf(one.id, day))?.state === 'unknown';
    const told = [...byDay.keys(), ...slots.filter(isUnknown).map(({ day }) => day)];
    for (const slot of slots) {
      const { day } = slot;
      counts.slots += 1;
      const all = (byDay.get(day) ?? []).map(({ post }) => post);
      const row = recorded.get(nameOf(one.id, day));
      if (all.length > 1) {
        counts.twice += 1;
        const unexcused = all.slice(0, -1).filter((post) => !diedBefore(post));
        if (unexcused.length > 0)
          faults.push(`${named(one, day)} was posted ${all.length} times: ${all.map(described).join(' and ')}.`);
      } else if (all.length === 1) counts.once += 1;
      else if (row?.state === 'unknown') counts.unknown += 1;
      else if (row?.state === 'refused') counts.refused += 1;
      else if (
        (told.some((other) => other > day) || caughtUp.some((at) => at > slot.remindAt)) &&
        (row?.state === 'superseded' || isMissed(slot, slots, parts.outages))
      )
        counts.later += 1;
      else {
        counts.lost += 1;
        faults.push(`${named(one, day)} was lost: ${row ? `it is put down as ${row.state}` : 'nothing is put down'}.`);
      }
    }
  }
  const strays = strangers(running, parts.seenIn);
  const { digests, doubled } = digestsIn(
    running,
    accepted.filter(({ at }) => at > from),
    diedBefore,
  );
  return { ...counts, digests, faults: [...faults, ...strays, ...doubled] };
};

export const nameOf = (id: string, day: SoakDay): string => `${id} ${day}`;

const named = ({ customer, id, checkpoint, timeZone }: Running, day: SoakDay): string =>
  `The checkpoint ${day} of ${customer} (${id}, ${JSON.stringify(checkpoint)}, ${timeZone})`;

const described = ({ at, realAt, life, kind, activityId }: Accepted): string =>
  `${activityId} at ${new Date(at).toISOString()} (really ${new Date(realAt).toISOString()}) by ${life}, ${kind}`;

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const englishDate = new RegExp(`(\\d{1,2}) (${months.join('|')})`);

/** Which meeting a post says it is about; undefined where it is about none. */
export const meetingOf = ({ summary, at }: Accepted, { timeZone }: Running): SoakDay | undefined => {
  const [title = ''] = summary.split(/ · |\. No change|\. Seit/);
  const today = dayOf(at, timeZone);
  const [, english, month = ''] = englishDate.exec(title) ?? [];
  const [, german, number] = /(\d\d)\.(\d\d)\./.exec(title) ?? [];
  const date = Number(english ?? german);
  if (date > 0) return nearest(today, english === undefined ? Number(number) : months.indexOf(month) + 1, date);
  if (/ (now|today|jetzt|heute),/.test(title)) return today;
  return / (tomorrow|morgen),/.test(title) ? daysLater(today, 1) : undefined;
};

/** A day without a year is the one next to today. */
const nearest = (today: SoakDay, month: number, date: number): SoakDay => {
  const distance = (day: SoakDay) => Math.abs(Date.parse(day) - Date.parse(today));
  const [best = today] = [-1, 0, 1]
    .map((years) => {
      const pad = (value: number) => String(value).padStart(2, '0');
      return `${Number(today.slice(0, 4)) + years}-${pad(month)}-${pad(date)}`;
    })
    .sort((one, other) => distance(one) - distance(other));
  return best;
};

/** Posts that nobody owed or that came too early, are out of order, or of which the table says something else. */
const misplaced = (
  one: Running,
  about: readonly { readonly post: Accepted; readonly day: SoakDay }[],
  slotOf: ReadonlyMap<string | undefined, string>,
  until: number,
): readonly string[] => {
  const faults: string[] = [];
  const owed = new Map<SoakDay, Slot>(slotsOf(one, until + 86_400_000).map((slot) => [slot.day, slot]));
  let newest = '';
  for (const { post, day } of about) {
    const slot = owed.get(day);
    if (!slot) faults.push(`${named(one, day)} was posted though nobody owed it: ${described(post)}.`);
    else if (post.at < slot.remindAt) faults.push(`${named(one, day)} was posted too early: ${described(post)}.`);
    if (day < newest) faults.push(`${named(one, day)} was posted after ${newest}: ${described(post)}.`);
    if (day > newest) newest = day;
    const slotName = slotOf.get(post.activityId) ?? nameOf(one.id, day);
    if (slotName !== nameOf(one.id, day))
      faults.push(`${described(post)} says it is about ${day}, and is put down for ${slotName}.`);
  }
  return faults;
};

/** Whoever comes back so shortly before the next one tells of all in that one. In milliseconds. */
export const near = 3_600_000;

/** Nobody was there when it was to be given, and a later one was due by then or nearly so: that one tells of both. */
const isMissed = (slot: Slot, slots: readonly Slot[], outages: readonly Outage[]): boolean =>
  outages.some(({ from, until }) => {
    const isDueBy = ({ remindAt }: Slot, end: number): boolean => remindAt > from && remindAt <= end;
    return isDueBy(slot, until) && slots.some((other) => other.day > slot.day && isDueBy(other, until + near));
  });

/** Whatever stands somewhere is of the onboarding that lives there; in a personal chat, of those of that tenant. */
const strangers = (running: readonly Running[], seenIn: AccountParts['seenIn']): readonly string[] => {
  const byId = new Map(running.map((one) => [one.id, one]));
  const belongs = (conversationId: string, id: string): boolean => {
    const place = byId.get(id)?.place;
    const isChat = conversationId.startsWith('a:');
    return isChat ? place?.tenantId === tenantIn(conversationId) : place?.conversationId === conversationId;
  };
  return [...seenIn].flatMap(([conversationId, ids]) =>
    [...ids]
      .filter((id) => !belongs(conversationId, id))
      .map((id) => `In ${conversationId} stands something of ${byId.get(id)?.customer ?? id}.`),
  );
};

const tenantIn = (chat: string): string | undefined => chat.split(':')[1];

/** Everybody is sent one digest a day at the most. */
const digestsIn = (
  running: readonly Running[],
  accepted: readonly Accepted[],
  diedBefore: AccountParts['diedBefore'],
): { readonly digests: number; readonly doubled: readonly string[] } => {
  const zones = new Map(
    running.flatMap(({ place, people }) =>
      people.map((person) => [chatOf(place.tenantId, person), person.timeZone] as const),
    ),
  );
  const all = accepted.filter(({ conversationId }) => zones.has(conversationId));
  const byDay = groupedBy(
    all,
    ({ conversationId, at }) => `${conversationId} on ${dayOf(at, zones.get(conversationId) ?? 'UTC')}`,
  );
  const doubled = [...byDay].flatMap(([what, digests]) =>
    digests.slice(0, -1).every(diedBefore)
      ? []
      : [`${what} was sent ${digests.length} digests: ${digests.map(described).join(' and ')}.`],
  );
  return { digests: all.length, doubled };
};

const groupedBy = <One, Key>(all: readonly One[], keyOf: (one: One) => Key): ReadonlyMap<Key, readonly One[]> => {
  const groups = new Map<Key, One[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
};

/** Everything that is put down about checkpoints. */
export const readRecorded = async (
  connectionString: string,
  prefix: string,
  running: readonly Running[],
): Promise<ReadonlyMap<string, Recorded>> => {
  const table = openTable(connectionString, `${prefix}engagements`);
  const recorded = new Map<string, Recorded>();
  for (const { id } of running) {
    const filter = `PartitionKey eq '${keySafe(id)}' and RowKey ge 'out-checkpoint-' and RowKey lt 'out-checkpoint.'`;
    for await (const row of table.listEntities<Recorded & { slot: string }>({ queryOptions: { filter } })) {
      const day = row.slot.slice('checkpoint-'.length);
      recorded.set(nameOf(id, day), { state: row.state, ...(row.activityId && { activityId: row.activityId }) });
    }
  }
  return recorded;
};
