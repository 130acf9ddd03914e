import { createHash } from 'node:crypto';
import { odata } from '@azure/data-tables';
import type { CardName, OutsideId, Place } from '../../application/ports';
import type { EngagementId, Instant, OperationId } from '../../engagement/index';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Azure forbids `/ \ # ?` and control characters in keys, and Azurite answers them with 500; ids come from outside. */
export const keySafe = (text: string): string => (/^[\w.:@-]{1,128}$/.test(text) ? text : `~${sha256(text)}`);

export const headKey = 'head';
/** `version` is the one the engagement has after this event. Padded, because rows are sorted as text. */
export const eventKey = (version: number): string => `event-${String(version).padStart(10, '0')}`;
export const opKey = (op: OperationId): string => `op-${sha256(op)}`;
export const cardKey = (card: CardName): string => `card-${card}`;
export const outKey = (slot: string): string => `out-${keySafe(slot)}`;
export const channelKey = ({ conversationId }: Place): string => `channel-${sha256(conversationId).slice(0, 32)}`;

export const personKey = (person: OutsideId): `person-${string}` => `person-${sha256(person).slice(0, 32)}`;
export const membershipKey = (person: OutsideId, id: EngagementId): string => `${personKey(person)}-${keySafe(id)}`;

export const askKey = (person: OutsideId): string => `ask-${sha256(person).slice(0, 32)}`;

export const digestKey = (person: OutsideId): string => `digest-${sha256(person).slice(0, 32)}`;

/** The first engagement of a place, the same from wherever it is asked: so that two starters meet in one head row. */
export const firstEngagementOf = ({ tenantId, conversationId }: Place): EngagementId =>
  `${sha256(`${tenantId}\n${conversationId}`).slice(0, 32)}-1`;

/** The one after it in the same place. */
export const followingEngagement = (id: EngagementId): EngagementId =>
  id.replace(/\d+$/, (number) => String(Number(number) + 1));

const minute = 60_000;
export const wholeMinute = (at: Instant): Instant =>
  new Date(Math.ceil(Date.parse(at) / minute) * minute).toISOString();

const stamp = (at: number): string => new Date(at).toISOString().replace(/\D/g, '').slice(0, 12);
export const dueKey = (id: EngagementId, at: Instant): string => `${stamp(Date.parse(at))}_${keySafe(id)}`;

export const shards: readonly string[] = Array.from({ length: 16 }, (_, n) => `shard-${n.toString(16)}`);
export const shardOf = (id: EngagementId): string => `shard-${sha256(id).slice(0, 1)}`;

/** Filter for the rows of one kind, or of one person: `event-…`, `card-…`. The full stop is the character after the hyphen. */
export const rowsOfKind = (
  partition: string,
  kind: 'event' | 'card' | 'out' | 'op' | 'ask' | `person-${string}`,
): string => odata`PartitionKey eq ${partition} and RowKey ge ${`${kind}-`} and RowKey lt ${`${kind}.`}`;

/** Filter for the events with these numbers, both included. */
export const eventsNumbered = (partition: string, { first, last }: { first: number; last: number }): string =>
  odata`PartitionKey eq ${partition} and RowKey ge ${eventKey(first)} and RowKey le ${eventKey(last)}`;

/** Filter for the due rows of a shard, up to and including the minute of this instant. */
export const rowsDue = (shard: string, until: Instant): string =>
  odata`PartitionKey eq ${shard} and RowKey lt ${stamp(Date.parse(until) + minute)}`;
