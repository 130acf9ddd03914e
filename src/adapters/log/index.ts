import pino from 'pino';
import type { Log } from '../../application/ports';

/** One JSON line per entry on standard output. */
export const createLog = (level: string): Log => pino({ level, serializers: { err: brief } });

type Failure = { readonly code?: unknown; readonly statusCode?: unknown };

/** What an operator needs of an error. Errors of clients carry their whole request, with token and content; that stays out. */
const brief = (error: unknown): object => {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, statusCode } = error as Failure;
  return {
    type: error.name,
    message: error.message.split('\n')[0],
    code,
    statusCode,
    stack: error.stack,
    ...(error.cause === undefined ? {} : { cause: brief(error.cause) }),
  };
};
