import type { Address, Messenger, Sent } from './ports';

/** The same messenger, which notices whether a conversation takes nothing from us any more. */
export const shutting = (
  messenger: Messenger,
  address: Address,
): { readonly messenger: Messenger; readonly isShut: () => boolean } => {
  let shut = false;
  const noting = async (to: Address, sending: Promise<Sent>): Promise<Sent> => {
    const sent = await sending;
    shut ||= to === address && sent.outcome === 'shut';
    return sent;
  };
  return {
    messenger: {
      post: (to, reply) => noting(to, messenger.post(to, reply)),
      update: (to, activityId, reply) => noting(to, messenger.update(to, activityId, reply)),
      answer: (to, under, reply) => noting(to, messenger.answer(to, under, reply)),
      remove: (to, activityId) => noting(to, messenger.remove(to, activityId)),
    },
    isShut: () => shut,
  };
};
