import type { Address, Messenger, Sent } from './ports';

/** The same messenger; what becomes of everything sent is told to whoever observes it. */
export const observing = (messenger: Messenger, observe: (to: Address, sent: Sent) => void): Messenger => {
  const observed = async (to: Address, sending: Promise<Sent>): Promise<Sent> => {
    const sent = await sending;
    observe(to, sent);
    return sent;
  };
  return {
    post: (to, reply) => observed(to, messenger.post(to, reply)),
    update: (to, activityId, reply) => observed(to, messenger.update(to, activityId, reply)),
    answer: (to, under, reply) => observed(to, messenger.answer(to, under, reply)),
    remove: (to, activityId) => observed(to, messenger.remove(to, activityId)),
  };
};
