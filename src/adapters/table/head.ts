import type { TableEntity } from '@azure/data-tables';
import { z } from 'zod';
import type { Loaded, People } from '../../application/ports';
import { type Engagement, type EngagementId, type Event, fold, notStarted } from '../../engagement/index';
import { eventKey, headKey, keySafe } from './keys';
import { readJson, readRow, rowShape, schema } from './rows';
import { gather, spread } from './texts';

const headShape = rowShape.extend({
  version: z.number().int(),
  tenantId: z.string().exactOptional(),
  conversationId: z.string().exactOptional(),
  team: z.string().exactOptional(),
});

/** The head row after these events. */
export const headOf = ({ id, place, engagement, people }: Loaded, events: readonly Event[]): TableEntity => {
  const next = fold(events, engagement);
  return {
    partitionKey: keySafe(id),
    rowKey: headKey,
    ...schema,
    version: next.version,
    status: next.status,
    ...place,
    ...spread('state', JSON.stringify(next)),
    ...spread('people', JSON.stringify(people)),
  };
};

/** Heads of earlier versions say nothing of reminders: none was sent yet. */
const engagementFrom = (text: string): Engagement => {
  const state = readJson<Omit<Engagement, 'reminders'>>(text, 'status', 'version', 'items');
  return { reminders: notStarted.reminders, ...state };
};

export const loadedFrom = (id: EngagementId, row: object): Loaded => {
  const head = readRow(headShape, row);
  const { tenantId, conversationId, team, etag } = head;
  return {
    id,
    ...(tenantId !== undefined &&
      conversationId !== undefined && { place: { tenantId, conversationId, ...(team !== undefined && { team }) } }),
    engagement: engagementFrom(gather('state', head)),
    people: readJson<People>(gather('people', head)),
    token: etag,
  };
};

export const eventRow = (id: EngagementId, version: number, event: Event): TableEntity => ({
  partitionKey: keySafe(id),
  rowKey: eventKey(version),
  ...schema,
  type: event.type,
  by: event.by,
  at: event.at,
  ...spread('event', JSON.stringify(event)),
});

export const eventFrom = (row: object): Event =>
  readJson<Event>(gather('event', readRow(rowShape, row)), 'type', 'by', 'at', 'on');
