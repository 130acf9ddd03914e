import {
  addedTo,
  addYears,
  isOpen,
  isSettled,
  itemsOf,
  limits,
  lotse,
  openSteps,
  sections,
  steers,
} from '../../../src/engagement';
import { always, hasBegun, play, whenever } from './runs';

describe('whatever people do, about items', () => {
  test('no item is lost or doubled unless it was added, removed or that was undone; each counts in one place', () => {
    whenever(({ before, after, events }) => {
      if (!hasBegun(before) || !hasBegun(after)) return;
      if (!events.some(({ type }) => ['ItemAdded', 'ItemRemoved', 'OperationUndone'].includes(type)))
        expect(Object.keys(after.items)).toEqual(Object.keys(before.items));
      const counted = sections.flatMap((section) => itemsOf(after, section).map((item) => item.code));
      expect(counted.sort()).toEqual(Object.keys(after.items).sort());
      expect(Object.values(after.items).every((item) => isOpen(item) !== isSettled(item))).toBe(true);
      expect(Object.entries(after.items).every(([code, item]) => item.code === code)).toBe(true);
    });
  });

  test('no responsibility of the catalogue is ever lost', () => {
    always((begun, taken) => {
      const { engagement, record } = play(begun, taken);
      if (!hasBegun(engagement)) return;
      const first = record.flatMap((event) => (event.type === 'EngagementStarted' ? event.items : []));
      for (const { code } of first) expect(engagement.items).toHaveProperty(code);
    });
  });

  test('no code is ever used twice', () => {
    always((begun, taken) => {
      const { record } = play(begun, taken);
      const used = record.flatMap((event) => {
        if (event.type === 'EngagementStarted') return event.items.map(({ code }) => code);
        return event.type === 'ItemAdded' ? [event.item] : [];
      });
      expect(new Set(used).size).toBe(used.length);
    });
  });

  test('nobody adds more than twenty items to a section, nor one title twice', () => {
    whenever(({ after }) => {
      for (const section of sections) {
        const titles = addedTo(after, section).map(({ title }) => title!.toLowerCase());
        expect(titles.length).toBeLessThanOrEqual(limits.added);
        expect(new Set(titles).size).toBe(titles.length);
      }
    });
  });

  test('what stands for steps is never completed while one of them is open', () => {
    whenever(({ before, events }) => {
      for (const event of events)
        if (event.type === 'ItemCompleted') expect(openSteps(before, before.items[event.item]!)).toEqual([]);
    });
  });

  test('a member changes nothing about somebody else’s item but their own mark and notes, and what they take back', () => {
    whenever(({ before, after, command, step: { by } }) => {
      if (by === lotse || steers(before, by) || command.type === 'Undo') return;
      for (const item of Object.values(before.items)) {
        if (item.owner === undefined || item.owner === by) continue;
        const { acknowledgements, notes, ...rest } = after.items[item.code]!;
        expect({ ...rest, acknowledgements: [], notes: [] }).toStrictEqual({
          ...item,
          acknowledgements: [],
          notes: [],
        });
        expect(acknowledgements.filter((mark) => mark.by !== by)).toEqual(
          item.acknowledgements.filter((mark) => mark.by !== by),
        );
        // Only the newest few notes are at hand, so one more may push out the oldest.
        const others = item.notes.filter((note) => note.by !== by);
        const kept = notes.filter((note) => note.by !== by);
        expect(kept).toEqual(kept.length === 0 ? [] : others.slice(-kept.length));
      }
    });
  });

  test('nobody has two marks on an item, and no item has more than three notes at hand', () => {
    always((begun, taken) => {
      for (const item of Object.values(play(begun, taken).engagement.items)) {
        const marked = item.acknowledgements.map(({ by }) => by);
        expect(new Set(marked).size).toBe(marked.length);
        expect(item.notes.length).toBeLessThanOrEqual(limits.notes);
      }
    });
  });

  test('no deferral reaches further than two years, nor begins before tomorrow', () => {
    whenever(({ events }) => {
      for (const event of events) {
        if (event.type !== 'ItemDeferred') continue;
        expect(event.until > event.on).toBe(true);
        expect(event.until <= addYears(event.on, 2)).toBe(true);
      }
    });
  });
});
