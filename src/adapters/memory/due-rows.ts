import type { DueRow, DueRows } from '../../application/ports';
import type { EngagementId, Instant } from '../../engagement/index';
import { nextToken } from './tokens';

const minute = 60_000;

export const createDueRows = (): DueRows => {
  const rows = new Map<string, DueRow>();
  const nameOf = (id: EngagementId, at: Instant) => `${at}_${id}`;
  return {
    look: async (id, wanted) => {
      const at = new Date(Math.ceil(Date.parse(wanted) / minute) * minute).toISOString();
      rows.set(nameOf(id, at), { id, at, token: nextToken() });
      await Promise.resolve();
    },
    due: (until) => {
      const found = [...rows.values()].filter(({ at }) => Date.parse(at) <= Date.parse(until));
      return Promise.resolve(found.sort((one, other) => one.at.localeCompare(other.at)));
    },
    done: ({ id, at, token }) => {
      if (rows.get(nameOf(id, at))?.token === token) rows.delete(nameOf(id, at));
      return Promise.resolve();
    },
  };
};
