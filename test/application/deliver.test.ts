import { calendar } from '../../src/adapters/clock/index';
import { createDeliver } from '../../src/application/deliver';
import type { Mailbox, Messenger } from '../../src/application/ports';
import type { Reply } from '../../src/application/reply';
import { start } from '../support/given';
import { anna, createFakeLog, createStage } from './stage';

const place = { tenantId: 'tenant', conversationId: 'channel' };
const day = 86_400_000;

/** A running onboarding with an item that is due tomorrow, nothing of it posted yet. */
const started = async (worse: (mailbox: Mailbox) => Partial<Mailbox> = () => ({})) => {
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
    mailbox: { ...mailbox, ...worse(mailbox) },
    directory,
    contacts,
    findInvolved: () => Promise.resolve([]),
    messenger,
    clock,
    calendar,
    log: createFakeLog(),
  });
  const { id } = await directory.locate(place);
  await directory.register(place, id, 'address');
  await execute({ id, place, op: 'start', by: anna, commands: () => [start] });
  await execute({ id, op: 'take', by: anna, commands: () => [{ type: 'TakeItem', item: 'I1', dueOn: '2026-12-01' }] });
  return { deliver: () => deliver(id), sent, clock };
};

/** The same with its two posts. */
const posted = async () => {
  const stage = await started();
  await stage.deliver();
  expect(stage.sent.splice(0).map(({ how }) => how)).toEqual(['post', 'post']);
  return stage;
};

test('the overview stands above the phase, also when somebody came in between', async () => {
  let isFirst = true;
  const { deliver, sent } = await started((mailbox) => ({
    saveCard: (id, card) => {
      if (!isFirst) return mailbox.saveCard(id, card);
      isFirst = false;
      return Promise.resolve(undefined);
    },
  }));
  await deliver();
  expect(sent).toEqual([]);
  await deliver();
  expect(sent.map(({ reply }) => reply.show.show)).toEqual(['overview', 'section']);
});

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
