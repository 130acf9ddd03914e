import type { EngagementId } from '../engagement/index';
import type { Admits } from './admits';
import type { FindInvolved } from './involved';
import { isSamePlace } from './loaded';
import type { Directory, EngagementStore, Loaded, Located, Post } from './ports';
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
  readonly admits: Admits;
  readonly findInvolved: FindInvolved;
};

/**
 * The engagement that lives here; for a press on an old card, the one it belongs to, if that lived here, too. In a
 * personal chat also one that lives elsewhere, for those who are part of it there.
 */
export const createSubject = ({
  store,
  directory,
  admits,
  findInvolved,
}: Parts): ((inbound: Inbound) => Promise<Subject>) => {
  const elsewhere = async (inbound: Inbound, first: Loaded): Promise<Subject | undefined> => {
    const { personal, place, by } = inbound;
    if (!personal || !first.place || !(await admits(first, place.tenantId, by.id))) return undefined;
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

/** Where the overview of the subject stands. */
export const overviewOf = ({ overview, inbound: { place, address } }: Subject): { readonly overview?: Post } =>
  overview === undefined ? {} : { overview: { place, address, activityId: overview } };
