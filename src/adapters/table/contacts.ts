import type { TableClient } from '@azure/data-tables';
import { z } from 'zod';
import type { Address, Contacts, OutsideId } from '../../application/ports';
import { createDigests } from './digests';
import { isConflict, isNotFound } from './errors';
import { keySafe, membershipKey, personKey, rowsOfKind } from './keys';
import { createRecent, freshMilliseconds } from './recent';
import { instantShape, readRow, rowShape, schema } from './rows';

/** A chat left empty: the person takes nothing any more. */
const personShape = rowShape.extend({ chat: z.string() });
const membershipShape = rowShape.extend({ engagementId: z.string(), joinedAt: instantShape });

export const createContacts = (table: TableClient): Contacts => {
  const chats = createRecent<Address>(freshMilliseconds);
  const joined = createRecent<boolean>(Infinity);
  const nameOf = (tenantId: string, person: OutsideId) => `${tenantId}\n${person}`;

  const writeChat = async (tenantId: string, person: OutsideId, chat: Address): Promise<void> => {
    const key = { partitionKey: keySafe(tenantId), rowKey: personKey(person) };
    await table.upsertEntity({ ...key, ...schema, chat }, 'Merge');
    chats.remember(nameOf(tenantId, person), chat);
  };

  return {
    ...createDigests(table),
    engagementsOf: async (tenantId, person) => {
      const memberships: z.output<typeof membershipShape>[] = [];
      const filter = rowsOfKind(keySafe(tenantId), personKey(person));
      for await (const row of table.listEntities({ queryOptions: { filter } }))
        memberships.push(readRow(membershipShape, row));
      return memberships
        .sort((one, other) => one.joinedAt.localeCompare(other.joinedAt))
        .map(({ engagementId }) => engagementId);
    },
    join: async (tenantId, person, id) => {
      const name = `${nameOf(tenantId, person)}\n${id}`;
      if (joined.recall(name) === true) return;
      const key = { partitionKey: keySafe(tenantId), rowKey: membershipKey(person, id) };
      const joinedAt = new Date().toISOString();
      await table.createEntity({ ...key, ...schema, engagementId: id, joinedAt }).catch((error: unknown) => {
        // Part of it already: since when stays as it is.
        if (!isConflict(error)) throw error;
      });
      joined.remember(name, true);
    },
    leave: async (tenantId, person, id) => {
      await table.deleteEntity(keySafe(tenantId), membershipKey(person, id)).catch((error: unknown) => {
        if (!isNotFound(error)) throw error;
      });
      joined.remember(`${nameOf(tenantId, person)}\n${id}`, false);
    },
    chatOf: async (tenantId, person) => {
      try {
        const row = readRow(personShape, await table.getEntity(keySafe(tenantId), personKey(person)));
        return row.chat === '' ? undefined : row.chat;
      } catch (error) {
        if (isNotFound(error)) return undefined;
        throw error;
      }
    },
    meet: async (tenantId, person, chat) => {
      if (chats.recall(nameOf(tenantId, person)) !== chat) await writeChat(tenantId, person, chat);
    },
    part: (tenantId, person) => writeChat(tenantId, person, ''),
  };
};
