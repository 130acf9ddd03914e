import type { TableEntity } from '@azure/data-tables';
import { z } from 'zod';
import {
  type AnswerNews,
  type CardName,
  type CardRow,
  cardNames,
  type CheckpointNews,
  type Message,
  type News,
  type Outbox,
  type PostRow,
} from '../../application/ports';
import type { EngagementId, Instant, PersonId } from '../../engagement/index';
import { cardKey, keySafe, outKey } from './keys';
import { instantShape, readJson, readRow, rowShape, schema } from './rows';

const cardShape = rowShape.extend({
  card: z.enum(cardNames),
  activityId: z.string().exactOptional(),
  wanted: z.number().int(),
  // `append` merges `wanted` only, so that it never touches what was shown or leased.
  shown: z.number().int().default(0),
  shownOn: z.string().exactOptional(),
  leasedUntil: instantShape.exactOptional(),
  holds: z.string().exactOptional(),
  linked: z.string().exactOptional(),
  waitingSince: instantShape.exactOptional(),
  doubted: z.literal(true).exactOptional(),
  former: z.string().exactOptional(),
});

const postShape = rowShape.extend({
  slot: z.string(),
  /** Any message; the name is that of earlier versions, which told people only. */
  notice: z.string(),
  // Rows of earlier versions do not say when it was.
  at: instantShape.default('1970-01-01T00:00:00.000Z'),
  state: z.enum(['waiting', 'standing', 'sent', 'superseded', 'refused', 'unknown']),
  leasedUntil: instantShape.exactOptional(),
  activityId: z.string().exactOptional(),
  untold: z.literal(true).exactOptional(),
});

export const cardFrom = (row: object): CardRow => {
  const read = readRow(cardShape, row);
  const { card, activityId, wanted, shown, shownOn, leasedUntil, holds, linked, former, waitingSince, doubted, etag } =
    read;
  return {
    card,
    ...(activityId !== undefined && { activityId }),
    wanted,
    shown,
    ...(shownOn !== undefined && { shownOn }),
    ...(leasedUntil !== undefined && { leasedUntil }),
    ...(holds !== undefined && { holds: readJson<NonNullable<CardRow['holds']>>(holds) }),
    ...(linked !== undefined && { linked }),
    ...(waitingSince !== undefined && { waitingSince }),
    ...(doubted && { doubted }),
    ...(former !== undefined && { former: readJson<NonNullable<CardRow['former']>>(former) }),
    token: etag,
  };
};

export const cardRow = (id: EngagementId, { token: _, holds, former, ...card }: CardRow): TableEntity => ({
  partitionKey: keySafe(id),
  rowKey: cardKey(card.card),
  ...schema,
  ...card,
  ...(holds && { holds: JSON.stringify(holds) }),
  ...(former && { former: JSON.stringify(former) }),
});

/** To be merged: what a commit wants of a card. */
export const wantedRow = (id: EngagementId, card: CardName, wanted: number): TableEntity => ({
  partitionKey: keySafe(id),
  rowKey: cardKey(card),
  ...schema,
  card,
  wanted,
});

export const postFrom = (row: object): PostRow => {
  const { slot, notice, at, state, leasedUntil, activityId, untold, etag } = readRow(postShape, row);
  return {
    slot,
    message: messageFrom(notice),
    at,
    state,
    ...(leasedUntil !== undefined && { leasedUntil }),
    ...(activityId !== undefined && { activityId }),
    ...(untold && { untold }),
    token: etag,
  };
};

/** Earlier versions told several people in one notice. */
type StoredNotice = { readonly to: PersonId | readonly PersonId[] } & News;

const messageFrom = (text: string): Message => {
  const stored = readJson<StoredNotice | CheckpointNews | AnswerNews>(text, 'type');
  if (stored.type === 'checkpoint' || stored.type === 'answer') return stored;
  const { to, ...news } = readJson<StoredNotice>(text, 'type', 'to');
  return { to: typeof to === 'string' ? to : (to[0] ?? ''), ...news };
};

type Unsaved = Omit<PostRow, 'token'> & { readonly token?: string };

export const postRow = (id: EngagementId, { token: _, message, ...post }: Unsaved): TableEntity => ({
  partitionKey: keySafe(id),
  rowKey: outKey(post.slot),
  ...schema,
  ...post,
  notice: JSON.stringify(message),
});

export const waitingRow = (id: EngagementId, post: Outbox['posts'][number], at: Instant): TableEntity =>
  postRow(id, { ...post, at, state: 'waiting' });
