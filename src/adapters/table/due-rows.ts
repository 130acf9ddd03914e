import type { TableClient } from '@azure/data-tables';
import { z } from 'zod';
import type { DueRow, DueRows } from '../../application/ports';
import { isConflict } from './errors';
import { dueKey, rowsDue, shardOf, shards, wholeMinute } from './keys';
import { instantShape, readRow, rowShape, schema } from './rows';

const dueShape = rowShape.extend({ engagementId: z.string(), at: instantShape });

export const createDueRows = (table: TableClient): DueRows => {
  const dueIn = async (shard: string, filter: string): Promise<readonly DueRow[]> => {
    const rows: DueRow[] = [];
    for await (const row of table.listEntities({ queryOptions: { filter } })) {
      const { engagementId, at, etag } = readRow(dueShape, row);
      rows.push({ id: engagementId, at, token: etag });
    }
    return rows;
  };

  return {
    look: async (id, at) => {
      const minute = wholeMinute(at);
      const key = { partitionKey: shardOf(id), rowKey: dueKey(id, minute) };
      await table.upsertEntity({ ...key, ...schema, engagementId: id, at: minute }, 'Replace');
    },
    due: async (until) => {
      const found = await Promise.all(shards.map((shard) => dueIn(shard, rowsDue(shard, until))));
      return found.flat().sort((one, other) => one.at.localeCompare(other.at));
    },
    done: async ({ id, at, token }) => {
      try {
        await table.deleteEntity(shardOf(id), dueKey(id, at), { etag: token });
      } catch (error) {
        if (!isConflict(error)) throw error;
      }
    },
  };
};
