import type { EngagementId } from '../engagement/index';
import { type FindInvolved, involvedIn } from './involved';
import { isSamePlace } from './loaded';
import type { Clock, Directory, EngagementStore, Loaded, Located, OutsideId, Post, Roster } from './ports';
import type { Involved } from './reply';
import type { Inbound, Request } from './request';

/** Which engagement it is about, and its state where that has to be read before anything can be said. */
export type Subject = {
  readonly id: EngagementId;
  /** As if it had come from where the engagement lives; that is another place when somebody asks in their personal chat. */
  readonly inbound: Inbound;
  /** How that place is reached, as far as anybody knows. */
  readonly address?: string | undefined;
  readonly overview?: string | undefined;
  readonly first?: Loaded;
  /** In a personal chat where none lives: every onboarding the person is part of. */
  readonly involved?: readonly Involved[];
  /** A card of another conversation. */
  readonly foreign?: true;
  /** The engagement lives elsewhere: what lives, or could be started, in the personal chat it was asked in. */
  readonly here?: Subject;
};

type Parts = {
  readonly store: EngagementStore;
  readonly directory: Directory;
  readonly roster: Roster;
  readonly clock: Clock;
  readonly findInvolved: FindInvolved;
};

/** So long the roster's word is good that somebody may see an onboarding from elsewhere, in milliseconds. */
const trusted = 3_600_000;

/**
 * The engagement that lives here; for a press on an old card, the one it belongs to, if that lived here, too. In a
 * personal chat also one that lives elsewhere, for those who are part of it there.
 */
export const createSubject = (parts: Parts): ((inbound: Inbound) => Promise<Subject>) => {
  const { store, directory, findInvolved } = parts;
  const admits = createAdmits(parts);

  const elsewhere = async (inbound: Inbound, first: Loaded): Promise<Subject | undefined> => {
    if (!first.place || !(await admits(inbound, first))) return undefined;
    const located = await directory.locate(first.place);
    const address = located.address ?? '';
    return { ...ofThat(first.id, located), first, inbound: { ...inbound, place: first.place, address } };
  };

  const named = async (inbound: Inbound, id: EngagementId, located: Located): Promise<Subject | undefined> => {
    const first = await store.load(id);
    if (first.place && isSamePlace(first.place, inbound.place))
      return startsAnother(inbound) ? undefined : { ...ofThat(id, located), first, inbound };
    const there = await elsewhere(inbound, first);
    const here: Subject = { ...located, first: await store.load(located.id), inbound };
    return there ? { ...there, here } : { ...here, foreign: true };
  };

  /** Nothing runs in this personal chat: what is meant runs elsewhere, if it is clear what that is. */
  const ofPerson = async (inbound: Inbound, here: Subject): Promise<Subject> => {
    if (!inbound.personal || startsAnother(inbound)) return here;
    const involved = await findInvolved(inbound.place.tenantId, inbound.by.id);
    const [only, ...others] = involved;
    const there = only && others.length === 0 ? await elsewhere(inbound, only.seen) : undefined;
    return there ? { ...there, involved, here } : { ...here, involved };
  };

  return async (inbound) => {
    const located = await directory.locate(inbound.place);
    const wanted = inbound.kind === 'pressed' ? inbound.engagementId : undefined;
    if (wanted !== undefined && wanted !== located.id) {
      const found = await named(inbound, wanted, located);
      if (found) return found;
    }
    if (inbound.kind === 'pressed' && inbound.request.type === 'act' && !inbound.personal)
      return { ...located, inbound };
    const first = await store.load(located.id);
    if (first.engagement.started && !first.engagement.ended) return { ...located, first, inbound };
    if (!first.engagement.ended) return ofPerson(inbound, { ...located, first, inbound });
    // Another instance may have started the next one since this one looked.
    const newest = await directory.locate(inbound.place, true);
    const next = newest.id === first.id ? first : await store.load(newest.id);
    return next.engagement.started && !next.engagement.ended
      ? { ...newest, first: next, inbound }
      : ofPerson(inbound, { ...newest, first: next, inbound });
  };
};

/** What is known of the place is about the one that lives there now; an earlier one stands no longer anywhere. */
const ofThat = (id: EngagementId, { id: living, overview, address }: Located) => ({
  id,
  address,
  ...(id === living && { overview }),
});

/** What comes next follows the last one, on whichever card it was asked for. */
const startsAnother = (inbound: Inbound): boolean => {
  const request: Request | undefined = inbound.kind === 'pressed' ? inbound.request : undefined;
  return request?.type === 'start' || (request?.type === 'show' && request.what === 'startForm');
};

/** Whether somebody may see and do things in an engagement from their personal chat: its roster has to know them. */
const createAdmits = ({ directory, roster, clock }: Parts) => {
  const confirmed = new Map<string, number>();
  return async (inbound: Inbound, seen: Loaded): Promise<boolean> => {
    const { personal, by, place } = inbound;
    if (!personal || !seen.place || seen.place.tenantId !== place.tenantId) return false;
    if (!involvedIn(seen, by.id) && !isOver(seen, by.id)) return false;
    const name = `${seen.id} ${by.id}`;
    const now = Date.parse(clock.now());
    if (now - (confirmed.get(name) ?? -Infinity) < trusted) return true;
    const { address } = await directory.locate(seen.place);
    if (address === undefined || !(await roster.member(address, by.id, true))) return false;
    if (confirmed.size > 10_000) confirmed.clear();
    confirmed.set(name, now);
    return true;
  };
};

/** What is over stays readable for those who were part of it. */
const isOver = ({ engagement, people }: Loaded, person: OutsideId): boolean =>
  engagement.ended !== undefined && Object.values(people).some(({ id }) => id === person);

/** Where the overview of the subject stands. */
export const overviewOf = ({ overview, inbound: { place, address } }: Subject): { readonly overview?: Post } =>
  overview === undefined ? {} : { overview: { place, address, activityId: overview } };
