import { type Errand, NothingSentError, outcomeOf, reasonOf } from '../../../../src/adapters/teams/outcome';
import type { Sent } from '../../../../src/application/ports';

const now = Date.parse('2026-11-30T09:00:00.000Z');
/** Where Teams does not say when to come again. */
const backOff = 17;
const later = (seconds = backOff): Sent => ({ outcome: 'later', seconds });
const [gone, shut, refused, unknown, sent]: readonly Sent[] = (
  ['gone', 'shut', 'refused', 'unknown', 'sent'] as const
).map((outcome) => ({ outcome }));

/** As the SDK gives it. */
const failure = (statusCode: number, more: { code?: string; details?: unknown; again?: string } = {}) => {
  const { again, ...rest } = more;
  const headers = { get: (name: string) => (name === 'retry-after' ? again : undefined) };
  return Object.assign(new Error('no'), { statusCode, response: { headers } }, rest);
};
const fault = (code: string) => Object.assign(new Error(code), { code });
const saying = (text: string) => ({ errorCode: 209, message: text });
const blocked = '{\r\n  "subCode": "MessageWritesBlocked",\r\n  "details": null,\r\n  "errorCode": null\r\n}';

const of = (error: unknown) =>
  Object.fromEntries(
    (['create', 'update', 'remove'] as const).map((errand: Errand) => [
      errand,
      outcomeOf(error, errand, now, () => backOff),
    ]),
  );

type Row = readonly [what: string, error: unknown, create: Sent, update: Sent, remove: Sent];
const same = (what: string, error: unknown, outcome: Sent): Row => [what, error, outcome, outcome, outcome];

const table: readonly Row[] = [
  ['404', failure(404), gone!, gone!, sent!],
  ['404 for a conversation', failure(404, { code: 'ConversationNotFound' }), gone!, gone!, sent!],
  ...[
    'BotNotInConversationRoster',
    'ConversationBlockedByUser',
    'MessageWritesBlocked',
    'BotDisabledByAdmin',
    'ForbiddenOperationException',
  ].map((code) => same(`403 ${code}`, failure(403, { code }), shut!)),
  ...['NotEnoughPermissions', 'InvalidBotApiHost', 'ServiceError', 'SomethingNew'].map((code) =>
    same(`403 ${code}`, failure(403, { code }), later(600)),
  ),
  same('403 without a reason', failure(403), later(600)),
  same(
    '403 of trouble that says inside that the conversation is closed',
    failure(403, { code: 'ServiceError', details: saying(blocked) }),
    shut!,
  ),
  same('400 that says the conversation is closed', failure(400, { code: 'ConversationBlockedByUser' }), shut!),
  same('400 that says so inside', failure(400, { details: saying(blocked) }), shut!),
  same('400', failure(400, { code: 'BadArgument' }), refused!),
  same('413', failure(413, { code: 'MessageSizeTooBig' }), refused!),
  ...[402, 405, 409, 410, 415, 422, 451].map((status) => same(String(status), failure(status), refused!)),
  same('401', failure(401, { code: 'BotNotRegistered' }), later(600)),
  ['408', failure(408), unknown!, later(), later()],
  same('412', failure(412), later()),
  same('412 that says when', failure(412, { again: '3' }), later(3)),
  same('429', failure(429), later()),
  same('429 that says when', failure(429, { again: '7' }), later(7)),
  same('429 that says when, not in whole seconds', failure(429, { again: '1.2' }), later(2)),
  same('429 that names a date', failure(429, { again: 'Mon, 30 Nov 2026 09:01:30 GMT' }), later(90)),
  same('429 that names a date gone by', failure(429, { again: 'Mon, 30 Nov 2026 08:59:00 GMT' }), later()),
  same('429 that names a day far away', failure(429, { again: 'Mon, 30 Nov 2099 09:00:00 GMT' }), later(3_600)),
  same('429 that asks for no time at all', failure(429, { again: '0' }), later()),
  same('429 that asks for an endless time', failure(429, { again: '9'.repeat(400) }), later(3_600)),
  same('429 that says what nobody understands', failure(429, { again: 'soon' }), later()),
  ...[500, 501, 502, 503, 504, 599].map(
    (status): Row => [String(status), failure(status, { again: '7' }), unknown!, later(), later()],
  ),
  ...['ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'REQUEST_SEND_ERROR'].map(
    (code): Row => [code, fault(code), unknown!, later(), later()],
  ),
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].map((code) => same(code, fault(code), later())),
  same('a request that never left', new NothingSentError('no token'), later()),
  ['silence', Object.assign(new Error('aborted'), { name: 'AbortError' }), unknown!, later(), later()],
  ['nothing at all', undefined, unknown!, later(), later()],
];

test.each(table)('what %s means', (_, error, create, update, remove) => {
  expect(of(error)).toEqual({ create, update, remove });
});

test.each<readonly [string, unknown, string | undefined]>([
  ['the SDK', failure(403, { code: 'BotNotInConversationRoster' }), 'BotNotInConversationRoster'],
  ['the error in the body', failure(403, { details: { error: { code: 'BotDisabledByAdmin' } } }), 'BotDisabledByAdmin'],
  ['the body', failure(403, { details: { subCode: 'MessageWritesBlocked' } }), 'MessageWritesBlocked'],
  ['text inside the body', failure(403, { details: saying(blocked) }), 'MessageWritesBlocked'],
  ['whoever is first', failure(403, { code: 'One', details: { error: { code: 'Another' } } }), 'One'],
  ['whoever says it is closed', failure(403, { code: 'One', details: saying(blocked) }), 'MessageWritesBlocked'],
  ['nobody', failure(403, { details: saying('Forbidden') }), undefined],
  ['nobody, in a body of text', failure(403, { details: 'Forbidden' }), undefined],
  ['nobody, in JSON that is no object', failure(403, { details: saying('null') }), undefined],
  ['nobody, and there is no error', undefined, undefined],
])('the reason is the one named by %s', (_, error, reason) => {
  expect(reasonOf(error)).toBe(reason);
});
