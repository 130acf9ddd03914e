import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../application/ports';

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  wait: (milliseconds) => wait(milliseconds),
};
