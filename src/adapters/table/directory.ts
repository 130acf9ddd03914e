import { odata, type TableClient } from '@azure/data-tables';
import { z } from 'zod';
import type { Address, Directory, Place } from '../../application/ports';
import type { EngagementId } from '../../engagement/index';
import { isNotFound } from './errors';
import { channelKey, firstEngagementOf, followingEngagement, keySafe } from './keys';
import { readRow, rowShape, schema } from './rows';

/** An address left empty: the place cannot be reached any more. */
const channelShape = rowShape.extend({ engagementId: z.string(), address: z.string() });
const placeShape = z.looseObject({ tenantId: z.string(), conversationId: z.string(), team: z.string() });

type Known = { readonly id: EngagementId; readonly address?: Address };

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
      return { id: row.engagementId, ...(row.address !== '' && { address: row.address }) };
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  };

  const write = async (place: Place, id: EngagementId, address: Address): Promise<void> => {
    const key = { partitionKey: keySafe(place.tenantId), rowKey: channelKey(place) };
    await table.upsertEntity({ ...key, ...schema, ...place, engagementId: id, address }, 'Merge');
    remember(place, { id, ...(address !== '' && { address }) });
  };

  return {
    locate: async (place, anew = false) => {
      const known = (anew ? undefined : recall(place)) ?? (await read(place));
      // That nothing lives there is never remembered: another instance may start something at any moment.
      return known ? remember(place, known) : { id: firstEngagementOf(place) };
    },
    following: followingEngagement,
    register: async (place, id, address) => {
      const known = recall(place);
      if (known?.id === id && known.address === address) return;
      await write(place, id, address);
    },
    forget: async (place) => {
      const known = await read(place);
      if (known) await write(place, known.id, '');
    },
    inTeam: async (tenantId, team) => {
      const places: Place[] = [];
      const filter = odata`PartitionKey eq ${keySafe(tenantId)} and team eq ${team}`;
      for await (const row of table.listEntities({ queryOptions: { filter } })) {
        const { conversationId } = placeShape.parse(row);
        places.push({ tenantId, conversationId, team });
      }
      return places;
    },
  };
};
