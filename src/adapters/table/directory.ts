import type { TableClient } from '@azure/data-tables';
import { z } from 'zod';
import type { Address, Directory, Place } from '../../application/ports';
import type { EngagementId } from '../../engagement/index';
import { isNotFound } from './errors';
import { channelKey, firstEngagementOf, keySafe } from './keys';
import { readRow, rowShape, schema } from './rows';

const channelShape = rowShape.extend({ engagementId: z.string(), address: z.string() });

type Known = { readonly id: EngagementId; readonly address: Address };

const most = 10_000;
/** So long another instance's news of a place may go unnoticed. */
const freshMilliseconds = 60_000;

export const createDirectory = (table: TableClient): Directory => {
  const cache = new Map<string, Known & { readonly readAt: number }>();
  const nameOf = ({ tenantId, conversationId }: Place) => `${tenantId}\n${conversationId}`;

  const remember = (place: Place, known: Known): Known => {
    const [oldest] = cache.keys();
    if (cache.size >= most && oldest !== undefined) cache.delete(oldest);
    cache.set(nameOf(place), { ...known, readAt: Date.now() });
    return known;
  };

  const recall = (place: Place): Known | undefined => {
    const { readAt, ...known } = cache.get(nameOf(place)) ?? { readAt: -Infinity };
    return 'id' in known && Date.now() - readAt < freshMilliseconds ? known : undefined;
  };

  const read = async (place: Place): Promise<Known | undefined> => {
    try {
      const row = readRow(channelShape, await table.getEntity(keySafe(place.tenantId), channelKey(place)));
      return { id: row.engagementId, address: row.address };
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  };

  return {
    locate: async (place) => {
      const known = recall(place) ?? (await read(place));
      // That nothing lives there is never remembered: another instance may start something at any moment.
      return known ? remember(place, known) : { id: firstEngagementOf(place) };
    },
    register: async (place, id, address) => {
      const known = recall(place);
      if (known?.id === id && known.address === address) return;
      const key = { partitionKey: keySafe(place.tenantId), rowKey: channelKey(place) };
      const row = { ...key, ...schema, ...place, engagementId: id, address };
      await table.upsertEntity(row, 'Replace');
      remember(place, { id, address });
    },
  };
};
