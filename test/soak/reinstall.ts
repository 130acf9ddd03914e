import { randomUUID } from 'node:crypto';
import type { Chance } from './chance';
import type { SoakConnector } from './connector';
import { activityIn, type Running } from './engagements';
import type { Life } from './process';

const hour = 3_600_000;

/** Lotse is installed again where it was removed from, some time later; Teams tells one of the bots. */
export const createReinstall = (parts: {
  readonly connector: SoakConnector;
  readonly chance: Chance;
  readonly now: () => number;
  readonly running: readonly Running[];
  readonly ready: () => readonly Life[];
}) => {
  const { connector, chance, now, running, ready } = parts;
  const dueAt = new Map<string, number>();
  let count = 0;

  const tell = async (life: Life, { place, people }: Running): Promise<boolean> => {
    const [by] = people;
    const activity = {
      ...activityIn(connector.url, place),
      type: 'installationUpdate',
      action: 'add',
      id: randomUUID(),
      from: { id: by?.id, name: by?.name, aadObjectId: by?.aadObjectId },
    };
    const response = await fetch(`http://127.0.0.1:${life.port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    // Whoever was killed meanwhile may not have taken it up.
    return response.ok && life.killedAt() === undefined;
  };

  return {
    count: () => count,
    /** Those whose time has come; or all of them. */
    pass: async (which: 'due' | 'all'): Promise<void> => {
      for (const { conversationId, since } of [...connector.closed.values()]) {
        const at = dueAt.get(conversationId) ?? since + chance.oneOf([hour / 6, 5 * hour, 30 * hour, 70 * hour]);
        dueAt.set(conversationId, at);
        const one = running.find(({ place }) => place.conversationId === conversationId);
        const [life] = ready();
        if (!one || !life || (which === 'due' && now() < at)) continue;
        connector.closed.delete(conversationId);
        if (await tell(life, one).catch(() => false)) {
          dueAt.delete(conversationId);
          count += 1;
          // Whoever was told of it may have put that down before it was killed: it was open, and is closed anew.
        } else connector.closed.set(conversationId, { conversationId, since: now() });
      }
    },
  };
};
