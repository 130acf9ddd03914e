import type { Contacts, DigestSent, OutsideId } from '../../application/ports';
import type { Day, Instant } from '../../engagement/index';

type Digest = { readonly day: Day; readonly sent?: DigestSent; readonly until?: Instant };

export const createDigests = (): Pick<Contacts, 'claimDigest' | 'settleDigest'> => {
  const digests = new Map<string, Digest>();
  const nameOf = (tenantId: string, person: OutsideId) => `${tenantId}\n${person}`;
  return {
    claimDigest: (tenantId, person, day, now, until) => {
      const known = digests.get(nameOf(tenantId, person));
      // Who was told on a later day where they are was told of this one, too.
      if (known && known.day >= day) {
        if (known.sent) return Promise.resolve(known.sent);
        if (known.until !== undefined && known.until > now) return Promise.resolve({ busyUntil: known.until });
      }
      digests.set(nameOf(tenantId, person), { day, until });
      return Promise.resolve('mine');
    },
    settleDigest: (tenantId, person, day, until, sent) => {
      const known = digests.get(nameOf(tenantId, person));
      const isSettled = known?.day !== day || known.sent !== undefined;
      // A claim that was over may be somebody else's by now: it is not ours to give back.
      if (!isSettled && (sent || known.until === until))
        digests.set(nameOf(tenantId, person), { day, ...(sent && { sent }) });
      return Promise.resolve();
    },
  };
};
