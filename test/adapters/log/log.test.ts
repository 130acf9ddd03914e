import { RestError } from '@azure/data-tables';
import { createLog } from '../../../src/adapters/log/index';

const token = 'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL2FwaS5ib3RmcmFtZXdvcmsuY29tIn0.c2lnbmF0dXJl';

/** What is written when that is logged. */
const written = (details: Readonly<Record<string, unknown>>, level = 'info'): string => {
  let lines = '';
  createLog(level, () => undefined, { write: (line) => (lines += line) }).error(details, 'It failed.');
  return lines;
};
const readBack = (details: Readonly<Record<string, unknown>>) =>
  JSON.parse(written(details)) as { err: Record<string, unknown> };

test('an error is told with its kind, its message, where it happened and what caused it', () => {
  const cause = new RestError('The table does not answer', { code: 'ETIMEDOUT', statusCode: 503 });
  const { err } = readBack({ engagement: 'one', err: new Error('It could not be saved', { cause }) });
  expect(err).toMatchObject({
    type: 'Error',
    message: 'It could not be saved',
    cause: { type: 'RestError', message: 'The table does not answer', code: 'ETIMEDOUT', statusCode: 503 },
  });
  expect(err['stack']).toMatch(/^ {4}at .*log\.test\.ts/);
});

test('several errors at once are each told', () => {
  const { err } = readBack({ err: new AggregateError([new Error('one'), new Error('two')], 'both') });
  expect(err['errors']).toMatchObject([{ message: 'one' }, { message: 'two' }]);
});

const parseError = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
};

const secrets: readonly (readonly [string, string, Readonly<Record<string, unknown>>])[] = [
  ['a token in a message', 'eyJ', { err: new Error(`Refused: Bearer ${token}`) }],
  ['a key in a message', 'c2VjcmV0', { err: new Error('Cannot open AccountName=a;AccountKey=c2VjcmV0;') }],
  ['a signature in an address', 'abcdef', { err: new Error('GET https://a.example.com/t?sv=1&sig=abcdef%3D failed') }],
  ['what a parser could not read', 'salary', { err: parseError('my salary is 5') }],
  ['what stands in quotes', 'Widget', { err: new Error('Unexpected value "Widget is late" for reason') }],
  ['the lines after the first', 'salary', { err: new Error('Bad request\nbody: my salary is 5') }],
  ['what was thrown and is no error', 'salary', { err: 'my salary is 5' }],
  [
    'the request of an error',
    'salary',
    { err: Object.assign(new Error('x'), { request: { body: 'my salary is 5' } }) },
  ],
  [
    'an answer of an error',
    'salary',
    { err: Object.assign(new Error('x'), { details: { message: 'my salary is 5' } }) },
  ],
  ['a code that is no code', 'salary', { err: Object.assign(new Error('x'), { code: { text: 'my salary is 5' } }) }],
  ['a header by its name', 'eyJ', { authorization: `Bearer ${token}` }],
  ['a header further down', 'eyJ', { asked: { authorization: `Bearer ${token}` } }],
  ['a text by its name', 'salary', { text: 'my salary is 5' }],
  ['a name by its name', 'Schmidt', { from: { name: 'Anna Schmidt' } }],
];

test.each(secrets)('%s is left out', (_, inIt, details) => {
  expect(written(details, 'trace')).not.toContain(inIt);
});
