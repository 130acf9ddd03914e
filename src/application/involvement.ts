import { isGone, type PersonId } from '../engagement/index';
import { personOf } from './people';
import type { Loaded, OutsideId } from './ports';

/** Who somebody is in an engagement; undefined where it is over, and for those who are no part of it (any more). */
export const involvedIn = ({ engagement, people }: Loaded, person: OutsideId): PersonId | undefined => {
  const asker = personOf(people, person);
  if (asker === undefined || isGone(engagement, asker)) return undefined;
  return engagement.status === 'running' || engagement.status === 'paused' ? asker : undefined;
};
