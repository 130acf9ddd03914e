import { randomUUID } from 'node:crypto';
import { odata, type TableClient, type TableEntity } from '@azure/data-tables';
import type { Mailbox } from '../../application/ports';
import { isConflict, isNotFound } from './errors';
import { keySafe, rowsOfKind } from './keys';
import { cardFrom, cardRow, postFrom, postRow } from './mailbox-rows';

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

  /** The same for several posts, of which either all are written or none. */
  const replaceAll = async (
    partition: string,
    rows: readonly TableEntity[],
    etags: readonly string[],
  ): Promise<readonly object[] | undefined> => {
    const commit = randomUUID();
    let failure: unknown;
    try {
      const { subResponses } = await table.submitTransaction(
        rows.map((row, n) => ['update', { ...row, commit }, 'Replace', { etag: etags[n] ?? '' }]),
      );
      const saved = rows.map((row, n) => ({ ...row, etag: subResponses[n]?.etag }));
      if (saved.every(({ etag }) => etag !== undefined)) return saved;
    } catch (error) {
      failure = error;
    }
    const stored = await list(`${rowsOfKind(partition, 'out')} and ${odata`commit eq ${commit}`}`);
    const ours = rows.map(({ rowKey }) => stored.find((row) => (row as Partial<TableEntity>).rowKey === rowKey));
    if (ours.every((row) => row !== undefined)) return ours;
    // After a conflict nothing of it can land any more; other failures may leave that open.
    if (failure !== undefined && !isConflict(failure)) throw failure as Error;
    return undefined;
  };

  return {
    pending: async (id) => {
      const partition = keySafe(id);
      const [cards, posts] = await Promise.all([
        list(rowsOfKind(partition, 'card')),
        list(`${rowsOfKind(partition, 'out')} and (state eq 'waiting' or state eq 'standing' or untold eq true)`),
      ]);
      return { cards: cards.map(cardFrom), posts: posts.map(postFrom) };
    },
    saveCard: async (id, card) => {
      const saved = await replace(cardRow(id, card), card.token);
      return saved && cardFrom(saved);
    },
    savePosts: async (id, posts) => {
      if (posts.length === 0) return [];
      const saved = await replaceAll(
        keySafe(id),
        posts.map((post) => postRow(id, post)),
        posts.map(({ token }) => token),
      );
      return saved?.map(postFrom);
    },
  };
};
