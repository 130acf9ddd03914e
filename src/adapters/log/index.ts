import pino, { type DestinationStream } from 'pino';
import type { Log } from '../../application/ports';

/** Whatever its place: nothing of ours is logged under these names, and nothing of anybody else's may be. */
const secret = [
  ...['authorization', 'token', 'password', 'secret', 'connectionString', 'headers', 'request', 'response', 'body'],
  ...['text', 'note', 'customer', 'title', 'value', 'data', 'name', 'from', 'people', 'activity'],
];

/**
 * One JSON line per entry, on standard output unless told otherwise. Holds no secrets, and nothing anybody wrote.
 * `correlation`: the id of what is being done here.
 */
export const createLog = (
  level: string,
  correlation: () => string | undefined = () => undefined,
  to?: DestinationStream,
): Log =>
  pino(
    {
      level,
      serializers: { err: brief },
      mixin: () => {
        const id = correlation();
        return id === undefined ? {} : { correlation: id };
      },
      redact: { paths: secret.flatMap((name) => [name, `*.${name}`]), censor: '[left out]' },
    },
    ...(to ? [to] : []),
  );

type Failure = { readonly code?: unknown; readonly statusCode?: unknown };

/**
 * What an operator needs of an error. Errors of clients carry their whole request, with token and content; and parsers
 * quote what they could not read. All of that stays out.
 */
const brief = (error: unknown): object => {
  if (!(error instanceof Error)) return { message: 'Something failed without saying what.' };
  const { code, statusCode } = error as Failure;
  return {
    type: error.name,
    message: messageOf(error),
    ...(typeof code === 'string' && { code }),
    ...(typeof statusCode === 'number' && { statusCode }),
    stack: framesOf(error),
    ...(error instanceof AggregateError && { errors: error.errors.map(brief) }),
    ...(error.cause === undefined ? {} : { cause: brief(error.cause) }),
  };
};

const longest = 300;

/** Of what is quoted in it nothing, and no more than its first line. */
const messageOf = ({ message }: Error): string =>
  (message.split('\n')[0] ?? '')
    .replace(/\beyJ[\w-]+\.[\w.-]+/g, '[token]')
    .replace(/\b(sig|AccountKey|client_secret|password)=[^;&\s]+/gi, '$1=[secret]')
    .replace(/(["“]).*["”]/g, '[quoted]')
    .slice(0, longest);

/** Where it happened; the lines before that are the message once more. */
const framesOf = ({ stack = '' }: Error): string =>
  stack
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .join('\n');
