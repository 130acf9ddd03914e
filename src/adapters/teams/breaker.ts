import {
  CircuitState,
  circuitBreaker,
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  handleWhen,
  isBrokenCircuitError,
} from 'cockatiel';
import type { Log } from '../../application/ports';
import { inTime } from './in-time';
import { NothingSentError } from './outcome';

/** So many failures in a row are no chance. */
const most = 10;
/** Milliseconds for which a host is left alone then; after that one request finds out how it is. */
const pause = 10_000;
/** Milliseconds after which nothing is waited for any more; every request has given up by then. */
const longest = 20_000;

/** Asks a service, unless it has just failed again and again: then nothing is sent, and it may recover. */
export type Spare = <Result>(serviceUrl: string, work: () => Promise<Result>) => Promise<Result>;

/** All of Teams comes from a few hosts; each is spared by itself. Rejects with `NothingSentError` while one is. */
export const createSpare = (log: Log): Spare => {
  const breakers = new Map<string, CircuitBreakerPolicy>();
  const breakerOf = (host: string): CircuitBreakerPolicy => {
    const known = breakers.get(host);
    if (known) return known;
    const made = circuitBreaker(handleWhen(isTrouble), {
      halfOpenAfter: pause,
      breaker: new ConsecutiveBreaker(most),
    });
    made.onBreak(() => {
      log.warn(
        { host },
        'Teams has failed again and again. It is left alone for ten seconds; what waits is sent when its turn comes.',
      );
    });
    breakers.set(host, made);
    return made;
  };
  return async (serviceUrl, work) => {
    const breaker = breakerOf(hostOf(serviceUrl));
    // Whoever waited for the one that finds out would begin with most of its time gone.
    if (breaker.state === CircuitState.HalfOpen) throw new NothingSentError('Somebody else finds out how Teams is.');
    try {
      return await breaker.execute(() => limited(work()));
    } catch (error) {
      if (!isBrokenCircuitError(error)) throw error;
      throw new NothingSentError('Teams has just failed again and again, so it was not asked.', { cause: error });
    }
  };
};

/** Whatever never ends would keep everybody waiting who comes after it. */
const limited = async <Result>(work: Promise<Result>): Promise<Result> => {
  const ended = await inTime(
    work.then((result) => ({ result })),
    longest,
  );
  if (ended) return ended.result;
  throw Object.assign(new Error('Teams does not answer.'), { name: 'TimeoutError' });
};

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : '');

/** It does not answer, or says itself that it cannot; what it refuses says nothing of how it is. */
const isTrouble = (error: Error): boolean => {
  const { statusCode } = error as { readonly statusCode?: number };
  if (statusCode !== undefined) return statusCode >= 500 || statusCode === 408;
  return ['AbortError', 'TimeoutError', 'RestError'].includes(error.name);
};
