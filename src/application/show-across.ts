import type { Calendar } from '../engagement/index';
import type { FindInvolved } from './involved';
import { nobody, personOf } from './people';
import type { Clock, Loaded } from './ports';
import type { Answer, Involved, Showing } from './reply';
import type { Request } from './request';
import type { Subject } from './subject';

/** What is asked in a personal chat and is about more than one onboarding; undefined for everything else. */
export const createShowAcross = ({
  findInvolved,
  clock,
  calendar,
}: {
  findInvolved: FindInvolved;
  clock: Clock;
  calendar: Calendar;
}) => {
  /** One's own items: here of the onboarding that runs here, in a personal chat of all. */
  const mine = async ({ inbound, first, involved }: Subject): Promise<readonly Involved[]> => {
    const { place, by, personal } = inbound;
    if (personal) return involved ?? (await findInvolved(place.tenantId, by.id));
    if (!first) return [];
    const today = calendar.dayOf(clock.now(), first.engagement.timeZone);
    return [{ seen: first, asker: personOf(first.people, by.id) ?? nobody, today }];
  };
  return async (subject: Subject, request: Request): Promise<Answer | undefined> => {
    const { first, involved = [], inbound } = subject;
    if (!first) return undefined;
    const answer = (show: Showing): Answer => ({ seen: first, show });
    const asksForMine = request.type === 'show' && request.what === 'mine';
    if (asksForMine && (inbound.personal || isReadable(first)))
      return answer({ show: 'mine', of: await mine(subject) });
    if (involved.length > 1 && isOfOne(request)) return answer({ show: 'which', request, of: involved });
    return undefined;
  };
};

const isReadable = ({ engagement }: Loaded): boolean =>
  engagement.started !== undefined && engagement.status !== 'discarded';

/** Whether it can only be said of one onboarding. */
const isOfOne = (request: Request): boolean => {
  switch (request.type) {
    case 'unclear':
      // Steps of their own are known in one onboarding only.
      return request.items.length > 0 || request.unknownCode !== undefined;
    case 'start':
    case 'greeting':
    case 'declined':
    case 'empty':
    case 'unreadable':
      return false;
    case 'show':
      return request.what !== 'help' && request.what !== 'startForm';
    default:
      return true;
  }
};
