import type { Engagement, Item, Mark } from '../model';
import type { LifeFact } from './messages';

export const evolveLife = (engagement: Engagement, event: LifeFact & Mark): Engagement => ({
  ...engagement,
  status: 'running',
  customer: event.customer,
  language: event.language,
  timeZone: event.timeZone,
  catalogVersion: event.catalogVersion,
  started: { by: event.by, at: event.at, on: event.on },
  ...(event.checkpoint && { checkpoint: event.checkpoint }),
  roles: event.roles,
  items: Object.fromEntries(
    event.items.map((one): [string, Item] => [
      one.code,
      { ...one, countsIn: one.section, state: { type: 'open' }, acknowledgements: [] },
    ]),
  ),
});
