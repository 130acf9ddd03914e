import fc from 'fast-check';
import { decide, type Engagement, type Event, fold, type ItemCode, itemsIn, notStarted } from '../../../src/engagement';
import { asking } from '../../support/given';
import { always, beginning, play, type Seen, steps, whenever } from './runs';

const undone = ({ events }: Seen) => events.find((event) => event.type === 'OperationUndone');

/** The states before and after an operation, and the items it touched; seen from the record alone. */
const around = (record: readonly Event[], op: string) => {
  const first = record.findIndex((event) => event.op === op);
  const last = record.findLastIndex((event) => event.op === op);
  return {
    before: fold(record.slice(0, first), notStarted),
    after: fold(record.slice(0, last + 1), notStarted),
    items: [...new Set(record.slice(first, last + 1).flatMap(itemsIn))],
    meetings: record.slice(first, last + 1).flatMap((event) => (event.type === 'CheckpointSkipped' ? [event.day] : [])),
  };
};
const only = ({ items }: Engagement, codes: readonly ItemCode[]) =>
  Object.fromEntries(Object.entries(items).filter(([code]) => codes.includes(code)));
const without = ({ items }: Engagement, codes: readonly ItemCode[]) =>
  Object.fromEntries(Object.entries(items).filter(([code]) => !codes.includes(code)));

describe('whatever people do, taking something back', () => {
  test('restores its items and meetings exactly as they were before the operation, and touches no other', () => {
    whenever((seen) => {
      const event = undone(seen);
      if (!event) return;
      const operation = around(seen.record, event.of);
      const { skipped } = seen.before.reminders;
      expect(skipped.filter((day) => !seen.after.reminders.skipped.includes(day))).toEqual(operation.meetings);
      expect([...operation.items, ...operation.meetings]).not.toEqual([]);
      expect(only(seen.after, operation.items)).toStrictEqual(only(operation.before, operation.items));
      expect(without(seen.after, operation.items)).toStrictEqual(without(seen.before, operation.items));
    });
  });

  test('never moves a phase back', () => {
    whenever((seen) => {
      if (!undone(seen)) return;
      expect(seen.events.map(({ type }) => type)).not.toContain('PhaseReturned');
      for (const [phase, { left }] of Object.entries(seen.before.phases))
        if (left) expect(seen.after.phases[phase as keyof Engagement['phases']].left).toEqual(left);
    });
  });

  test('is about one’s own operation, which nobody took back before', () => {
    whenever((seen) => {
      const event = undone(seen);
      if (!event) return;
      const own = seen.record.filter(({ op }) => op === event.of);
      expect(own.every(({ by }) => by === seen.step.by)).toBe(true);
      expect(seen.record.some((one) => one.type === 'OperationUndone' && one.of === event.of)).toBe(false);
    });
  });

  test('is refused when one of its items is no longer as the operation left it, whoever changed it', () => {
    fc.assert(
      fc.property(beginning, steps, fc.nat(), (begun, taken, nth) => {
        const { engagement, record } = play(begun, taken);
        const event = record[nth % Math.max(1, record.length)];
        if (!event) return;
        const { after, items } = around(record, event.op);
        const changed = JSON.stringify(only(after, items)) !== JSON.stringify(only(engagement, items));
        const decision = decide(
          { type: 'Undo', record, of: event.op },
          engagement,
          asking(event.by, '2027-01-04', 'undoing'),
        );
        if (changed) expect(decision).toHaveProperty('refused');
      }),
      { numRuns: 600 },
    );
  });

  test('one after the other ends where nothing is left to take back', () => {
    always((begun, taken) => {
      let { engagement, record } = play(begun, taken);
      for (let times = 0; times <= record.length; times++) {
        const decision = decide({ type: 'Undo', record }, engagement, asking('p3', '2027-01-04', `undoing-${times}`));
        if ('refused' in decision) return;
        engagement = fold(decision.events, engagement);
        record = [...record, ...decision.events];
      }
      throw new Error('There was always more to take back.');
    });
  });
});
