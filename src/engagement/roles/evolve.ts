import { itemNamed } from '../items/questions';
import type { Engagement, Item, Mark } from '../model';
import type { PeopleFact } from './messages';

export const evolvePeople = (engagement: Engagement, event: PeopleFact & Mark): Engagement => {
  switch (event.type) {
    case 'RoleSet':
      return {
        ...engagement,
        roles: { ...engagement.roles, [event.person]: event.role },
        ...(event.noLeadWasHere && { tookOver: { by: event.by, at: event.at, on: event.on } }),
      };
    case 'ItemsHandedOver': {
      const items = event.items.flatMap((code): readonly (readonly [string, Item])[] => {
        const item = itemNamed(engagement, code);
        return item ? [[code, { ...item, owner: event.owner }]] : [];
      });
      return { ...engagement, items: { ...engagement.items, ...Object.fromEntries(items) } };
    }
    case 'AwaySet': {
      const others = Object.entries(engagement.away).filter(([person]) => person !== event.person);
      const now = event.until === undefined ? [] : [[event.person, event.until] as const];
      return { ...engagement, away: Object.fromEntries([...others, ...now]) };
    }
    case 'PersonLeft':
      return { ...engagement, gone: [...engagement.gone.filter((one) => one !== event.person), event.person] };
    case 'PersonJoined':
      return { ...engagement, gone: engagement.gone.filter((one) => one !== event.person) };
  }
};
