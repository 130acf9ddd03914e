import type { TableClient } from '@azure/data-tables';
import { isNotFound } from '../../src/adapters/table/errors';
import { digestKey, keySafe, outKey } from '../../src/adapters/table/keys';
import { openTable } from '../support/azurite';
import { isCheckpoint, meetingOf } from './account';
import type { Accepted } from './connector';
import { numberIn, type Running } from './engagements';

/** Which posts were accepted from somebody who was killed before they could put that down. */
export type Marks = {
  /** To be asked right after the kill, before anybody else can be at it. */
  readonly look: (theirs: readonly Accepted[], running: readonly Running[]) => Promise<void>;
  readonly isUnmarked: (post: Accepted) => boolean;
  readonly count: () => number;
};

const read = async (
  table: TableClient,
  partition: string,
  row: string,
): Promise<Record<string, unknown> | undefined> => {
  try {
    return await table.getEntity(partition, row);
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
};

export const createMarks = (connectionString: string, prefix: string): Marks => {
  const unmarked = new Set<Accepted>();
  const engagements = openTable(connectionString, `${prefix}engagements`);
  const directory = openTable(connectionString, `${prefix}directory`);

  const isPutDown = async (post: Accepted, running: readonly Running[]): Promise<boolean> => {
    if (isCheckpoint(post)) {
      const one = running.find(({ number }) => number === numberIn(post.conversationId));
      const day = one && meetingOf(post, one);
      if (!one || day === undefined) return true;
      return (await read(engagements, keySafe(one.id), outKey(`checkpoint-${day}`)))?.['state'] !== 'waiting';
    }
    const [, tenantId, person] = post.conversationId.split(':');
    if (!post.conversationId.startsWith('a:') || tenantId === undefined || person === undefined) return true;
    // Not everything that is sent to a person is their digest; that one is claimed until what was in it is put down.
    return (await read(directory, keySafe(tenantId), digestKey(person)))?.['until'] === undefined;
  };

  return {
    look: async (theirs, running) => {
      await Promise.all(
        theirs.map(async (post) => {
          if (!(await isPutDown(post, running))) unmarked.add(post);
        }),
      );
    },
    isUnmarked: (post) => unmarked.has(post),
    count: () => unmarked.size,
  };
};
