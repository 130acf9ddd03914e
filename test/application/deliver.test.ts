import { calendar } from '../../src/adapters/clock/index';
import { createDeliver } from '../../src/application/deliver';
import type { Messenger } from '../../src/application/ports';
import type { Reply } from '../../src/application/reply';
import { start } from '../support/given';
import { anna, createFakeLog, createStage } from './stage';

const place = { tenantId: 'tenant', conversationId: 'channel' };
const day = 86_400_000;

/** Two posts of a running onboarding, with an item that is due tomorrow. */
const posted = async () => {
  const { memory, clock, execute } = createStage();
  const sent: { how: 'post' | 'update' | 'answer'; reply: Reply }[] = [];
  const taking =
    (how: 'post' | 'update' | 'answer') =>
    (_: string, second: string | Reply, third?: Reply): ReturnType<Messenger['post']> => {
      const reply = third ?? (second as Reply);
      sent.push({ how, reply });
      return Promise.resolve({
        outcome: 'sent',
        activityId: how === 'update' ? (second as string) : String(sent.length),
      });
    };
  const messenger: Messenger = {
    post: taking('post'),
    update: taking('update'),
    answer: taking('answer'),
    remove: () => Promise.resolve({ outcome: 'sent' }),
  };
  const { store, mailbox, directory, contacts } = memory;
  const deliver = createDeliver({
    store,
    mailbox,
    directory,
    contacts,
    messenger,
    clock,
    calendar,
    log: createFakeLog(),
  });
  const { id } = await directory.locate(place);
  await directory.register(place, id, 'address');
  await execute({ id, place, op: 'start', by: anna, commands: () => [start] });
  await execute({ id, op: 'take', by: anna, commands: () => [{ type: 'TakeItem', item: 'I1', dueOn: '2026-12-01' }] });
  await deliver(id);
  expect(sent.splice(0).map(({ how }) => how)).toEqual(['post', 'post']);
  return { deliver: () => deliver(id), sent, clock };
};

test('what is on time stays as it was shown', async () => {
  const { deliver, sent, clock } = await posted();
  clock.pass(day);
  await deliver();
  expect(sent).toEqual([]);
});

test('what is overdue is shown anew on every day, once', async () => {
  const { deliver, sent, clock } = await posted();
  for (const today of ['2026-12-02', '2026-12-03']) {
    clock.pass(today === '2026-12-02' ? 2 * day : day);
    await deliver();
    await deliver();
    expect(sent.splice(0).map(({ how, reply }) => ({ how, today: reply.today }))).toEqual([
      { how: 'update', today },
      { how: 'update', today },
    ]);
  }
});
