import type { DueRow } from '../../src/application/ports';
import { fresh, type Open, type Stores } from './given';

export const describeDueRows = (open: Open): void => {
  let one: Stores;
  let other: Stores;
  beforeAll(async () => {
    [one, other] = [await open(), await open()];
  });

  describe('due rows', () => {
    const mine = async (id: string, until: string): Promise<readonly DueRow[]> =>
      (await other.dueRows.due(until)).filter((row) => row.id === id);

    test('a look is due at the next full minute, once however often it was asked for', async () => {
      const id = fresh('engagement');
      await one.dueRows.look(id, '2026-11-23T10:00:00.001Z');
      await other.dueRows.look(id, '2026-11-23T10:00:59.000Z');
      await one.dueRows.look(id, '2026-11-23T10:01:00.000Z');
      expect(await mine(id, '2026-11-23T10:00:59.999Z')).toEqual([]);
      expect(await mine(id, '2026-11-23T10:01:00.000Z')).toMatchObject([{ id, at: '2026-11-23T10:01:00.000Z' }]);
      expect(await mine(id, '2027-01-01T00:00:00.000Z')).toHaveLength(1);
    });

    test('looks at several times come in their order, over the turn of the year', async () => {
      const ids = [fresh('engagement'), `${fresh('e')}/ü?`, fresh('engagement')] as const;
      await one.dueRows.look(ids[2], '2027-01-01T00:00:00.000Z');
      await one.dueRows.look(ids[0], '2026-12-30T00:00:00.000Z');
      await one.dueRows.look(ids[1], '2026-12-31T23:59:00.000Z');
      await one.dueRows.look(ids[0], '2027-01-01T00:01:00.000Z');
      const due = (await one.dueRows.due('2027-01-01T00:00:30.000Z')).filter(({ id }) => ids.some((own) => own === id));
      expect(due.map(({ id }) => id)).toEqual(ids);
    });

    test('a row that is done is gone, and doing it again is no error', async () => {
      const id = fresh('engagement');
      await one.dueRows.look(id, '2026-11-23T10:00:00.000Z');
      const [row] = await mine(id, '2026-11-23T10:00:00.000Z');
      await one.dueRows.done(row!);
      expect(await mine(id, '2026-11-23T10:00:00.000Z')).toEqual([]);
      await other.dueRows.done(row!);
    });

    test('a row that was written again since it was read survives its deletion', async () => {
      const id = fresh('engagement');
      await one.dueRows.look(id, '2026-11-23T10:00:00.000Z');
      const [row] = await mine(id, '2026-11-23T10:00:00.000Z');
      await other.dueRows.look(id, '2026-11-23T10:00:00.000Z');
      await one.dueRows.done(row!);
      const [again] = await mine(id, '2026-11-23T10:00:00.000Z');
      expect(again).toMatchObject({ id });
      await one.dueRows.done(again!);
      expect(await mine(id, '2026-11-23T10:00:00.000Z')).toEqual([]);
    });
  });
};
