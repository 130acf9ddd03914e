import { AsyncLocalStorage } from 'node:async_hooks';
import { metrics, SpanKind, SpanStatusCode, trace as spans } from '@opentelemetry/api';
import { ConcurrencyError, type EngagementStore, type Sent, type Trace } from '../../application/ports';

/**
 * What operators measure, by the OpenTelemetry API: costs next to nothing while nobody collects it. Nothing in it says who
 * did what, or what somebody wrote.
 */
export type Telemetry = {
  /** Runs work as a span of its own. All that it causes carries the id, also what goes on after it. */
  readonly trace: Trace;
  /** The id of what is being done here. */
  readonly correlation: () => string | undefined;
  /** One call of a service behind Lotse, measured. Resolves and rejects as the work does. */
  readonly call: <Answer extends { readonly status: number }>(
    to: 'storage' | 'teams',
    method: string,
    work: () => Promise<Answer>,
  ) => Promise<Answer>;
  readonly sent: (outcome: Sent['outcome']) => void;
  /** The same store, of which conflicts are counted. */
  readonly over: (store: EngagementStore) => EngagementStore;
  /** Asked whenever somebody collects; in seconds. */
  readonly watchLag: (lagSeconds: () => number) => void;
};

const name = 'lotse';

export const createTelemetry = (): Telemetry => {
  const tracer = spans.getTracer(name);
  const meter = metrics.getMeter(name);
  const ids = new AsyncLocalStorage<string>();
  const durations = meter.createHistogram('lotse.duration', { unit: 'ms', description: 'Turns and looks, by name' });
  const calls = meter.createHistogram('lotse.call', { unit: 'ms', description: 'Calls of storage and Teams' });
  const conflicts = meter.createCounter('lotse.conflicts', { description: 'Changes somebody else was quicker with' });
  const sends = meter.createCounter('lotse.sends', { description: 'Messages, by what became of them' });
  const lag = meter.createObservableGauge('lotse.tick.lag', { unit: 's', description: 'How long what is due waits' });

  /** As a span, with its duration. */
  const measured = async <Result>(
    what: string,
    kind: SpanKind,
    attributes: Readonly<Record<string, string>>,
    work: () => Promise<Result>,
    done: (milliseconds: number, result?: Result) => void,
  ): Promise<Result> =>
    tracer.startActiveSpan(what, { kind, attributes }, async (span) => {
      const begun = performance.now();
      try {
        const result = await work();
        done(performance.now() - begun, result);
        return result;
      } catch (error) {
        done(performance.now() - begun);
        // What an error says may be somebody's own words.
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    });

  return {
    correlation: () => ids.getStore(),
    trace: (what, id, work) =>
      ids.run(id, () =>
        measured(what, SpanKind.SERVER, { 'lotse.correlation': id }, work, (milliseconds) => {
          durations.record(milliseconds, { what });
        }),
      ),
    call: (to, method, work) =>
      measured(`${to} ${method}`, SpanKind.CLIENT, { method }, work, (milliseconds, answer) => {
        calls.record(milliseconds, { to, method, status: answer?.status ?? 0 });
      }),
    sent: (outcome) => {
      sends.add(1, { outcome });
    },
    over: (store) => ({
      ...store,
      append: async (...what) => {
        try {
          await store.append(...what);
        } catch (error) {
          if (error instanceof ConcurrencyError) conflicts.add(1);
          throw error;
        }
      },
    }),
    watchLag: (lagSeconds) => {
      lag.addCallback((result) => {
        result.observe(lagSeconds());
      });
    },
  };
};
