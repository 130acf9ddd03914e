import { RestError } from '@azure/data-tables';
import { mayStillLand } from './wire';

/** Errors of single calls carry the code in `details`, those of transactions in `code`. */
const codeOf = (error: RestError): string | undefined =>
  error.code ?? (error.details as { odataError?: { code?: string } } | undefined)?.odataError?.code;

export const isNotFound = (error: unknown): boolean =>
  error instanceof RestError && error.statusCode === 404 && codeOf(error) === 'ResourceNotFound';

/** Somebody changed, removed or inserted the row first; or we did, in an earlier try whose answer was lost. */
export const isConflict = (error: unknown): boolean =>
  error instanceof RestError && (error.statusCode === 412 || error.statusCode === 409 || isNotFound(error));

/** No try of this request was carried out, and none will be. A transaction hides its 5xx in an answer that is 202. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof RestError &&
  error.request !== undefined &&
  !mayStillLand(error.request) &&
  (error.statusCode ?? 0) < 500;
