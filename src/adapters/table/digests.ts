import { randomUUID } from 'node:crypto';
import type { TableClient } from '@azure/data-tables';
import { z } from 'zod';
import type { Contacts, DigestClaim, OutsideId } from '../../application/ports';
import type { Day, EngagementId, Instant } from '../../engagement/index';
import { isConflict, isNotFound } from './errors';
import { digestKey, keySafe } from './keys';
import { instantShape, readJson, readRow, rowShape, schema } from './rows';
import { gather, spread } from './texts';

const digestShape = rowShape.extend({
  /** The newest day one was claimed for. */
  day: z.string(),
  /** It was sent, as things stood then; which engagements were in it is in `had0`, `had1` … */
  at: instantShape.exactOptional(),
  /** Somebody is at it until then. */
  until: instantShape.exactOptional(),
  /** Whose claim it is. */
  commit: z.string(),
});
type DigestRow = z.output<typeof digestShape>;

/** A row of its own for each person, so that claiming conflicts with nothing else that is written of them. */
export const createDigests = (table: TableClient): Pick<Contacts, 'claimDigest' | 'settleDigest'> => {
  const keyOf = (tenantId: string, person: OutsideId) => ({
    partitionKey: keySafe(tenantId),
    rowKey: digestKey(person),
  });

  const read = async (tenantId: string, person: OutsideId): Promise<DigestRow | undefined> => {
    const { partitionKey, rowKey } = keyOf(tenantId, person);
    try {
      return readRow(digestShape, await table.getEntity(partitionKey, rowKey));
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  };

  /** False if somebody else wrote first, or we did in a try whose answer was lost. */
  const write = async (
    tenantId: string,
    person: OutsideId,
    row: Pick<DigestRow, 'day' | 'at' | 'until' | 'commit'>,
    onto: DigestRow | undefined,
  ): Promise<boolean> => {
    const entity = { ...keyOf(tenantId, person), ...schema, ...row };
    try {
      await (onto ? table.updateEntity(entity, 'Replace', { etag: onto.etag }) : table.createEntity(entity));
      return true;
    } catch (error) {
      if (isConflict(error)) return false;
      throw error;
    }
  };

  return {
    claimDigest: async (tenantId, person, day, now, until) => {
      const commit = randomUUID();
      for (;;) {
        const row = await read(tenantId, person);
        if (row?.commit === commit) return 'mine';
        const other = claimOfOthers(row, day, now);
        if (other) return other;
        if (await write(tenantId, person, { day, until, commit }, row)) return 'mine';
      }
    },
    settleDigest: async (tenantId, person, day, until, sent) => {
      for (;;) {
        const row = await read(tenantId, person);
        if (row?.day !== day || row.at !== undefined) return;
        // A claim that was over may be somebody else's by now: it is not ours to give back.
        if (!sent && row.until !== until) return;
        const what = sent && { at: sent.at, ...spread('had', JSON.stringify(sent.had)) };
        if (await write(tenantId, person, { day, commit: row.commit, ...what }, row)) return;
      }
    },
  };
};

/** Who was told on a later day where they are was told of this one, too. */
const claimOfOthers = (row: DigestRow | undefined, day: Day, now: Instant): DigestClaim | undefined => {
  if (!row || row.day < day) return undefined;
  if (row.at !== undefined) return { had: readJson<readonly EngagementId[]>(gather('had', row)), at: row.at };
  return row.until !== undefined && row.until > now ? { busyUntil: row.until } : undefined;
};
