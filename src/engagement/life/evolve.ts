import { type Engagement, type Item, type Mark, notStarted } from '../model';
import type { LifeFact } from './messages';

export const evolveLife = (engagement: Engagement, event: LifeFact & Mark): Engagement => {
  const mark: Mark = { by: event.by, at: event.at, on: event.on };
  const { paused, phase, ...lasting } = engagement;
  switch (event.type) {
    case 'EngagementStarted':
      return started(engagement, event, mark);
    case 'EngagementConfigured':
      return {
        ...engagement,
        ...(event.customer !== undefined && { customer: event.customer }),
        ...(event.language !== undefined && { language: event.language }),
        ...(event.timeZone !== undefined && { timeZone: event.timeZone }),
      };
    case 'EngagementPaused':
      return {
        ...engagement,
        status: 'paused',
        paused: { ...mark, ...(event.until !== undefined && { until: event.until }) },
      };
    case 'EngagementResumed':
      return {
        ...lasting,
        ...(phase !== undefined && { phase }),
        status: 'running',
        resumed: { ...mark, ...(paused?.until !== undefined && { until: paused.until }) },
      };
    case 'EngagementFinished':
      return { ...lasting, status: 'finished', ended: mark };
    case 'EngagementCancelled':
      return {
        ...lasting,
        ...(phase !== undefined && { phase }),
        status: 'cancelled',
        ended: { ...mark, reason: event.reason },
      };
    case 'EngagementDiscarded': {
      // Nothing of what was entered stays at hand.
      const { customer, language, timeZone, catalogVersion, started: begun, version } = engagement;
      const kept = { customer, language, timeZone, catalogVersion, version, ...(begun && { started: begun }) };
      return { ...notStarted, ...kept, status: 'discarded', ended: mark };
    }
  }
};

const started = (
  engagement: Engagement,
  event: Extract<LifeFact, { type: 'EngagementStarted' }>,
  mark: Mark,
): Engagement => ({
  ...engagement,
  status: 'running',
  customer: event.customer,
  language: event.language,
  timeZone: event.timeZone,
  catalogVersion: event.catalogVersion,
  started: mark,
  ...(event.checkpoint && { checkpoint: event.checkpoint }),
  roles: event.roles,
  items: Object.fromEntries(
    event.items.map((one): [string, Item] => [
      one.code,
      { ...one, countsIn: one.section, state: { type: 'open' }, acknowledgements: [], notes: [] },
    ]),
  ),
});
