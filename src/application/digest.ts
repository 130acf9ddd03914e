import {
  type Calendar,
  dayAfter,
  type Day,
  type Instant,
  isToBeTold,
  type PersonId,
  type TimeZone,
  workingDayFrom,
} from '../engagement/index';
import type { FindInvolved } from './involved';
import { lease, longestSend } from './keep-true';
import { putDown } from './mark';
import type { Address, Clock, Contacts, DigestSent, Loaded, Log, Messenger, OutsideId, Sent } from './ports';
import { digestReply } from './posts';
import type { Involved } from './reply';
import { later } from './times';

/**
 * `noChat`: they have no chat with Lotse (any more). `absent`: where it is owed nobody knows them (any more), or nobody can be
 * asked. `until`: not now. `told`: that of today told what had happened by then, and anything newer is for `until`.
 */
export type Digested =
  | { readonly noChat: true }
  | { readonly absent: true }
  | { readonly until: Instant; readonly told?: Instant }
  | { readonly sent: Sent };

export type DigestParts = {
  readonly contacts: Contacts;
  readonly findInvolved: FindInvolved;
  readonly messenger: Messenger;
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly log: Log;
};

type Reader = {
  readonly person: PersonId;
  readonly tenantId: string;
  readonly outside: OutsideId;
  readonly chat: Address;
  readonly today: Day;
};

/**
 * Tells somebody in their personal chat what is due in all their onboardings: once a day at the most, and only from Monday
 * to Friday between 08:00 and 18:00 where they are. What the one of that day did not tell is for the next.
 */
export const digest = async (parts: DigestParts, seen: Loaded, person: PersonId): Promise<Digested> => {
  const { contacts, clock, calendar } = parts;
  const { place, engagement, people } = seen;
  const outside = people[person]?.id;
  const chat = place && outside !== undefined && (await contacts.chatOf(place.tenantId, outside));
  if (!chat) return { noChat: true };
  const now = clock.now();
  const zone = people[person]?.timeZone ?? engagement.timeZone;
  const until = outOfHoursUntil(now, zone, calendar);
  if (until !== undefined) return { until };
  const { tenantId } = place;
  const today = calendar.dayOf(now, zone);
  const claimedUntil = later(now, lease);
  const claim = await contacts.claimDigest(tenantId, outside, today, now, claimedUntil);
  if (claim === 'mine') return send(parts, seen, { person, tenantId, outside, chat, today }, claimedUntil);
  if ('busyUntil' in claim) return { until: claim.busyUntil };
  const next = morningAfter(today, zone, calendar);
  return { until: next, ...(claim.had.includes(seen.id) && { told: claim.at }) };
};

const send = async (
  { contacts, clock, findInvolved, messenger, log }: DigestParts,
  seen: Loaded,
  { person, tenantId, outside, chat, today }: Reader,
  claimedUntil: Instant,
): Promise<Digested> => {
  const at = clock.now();
  let told: DigestSent | undefined;
  try {
    const all = await findInvolved(tenantId, outside, 'reachable');
    const running = all.filter((one) => one.seen.engagement.status === 'running');
    const owing = running.find((one) => one.seen.id === seen.id);
    // They are not on the list yet, or the roster does not know them or cannot be asked right now.
    if (!owing) return { absent: true };
    if (!wantsToHear(owing)) return { sent: { outcome: 'sent' } };
    const of = running.filter(wantsToHear);
    // Whoever claims it once our time is up must not meet ours still on its way.
    if (later(clock.now(), longestSend) >= claimedUntil) return { until: claimedUntil };
    const sent = await messenger.post(chat, digestReply(seen, person, of, today));
    if (sent.outcome === 'gone' || sent.outcome === 'shut') {
      await contacts.part(tenantId, outside);
      return { noChat: true };
    }
    if (sent.outcome !== 'later') told = { had: sent.outcome === 'refused' ? [] : of.map((one) => one.seen.id), at };
    return { sent };
  } finally {
    const settle = (): Promise<void> => contacts.settleDigest(tenantId, outside, today, claimedUntil, told);
    // What was sent stays so, whatever storage says of it; a claim that cannot be given back is over soon.
    await (told ? putDown(clock, settle) : settle()).catch((err: unknown) => {
      log.error({ engagement: seen.id, err }, 'What became of a digest could not be put down.');
    });
  }
};

const wantsToHear = ({ seen, asker, today }: Involved): boolean => isToBeTold(seen.engagement, asker, today);

/** Until when nobody there is at work; undefined while they are. */
const outOfHoursUntil = (now: Instant, zone: TimeZone, calendar: Calendar): Instant | undefined => {
  const today = calendar.dayOf(now, zone);
  const isWorkingDay = workingDayFrom(today) === today;
  const from = calendar.instantOf(today, '08:00', zone);
  if (isWorkingDay && now < from) return from;
  if (isWorkingDay && now < calendar.instantOf(today, '18:00', zone)) return undefined;
  return morningAfter(today, zone, calendar);
};

const morningAfter = (day: Day, zone: TimeZone, { instantOf }: Calendar): Instant =>
  instantOf(workingDayFrom(dayAfter(day)), '08:00', zone);
