import type { TableClient } from '@azure/data-tables';
import type { AskBack, AskBacks } from '../../application/ports';
import { isNotFound } from './errors';
import { askKey, keySafe } from './keys';
import { readJson, readRow, rowShape, schema } from './rows';
import { gather, spread } from './texts';

/** One row for each person who was asked something in an engagement; the newest question takes the place of the last. */
export const createAskBacks = (table: TableClient): AskBacks => ({
  ask: async (id, person, askBack) => {
    const row = { partitionKey: keySafe(id), rowKey: askKey(person), ...schema, at: askBack.at };
    await table.upsertEntity({ ...row, ...spread('asked', JSON.stringify(askBack)) }, 'Replace');
  },
  asked: async (id, person) => {
    try {
      const row = readRow(rowShape, await table.getEntity(keySafe(id), askKey(person)));
      return readJson<AskBack>(gather('asked', row), 'question', 'at', 'version');
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  },
});
