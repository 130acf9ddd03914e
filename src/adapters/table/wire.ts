import { RestError, type TableClient } from '@azure/data-tables';

type Policy = Parameters<TableClient['pipeline']['addPolicy']>[0];
export type Request = NonNullable<RestError['request']>;

const neverArrived: readonly string[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'];
const unanswered = new WeakSet<Request>();

/**
 * Whether some try of this request got no clear answer. The SDK retries by itself and reports the last try only:
 * a refused one after a lost one says nothing about the lost one.
 */
export const mayStillLand = (request: Request): boolean => unanswered.has(request);

/**
 * Ends a try after `milliseconds` and lets the SDK retry it. Its own `timeout` does neither: it ends when the
 * headers are there though the body may never come, it is not passed on to transactions, and it is not retried.
 */
export const oneTry = (milliseconds: number): Policy => ({
  name: 'lotseOneTry',
  sendRequest: async (request, next) => {
    const limit = new AbortController();
    const timer = setTimeout(() => {
      limit.abort();
    }, milliseconds);
    request.abortSignal = limit.signal;
    try {
      const response = await next(request);
      if (response.status >= 500) unanswered.add(request);
      return response;
    } catch (error) {
      const failure = limit.signal.aborted
        ? new RestError(`No answer from table storage within ${milliseconds} ms`, { code: 'ETIMEDOUT', request })
        : error;
      if (!(failure instanceof RestError && neverArrived.includes(failure.code ?? ''))) unanswered.add(request);
      throw failure;
    } finally {
      clearTimeout(timer);
      // The SDK's retry takes an aborted signal for the caller's wish to stop.
      delete request.abortSignal;
    }
  },
});

/** Somebody who measures every try, and knows what it belongs to. */
export type Observe = {
  readonly correlation: () => string | undefined;
  readonly call: <Answer extends { readonly status: number }>(
    method: string,
    work: () => Promise<Answer>,
  ) => Promise<Answer>;
};

/** Every try says to storage, too, what it belongs to: Azure keeps that in its own log. */
export const observed = ({ correlation, call }: Observe): Policy => ({
  name: 'lotseObserved',
  sendRequest: (request, next) => {
    const id = correlation();
    if (id !== undefined) request.headers.set('x-ms-client-request-id', id);
    return call(request.method, () => next(request));
  },
});
