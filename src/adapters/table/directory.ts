import { odata, type TableClient } from '@azure/data-tables';
import { z } from 'zod';
import type { Address, Directory, Located, Place } from '../../application/ports';
import type { EngagementId } from '../../engagement/index';
import { isConflict, isNotFound } from './errors';
import { channelKey, firstEngagementOf, followingEngagement, keySafe } from './keys';
import { createRecent, freshMilliseconds } from './recent';
import { readRow, rowShape, schema } from './rows';

const channelShape = rowShape.extend({
  engagementId: z.string(),
  /** Left empty: the place cannot be reached any more. */
  address: z.string(),
  overview: z.string().exactOptional(),
  /** The engagement whose overview that is: the one before may have had another. */
  overviewOf: z.string().exactOptional(),
  /** The address is kept for when Lotse is there again. */
  parked: z.boolean().default(false),
});
const placeShape = z.looseObject({ tenantId: z.string(), conversationId: z.string(), team: z.string() });

export const createDirectory = (table: TableClient): Directory => {
  const places = createRecent<Located>(freshMilliseconds);
  const nameOf = ({ tenantId, conversationId }: Place) => `${tenantId}\n${conversationId}`;
  const keyOf = (place: Place) => ({ partitionKey: keySafe(place.tenantId), rowKey: channelKey(place) });
  const remember = (place: Place, known: Located) => places.remember(nameOf(place), known);

  type Row = { readonly known: Located; readonly address: Address; readonly parked: boolean; readonly etag: string };

  const read = async (place: Place): Promise<Row | undefined> => {
    const { partitionKey, rowKey } = keyOf(place);
    try {
      const row = readRow(channelShape, await table.getEntity(partitionKey, rowKey));
      const { engagementId: id, address, parked, overview, overviewOf, etag } = row;
      const isReached = address !== '' && !parked;
      const isShown = overview !== undefined && overviewOf === id;
      return { known: { id, ...(isReached && { address }), ...(isShown && { overview }) }, address, parked, etag };
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  };

  const look = async (place: Place): Promise<Located | undefined> => {
    const row = await read(place);
    return row && remember(place, row.known);
  };

  const find = async (place: Place): Promise<Located | undefined> =>
    places.recall(nameOf(place)) ?? (await look(place));

  const write = async (place: Place, id: EngagementId, address: Address, before?: Located): Promise<void> => {
    const row = { ...keyOf(place), ...schema, ...place, engagementId: id, address, parked: false };
    await table.upsertEntity(row, 'Merge');
    const overview = before?.id === id ? before.overview : undefined;
    remember(place, { id, ...(address !== '' && { address }), ...(overview !== undefined && { overview }) });
  };

  const setParked = async (place: Place, parked: boolean): Promise<void> => {
    await table.updateEntity({ ...keyOf(place), parked }, 'Merge');
  };

  const unpark = async (place: Place): Promise<readonly EngagementId[]> => {
    const row = await read(place);
    if (!row?.parked) return [];
    await setParked(place, false);
    const { id } = remember(place, { ...row.known, address: row.address });
    return [id];
  };

  return {
    // That nothing lives there is never remembered: another instance may start something at any moment.
    locate: async (place, anew = false) =>
      (await (anew ? look(place) : find(place))) ?? { id: firstEngagementOf(place) },
    following: followingEngagement,
    register: async (place, id, address) => {
      const before = await find(place);
      if (before?.id === id && before.address === address) return;
      await write(place, id, address, before);
    },
    forget: async (place) => {
      const known = await look(place);
      if (known) await write(place, known.id, '', known);
    },
    park: async (place) => {
      const row = await read(place);
      if (row?.known.address === undefined) return;
      await setParked(place, true);
      const { address: _, ...known } = row.known;
      remember(place, known);
    },
    unpark: async (all) => (await Promise.all(all.map(unpark))).flat(),
    inTeam: async (tenantId, team) => {
      const found: Place[] = [];
      const filter = odata`PartitionKey eq ${keySafe(tenantId)} and team eq ${team}`;
      for await (const row of table.listEntities({ queryOptions: { filter } })) {
        const { conversationId } = placeShape.parse(row);
        found.push({ tenantId, conversationId, team });
      }
      return found;
    },
    showsOverview: async (place, id, overview) => {
      const recalled = places.recall(nameOf(place));
      if (recalled?.id === id && recalled.overview === overview) return;
      for (;;) {
        const row = await read(place);
        // Another one lives there by now.
        if (row?.known.id !== id) return;
        try {
          if (row.known.overview !== overview)
            await table.updateEntity({ ...keyOf(place), overview, overviewOf: id }, 'Merge', { etag: row.etag });
          remember(place, { ...row.known, overview });
          return;
        } catch (error) {
          if (!isConflict(error)) throw error;
        }
      }
    },
  };
};
