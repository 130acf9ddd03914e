import { freePort } from '../support/bot-process';
import { type FastClock, realNow } from './fast-clock';
import { type Life, startLife } from './process';

/** Several bots on one storage. Each is started again whenever it was killed. */
export type Bots = {
  /** Resolves when all answer. */
  readonly start: () => Promise<void>;
  /** Those that answer. */
  readonly ready: () => readonly Life[];
  /** Nobody is at anything, and has not been for so many real milliseconds. */
  readonly isQuiet: (milliseconds: number) => boolean;
  /** `then` happens before anybody is started again. */
  readonly kill: (lives: readonly Life[], then?: () => void) => void;
  /** Whoever was killed is gone, and was followed by another one. Rejects when one could not be started. */
  readonly settled: () => Promise<void>;
  readonly kills: () => number;
  /** Whether that one was dead at an instant of real time. */
  readonly wasDead: (name: string, realAt: number) => boolean;
  readonly complaints: () => string;
  readonly stop: () => Promise<void>;
};

export const createBots = (parts: {
  readonly count: number;
  readonly clock: FastClock;
  readonly clockFile: string;
  readonly connectionString: string;
  readonly prefix: string;
  /** Right after a kill, before anybody is started again. */
  readonly onKilled: (life: Life) => Promise<void>;
}): Bots => {
  const { count, clock, clockFile, connectionString, prefix, onKilled } = parts;
  const numbers = Array.from({ length: count }, (_, number) => number);
  const current = new Map<number, Life>();
  const all: Life[] = [];
  const failures: unknown[] = [];
  let killing: Promise<unknown>[] = [];
  let isOver = false;

  const startOne = async (number: number): Promise<Life | undefined> => {
    const port = await freePort();
    if (isOver) return undefined;
    clock.setBusy(number, 0);
    const name = `bot-${number}.${all.length + 1}`;
    const life = startLife({ name, number, port, clock: clockFile, connectionString, prefix });
    life.ready.catch((error: unknown) => failures.push(error));
    current.set(number, life);
    all.push(life);
    return life;
  };
  const isAlive = (life: Life): boolean => life.killedAt() === undefined;

  return {
    start: async () => {
      await Promise.all(numbers.map(async (number) => (await startOne(number))?.ready));
    },
    ready: () => [...current.values()].filter((life) => life.isReady()),
    isQuiet: (milliseconds) => {
      const isQuiet = (number: number): boolean => {
        const { count: things, since } = clock.busyIn(number);
        return things === 0 && realNow() - since > milliseconds;
      };
      // One that is still starting may be at something already.
      return [...current.values()].some((life) => life.isReady()) && numbers.every(isQuiet);
    },
    kill: (lives, then = () => undefined) => {
      const victims = lives.filter(isAlive);
      const work = async (): Promise<void> => {
        await Promise.all(
          victims.map(async (life) => {
            await life.kill();
            await onKilled(life);
          }),
        );
        then();
        await Promise.all(victims.map(({ number }) => startOne(number)));
      };
      killing.push(work());
    },
    settled: async () => {
      const under = killing;
      killing = [];
      await Promise.all(under);
      if (failures.length > 0) throw failures[0];
    },
    kills: () => all.filter((life) => !isAlive(life)).length,
    wasDead: (name, realAt) => (all.find((life) => life.name === name)?.killedAt() ?? Infinity) < realAt,
    complaints: () => all.map(({ name, complaints }) => `${name}: ${complaints()}`).join('\n'),
    stop: async () => {
      isOver = true;
      await Promise.allSettled(killing);
      await Promise.all([...current.values()].map((life) => life.kill()));
    },
  };
};
