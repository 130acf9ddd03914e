import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../application/ports';

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  // Nothing waits so important that it should keep a stopping process alive.
  wait: (milliseconds) => wait(milliseconds, undefined, { ref: false }),
};
