import type { AskBack } from '../../src/application/ports';
import { fresh, type Open, started, type Stores } from './given';

export const describeAskBacks = (open: Open): void => {
  let one: Stores;
  let other: Stores;
  beforeAll(async () => {
    [one, other] = [await open(), await open()];
  });

  describe('questions back', () => {
    const which: AskBack = {
      question: {
        show: 'whichItem',
        verb: 'item.defer',
        filled: { until: '2026-12-04', reason: 'Lieferung verspätet sich – „bald“' },
        items: ['A1', 'A2'],
      },
      at: '2026-11-23T10:00:00.000Z',
      version: 7,
      askedBy: 'op-1',
      post: { address: 'where', activityId: '1:abc/def' },
    };
    const form: AskBack = {
      question: { show: 'form', form: 'item.block', about: { item: 'A1' }, filled: {} },
      at: '2026-11-23T10:01:00.000Z',
      version: 8,
      askedBy: 'op-2',
    };

    test('nobody was asked anything yet', async () => {
      expect(await one.askBacks.asked(await started(one.store), 'aad-1')).toBeUndefined();
      expect(await one.askBacks.asked(fresh('engagement'), 'aad/1 ü')).toBeUndefined();
    });

    test('what was asked at one instance is known at another one, exactly as it was asked', async () => {
      const id = await started(one.store);
      await one.askBacks.ask(id, 'aad/1 ü', which);
      expect(await other.askBacks.asked(id, 'aad/1 ü')).toEqual(which);
    });

    test('the newest question takes the place of the last, without anything of it', async () => {
      const id = await started(one.store);
      await one.askBacks.ask(id, 'aad-1', which);
      await other.askBacks.ask(id, 'aad-1', form);
      expect(await one.askBacks.asked(id, 'aad-1')).toEqual(form);
    });

    test('a long question is kept whole, and a shorter one after it leaves nothing of it', async () => {
      const id = await started(one.store);
      const lines = 'Maßnahme 😀\n'.repeat(6_000);
      const long: AskBack = { ...form, question: { show: 'form', form: 'item.add', about: {}, filled: { lines } } };
      await one.askBacks.ask(id, 'aad-1', long);
      expect(await other.askBacks.asked(id, 'aad-1')).toEqual(long);
      await one.askBacks.ask(id, 'aad-1', which);
      expect(await other.askBacks.asked(id, 'aad-1')).toEqual(which);
    });

    test('it is forgotten with the operations of its time', async () => {
      const id = await started(one.store);
      await one.askBacks.ask(id, 'aad-1', which);
      await one.askBacks.ask(id, 'aad-2', form);
      await one.store.forgetOperations(id, form.at);
      expect(await other.askBacks.asked(id, 'aad-1')).toBeUndefined();
      expect(await other.askBacks.asked(id, 'aad-2')).toEqual(form);
    });

    test('everybody has their own, in every engagement', async () => {
      const [id, elsewhere] = [await started(one.store), await started(one.store)];
      await one.askBacks.ask(id, 'aad-1', which);
      expect(await one.askBacks.asked(id, 'aad-2')).toBeUndefined();
      expect(await one.askBacks.asked(elsewhere, 'aad-1')).toBeUndefined();
    });

    test('questions are none of the record, and nothing to be delivered', async () => {
      const id = await started(one.store);
      const before = await one.store.history(id);
      await one.askBacks.ask(id, 'aad-1', which);
      expect(await one.store.history(id)).toEqual(before);
      expect(await one.mailbox.pending(id)).toEqual({ cards: [], posts: [] });
    });
  });
};
