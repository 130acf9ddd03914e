import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startAzurite } from '../support/azurite';
import { type Account, accountOf, isCheckpoint, near, type Outage, readRecorded } from './account';
import { createBots } from './bots';
import { createChance } from './chance';
import { type Accepted, type AnswerKind, startSoakConnector } from './connector';
import { chatOf, createStarter, numberIn, plan, type Planned, type Running } from './engagements';
import { openFastClock, realNow } from './fast-clock';
import { sentInVain } from './in-vain';
import { createMarks } from './marks';
import { createReinstall } from './reinstall';

export type SoakOptions = {
  /** Real time during which things go wrong. */
  readonly seconds: number;
  readonly engagements: number;
  readonly seed: number;
  readonly say: (text: string) => void;
};

export type SoakReport = Account & {
  readonly kills: number;
  /** Posts that were accepted from somebody who died before that was put down. */
  readonly unmarked: number;
  /** Times at which nobody was left for days. */
  readonly outages: number;
  readonly jumps: number;
  /** So many days passed. */
  readonly days: number;
  readonly answers: ReadonlyMap<AnswerKind, number>;
  /** Conversations that Lotse was removed from and installed in again. */
  readonly reinstalled: number;
};

const bots = 2;
const prefix = 'soak';
/** A Monday; on the Sunday after it the clocks change in Europe. */
const begin = Date.parse('2027-03-22T05:00:00Z');
const minute = 60_000;
const day = 24 * 60 * minute;
/** The first posts come undisturbed. In milliseconds of the soak. */
const warmUp = 10 * minute;
/** Nobody may be at anything for so long, in real milliseconds, before time is moved. */
const quiet = 300;
/** Whatever takes longer than this, in real milliseconds, will not end any more. */
const patience = 120_000;
/** Whoever was answered has put that down after so long, in real milliseconds. */
const noted = 20_000;
/** How late one comes to what is due. */
const late = [500, 5 * minute, 20 * minute, 50 * minute, 50 * minute] as const;

/**
 * Lets real processes of the product remind of many checkpoints in a few minutes, while they are killed and Teams answers
 * badly, and accounts for every one of them. Ends by itself and leaves nothing behind.
 */
export const soak = async ({ seconds, engagements, seed, say }: SoakOptions): Promise<SoakReport> => {
  const chance = createChance(seed);
  const folder = await mkdtemp(join(tmpdir(), 'lotse-soak-'));
  const clockFile = join(folder, 'clock');
  await writeFile(clockFile, Buffer.alloc(1_024));
  const clock = openFastClock(clockFile);
  clock.jumpTo(begin);
  const now = (): string => new Date(clock.now()).toISOString();
  const azurite = await startAzurite();
  const { connectionString } = azurite;
  const marks = createMarks(connectionString, prefix);
  const running: Running[] = [];
  const peopleIn = new Map<string, Planned['people']>();

  /** How the next kill comes about; undefined while none is planned. */
  let strike: 'now' | 'once accepted' | 'once answered' | undefined;
  const connector = await startSoakConnector({
    chance,
    now: clock.now,
    peopleIn: (conversationId) => peopleIn.get(conversationId) ?? [],
    mayClose: (conversationId) => numberIn(conversationId) !== undefined,
    onAccepted: (post: Accepted) => {
      if (strike === undefined || strike === 'now' || !isCheckpoint(post)) return;
      const victims = everybody.ready().filter(({ name }) => name === post.life);
      const delay = strike === 'once accepted' ? 0 : chance.whole(1, 30);
      strike = undefined;
      setTimeout(() => {
        everybody.kill(victims);
      }, delay);
    },
  });
  const everybody = createBots({
    count: bots,
    clock,
    clockFile,
    connectionString,
    prefix,
    onKilled: async ({ name }) => {
      // Who waits for an answer waits for 15 seconds at the most.
      const recent = connector.accepted.filter(({ life, realAt }) => life === name && realNow() - realAt < 30_000);
      await marks.look(recent, running);
    },
  });
  const starter = await createStarter({
    connectionString,
    prefix,
    clock: { now, wait: (milliseconds) => wait(milliseconds) },
    serviceUrl: connector.url,
  });
  const { dueRows, mailbox } = starter.stores;
  const reinstall = createReinstall({ connector, chance, now: clock.now, running, ready: everybody.ready });

  const isQuiet = (): boolean =>
    connector.underWay() === 0 && realNow() - connector.quietSince() > quiet && everybody.isQuiet(quiet);
  /** Everything due by now is done with, and nobody is at anything. */
  const isDone = async (): Promise<boolean> => isQuiet() && (await dueRows.due(now())).length === 0 && isQuiet();

  let jumps = 0;
  let reached = begin;
  /** Whatever was due by then was done with before time was moved last. */
  let doneBy = begin;
  const jumpTo = (at: number): void => {
    jumps += 1;
    reached = at;
    clock.jumpTo(at);
  };
  /** To after the next planned look. */
  const jump = async (): Promise<void> => {
    const all = await dueRows.due(new Date(clock.now() + 30 * day).toISOString());
    const next = all.map(({ at }) => Date.parse(at)).find((at) => at > clock.now());
    if (next === undefined) throw new Error('Nobody plans to look after anything any more.');
    if (!isQuiet()) return;
    doneBy = clock.now();
    jumpTo(next + chance.oneOf(late));
  };

  let doneAt = realNow();
  /** Whatever is due is waited for; then time moves on. */
  const step = async (): Promise<void> => {
    await everybody.settled();
    if (await isDone()) {
      doneAt = realNow();
      await reinstall.pass('due');
      if (isQuiet()) await jump();
    } else if (realNow() - doneAt > patience)
      throw new Error(`Nothing came to rest within ${patience / 1_000} seconds.\n${everybody.complaints()}`);
    await wait(20);
  };

  const outages: Outage[] = [];
  /** One is killed, or all; sometimes nobody is there for days. */
  const killSomebody = (): void => {
    const ready = everybody.ready();
    if (!chance.isSo(0.3)) {
      everybody.kill([chance.oneOf(ready)]);
      return;
    }
    // Time is not moved under the hands of one that is just starting.
    const lasts = ready.length === bots ? chance.oneOf([0, 1.2 * day, 2.9 * day]) : 0;
    everybody.kill(ready, () => {
      if (lasts === 0) return;
      jumpTo(clock.now() + lasts);
      outages.push({ from: doneBy, until: reached });
    });
  };

  try {
    say(`${engagements} onboardings, ${bots} bots, seed ${seed}.`);
    const waiting = Array.from({ length: engagements }, (_, n) => plan(n + 1, chance));
    for (const { place, people } of waiting) {
      peopleIn.set(place.conversationId, people);
      for (const person of people) peopleIn.set(chatOf(place.tenantId, person), [person]);
    }
    const worker = async (): Promise<void> => {
      for (let one = waiting.shift(); one; one = waiting.shift()) running.push(await starter.start(one));
    };
    await Promise.all(Array.from({ length: 8 }, worker));
    await everybody.start();
    doneAt = realNow();
    while (clock.now() < begin + warmUp) await step();

    say(`They run. Now ${seconds} seconds of kills and bad answers.`);
    connector.calm(false);
    const end = realNow() + seconds * 1_000;
    let strikeAt = realNow() + 2_000;
    let saidAt = realNow();
    while (realNow() < end) {
      await step();
      if (realNow() > strikeAt && everybody.ready().length === bots) {
        strikeAt = realNow() + chance.whole(4_000, 10_000);
        strike = chance.oneOf(['now', 'once accepted', 'once answered', 'once answered']);
      }
      if (strike === 'now' && connector.underWay() > 0) {
        strike = undefined;
        killSomebody();
      }
      if (realNow() - saidAt > 10_000) {
        saidAt = realNow();
        say(`${now()}: ${connector.accepted.length} posts, ${everybody.kills()} kills, ${jumps} jumps.`);
      }
    }

    say('Nothing goes wrong any more, until everything is told.');
    strike = undefined;
    connector.calm(true);
    doneAt = realNow();
    const isTold = async ({ id }: Running): Promise<boolean> => {
      const { posts } = await mailbox.pending(id);
      return posts.every(({ state, message }) => state !== 'waiting' || message.type !== 'checkpoint');
    };
    const untold = async (): Promise<Running | undefined> => {
      for (const one of running) if (!(await isTold(one))) return one;
      return undefined;
    };
    const longEnough = reached + 3 * day;
    // What was missed in an outage may be told with what is due shortly after it.
    const soonest = Math.max(0, ...outages.map(({ until }) => until)) + near;
    let waits: Running | undefined;
    for (;;) {
      await reinstall.pass('all');
      await everybody.settled();
      if (await isDone()) {
        waits = await untold();
        if ((!waits && reached > soonest) || reached > longEnough) break;
      }
      await step();
    }
    const account = accountOf({
      running,
      accepted: connector.accepted,
      seenIn: connector.seenIn,
      recorded: await readRecorded(connectionString, prefix, running),
      diedBefore: (post) => marks.isUnmarked(post) || everybody.wasDead(post.life, post.realAt),
      outages,
      from: begin + warmUp,
      until: reached,
    });
    return {
      ...account,
      faults: [
        ...account.faults,
        ...sentInVain(connector.refusals, ({ life, realAt }) => everybody.wasDead(life, realAt + noted)),
        ...(waits ? [`${waits.customer} (${waits.id}) still has a checkpoint waiting after three days.`] : []),
      ],
      kills: everybody.kills(),
      unmarked: marks.count(),
      outages: outages.length,
      jumps,
      days: Math.round((reached - begin) / day),
      answers: connector.answers,
      reinstalled: reinstall.count(),
    };
  } finally {
    await everybody.stop();
    await connector.stop();
    await azurite.stop();
    clock.close();
    await rm(folder, { recursive: true, force: true });
  }
};

/** What came of it: one line with figures that add up, what happened meanwhile, and all that is not as it should be. */
export const reportText = (report: SoakReport): string => {
  const { slots, once, twice, unknown, lost, later, refused } = report;
  const parts = [
    `${once} accepted once`,
    `${twice} accepted twice`,
    `${unknown} unknown`,
    `${lost} lost`,
    ...(later > 0 ? [`${later} told with a later one`] : []),
    ...(refused > 0 ? [`${refused} refused`] : []),
  ];
  return [
    `${slots} slots = ${parts.join(' + ')}`,
    `${report.kills} kills (after which ${report.unmarked} posts had been accepted and not put down), ${report.outages} outages of days, ${report.jumps} jumps over ${report.days} days, ${report.reinstalled} removals and new installations`,
    `answers: ${[...report.answers].map(([kind, count]) => `${kind} ${count}`).join(', ')}`,
    `besides: ${report.digests} digests, ${report.catchingUp} posts that only catch up on items`,
    ...report.faults.map((fault) => `FAULT ${fault}`),
  ].join('\n');
};
