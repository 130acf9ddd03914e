import { calendar } from '../../src/adapters/clock/index';
import { createDeliver } from '../../src/application/deliver';
import type { Address, Messenger, Sent } from '../../src/application/ports';
import type { Reply } from '../../src/application/reply';
import { anna } from './channel';
import { createChannel } from './channel';
import { createFakeLog } from './stage';

export type Message = {
  readonly how: 'post' | 'update' | 'answer' | 'remove';
  readonly to: Address;
  /** The post it changes, answers or takes away. */
  readonly about?: string;
  readonly reply?: Reply;
};

/** What somebody's messenger would be asked to do, and what it answers when a test says so. */
export const createFakeMessenger = () => {
  const messages: Message[] = [];
  const answers: ((message: Message) => Sent | undefined)[] = [];
  let posts = 0;
  const take = (message: Message): Promise<Sent> => {
    messages.push(message);
    const answer = answers.map((one) => one(message)).find((one) => one !== undefined);
    if (answer) return Promise.resolve(answer);
    const activityId = message.how === 'update' ? message.about : `post-${String(++posts)}`;
    return Promise.resolve({ outcome: 'sent', ...(activityId !== undefined && { activityId }) });
  };
  const messenger: Messenger = {
    post: (to, reply) => take({ how: 'post', to, reply }),
    update: (to, about, reply) => take({ how: 'update', to, about, reply }),
    answer: (to, about, reply) => take({ how: 'answer', to, about, reply }),
    remove: (to, about) => take({ how: 'remove', to, about }),
  };
  return {
    messenger,
    /** Everything since this was asked last. */
    sent: () => messages.splice(0),
    /** From now on this is the answer to messages it gives one for. */
    answering: (answer: (message: Message) => Sent | undefined) => void answers.unshift(answer),
  };
};

/** A running onboarding whose posts stand, with everything that delivers. */
export const createDelivering = async (shared?: Parameters<typeof createChannel>[0]) => {
  const channel = createChannel(shared);
  const fake = createFakeMessenger();
  const log = createFakeLog();
  const { mailbox, contacts } = channel.memory;
  const { store, directory, clock } = channel;
  const deliver = createDeliver({
    ...{ store, mailbox, directory, contacts, clock, calendar },
    findInvolved: channel.findInvolved,
    messenger: fake.messenger,
    log,
  });
  if (!shared) await channel.begin(anna);
  const id = await channel.idOf();
  if (!shared) await deliver(id);
  fake.sent();
  return { ...channel, ...fake, id, log, deliver: () => deliver(id) };
};
