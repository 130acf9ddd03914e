import { randomUUID } from 'node:crypto';
import type { TableClient, TableEntity } from '@azure/data-tables';
import { z } from 'zod';
import type { CardName, CardRow, Mailbox, Notice, Outbox, PostRow } from '../../application/ports';
import { type EngagementId, phases } from '../../engagement/index';
import { isConflict, isNotFound } from './errors';
import { cardKey, keySafe, outKey, rowsOfKind } from './keys';
import { instantShape, readJson, readRow, rowShape, schema } from './rows';

const cardName = z.enum<readonly CardName[]>([
  'overview',
  ...phases.map((phase) => `phase-${phase}` as const),
  'closing',
]);

const cardShape = rowShape.extend({
  card: cardName,
  activityId: z.string().exactOptional(),
  wanted: z.number().int(),
  // `append` merges `wanted` only, so that it never touches what was shown or leased.
  shown: z.number().int().default(0),
  shownOn: z.string().exactOptional(),
  leasedUntil: instantShape.exactOptional(),
  heldUntil: instantShape.exactOptional(),
});

const postShape = rowShape.extend({
  slot: z.string(),
  under: cardName,
  notice: z.string(),
  state: z.enum(['waiting', 'sent', 'unknown']),
  leasedUntil: instantShape.exactOptional(),
});

const cardFrom = (row: object): CardRow => {
  const { card, activityId, wanted, shown, shownOn, leasedUntil, heldUntil, etag } = readRow(cardShape, row);
  return {
    card,
    ...(activityId !== undefined && { activityId }),
    wanted,
    shown,
    ...(shownOn !== undefined && { shownOn }),
    ...(leasedUntil !== undefined && { leasedUntil }),
    ...(heldUntil !== undefined && { heldUntil }),
    token: etag,
  };
};

const postFrom = (row: object): PostRow => {
  const { slot, under, notice, state, leasedUntil, etag } = readRow(postShape, row);
  return {
    slot,
    under,
    notice: readJson<Notice>(notice, 'type'),
    state,
    ...(leasedUntil !== undefined && { leasedUntil }),
    token: etag,
  };
};

/** To be merged: what a commit wants of a card. */
export const wantedRow = (id: EngagementId, card: CardName, wanted: number): TableEntity => ({
  partitionKey: keySafe(id),
  rowKey: cardKey(card),
  ...schema,
  card,
  wanted,
});

export const waitingRow = (id: EngagementId, { slot, under, notice }: Outbox['posts'][number]): TableEntity => ({
  partitionKey: keySafe(id),
  rowKey: outKey(slot),
  ...schema,
  slot,
  under,
  notice: JSON.stringify(notice),
  state: 'waiting',
});

export const createMailbox = (table: TableClient): Mailbox => {
  const list = async (filter: string): Promise<readonly object[]> => {
    const rows: object[] = [];
    for await (const row of table.listEntities({ queryOptions: { filter } })) rows.push(row);
    return rows;
  };

  /** The row as it stands after our write, or undefined if somebody else's came first. */
  const replace = async (row: TableEntity, etag: string): Promise<object | undefined> => {
    const commit = randomUUID();
    try {
      const { etag: saved } = await table.updateEntity({ ...row, commit }, 'Replace', { etag });
      if (saved !== undefined) return { ...row, etag: saved };
    } catch (error) {
      if (!isConflict(error)) throw error;
    }
    // A 412 may be the answer to our own retry: the first try was saved and its answer lost.
    const stored = await table.getEntity(row.partitionKey, row.rowKey).catch((error: unknown) => {
      if (isNotFound(error)) return undefined;
      throw error;
    });
    return stored?.commit === commit ? stored : undefined;
  };

  return {
    pending: async (id) => {
      const partition = keySafe(id);
      const [cards, posts] = await Promise.all([
        list(rowsOfKind(partition, 'card')),
        list(`${rowsOfKind(partition, 'out')} and state eq 'waiting'`),
      ]);
      return { cards: cards.map(cardFrom), posts: posts.map(postFrom) };
    },
    saveCard: async (id, { token, ...card }) => {
      const saved = await replace({ partitionKey: keySafe(id), rowKey: cardKey(card.card), ...schema, ...card }, token);
      return saved && cardFrom(saved);
    },
    savePost: async (id, { token, notice, ...post }) => {
      const row = { partitionKey: keySafe(id), rowKey: outKey(post.slot), ...schema, ...post };
      const saved = await replace({ ...row, notice: JSON.stringify(notice) }, token);
      return saved && postFrom(saved);
    },
  };
};
