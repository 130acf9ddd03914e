import fc from 'fast-check';
import { readAction } from '../../../src/adapters/teams/action';
import { pressOf, pressOfWish } from '../../../src/adapters/teams/view/press';
import type { Request, Wish } from '../../../src/application/request';

const engagementId = 'e-1';
const unreadable: Request = { type: 'unreadable' };
const act = (...wishes: readonly Wish[]): Request => ({ type: 'act', wishes });
const requestOf = (verb: unknown, data?: unknown): Request => readAction(verb, data).request;

describe('every verb is read', () => {
  test.each<[verb: string, inputs: object, request: Request]>([
    ['engagement.show', {}, { type: 'show', what: 'overview' }],
    ['mine.show', {}, { type: 'show', what: 'mine' }],
    ['help.show', {}, { type: 'show', what: 'help' }],
    ['item.show', { itemId: 'A3' }, { type: 'show', what: 'item', item: 'A3' }],
    ['phase.show', { phase: 'general' }, { type: 'show', what: 'section', section: 'general', which: 'all' }],
    ['phase.show', { phase: 'enable' }, { type: 'show', what: 'section', section: 'enable', which: 'all' }],
    ['form.show', { form: 'engagement.start' }, { type: 'show', what: 'startForm', filled: {} }],
    [
      'form.show',
      { form: 'item.assign', itemId: 'A3' },
      { type: 'show', what: 'form', form: 'item.assign', item: 'A3', filled: {} },
    ],
    [
      'form.show',
      { form: 'item.defer', itemId: 'A3', until: '2026-12-04', reason: 'later' },
      { type: 'show', what: 'form', form: 'item.defer', item: 'A3', filled: { until: '2026-12-04', reason: 'later' } },
    ],
    ['phase.acknowledge', { phase: 'assess' }, act({ type: 'AcknowledgePhase', phase: 'assess' })],
    ['item.acknowledge', { itemId: 'A3' }, act({ type: 'AcknowledgeItem', item: 'A3' })],
    ['item.take', { itemId: 'A3' }, act({ type: 'TakeItem', item: 'A3' })],
    ['item.take', { itemId: 'A3', dueOn: '2026-12-04' }, act({ type: 'TakeItem', item: 'A3', dueOn: '2026-12-04' })],
    ['item.assign', { itemId: 'A3', assignee: 'p' }, act({ type: 'AssignItem', item: 'A3', assignee: 'p' })],
    [
      'item.assign',
      { itemId: 'A3', assignee: 'p', dueOn: '2026-12-04' },
      act({ type: 'AssignItem', item: 'A3', assignee: 'p', dueOn: '2026-12-04' }),
    ],
    ['item.complete', { itemId: 'A3' }, act({ type: 'CompleteItem', item: 'A3' })],
    ['item.complete', { itemId: 'A3', note: ' done ' }, act({ type: 'CompleteItem', item: 'A3', note: 'done' })],
    [
      'item.defer',
      { itemId: 'A3', until: ' 2026-12-04 ', reason: 'later' },
      act({ type: 'DeferItem', item: 'A3', until: '2026-12-04', reason: 'later' }),
    ],
    ['item.exclude', { itemId: 'A3', reason: 'no VPN' }, act({ type: 'ExcludeItem', item: 'A3', reason: 'no VPN' })],
    ['item.block', { itemId: 'A3', reason: 'vendor' }, act({ type: 'BlockItem', item: 'A3', reason: 'vendor' })],
    ['item.unblock', { itemId: 'A3' }, act({ type: 'UnblockItem', item: 'A3' })],
    ['item.reopen', { itemId: 'A3' }, act({ type: 'ReopenItem', item: 'A3' })],
    ['item.reopen', { itemId: 'A3', reason: 'again' }, act({ type: 'ReopenItem', item: 'A3', reason: 'again' })],
  ])('%s with %j', (verb, inputs, request) => {
    expect(readAction(verb, { engagementId, ...inputs })).toEqual({ request, engagementId });
    expect(readAction(verb, inputs)).toEqual({ request });
  });

  test('engagement.start, with nothing and with everything agreed', () => {
    const everything = {
      customer: 'Contoso',
      language: 'de',
      timeZone: 'Europe/Berlin',
      lead: 'p1',
      specialist: 'p2',
      every: 'twoWeeks',
      time: '10:00',
    } as const;
    expect(requestOf('engagement.start', { customer: 'Contoso' })).toEqual({
      type: 'start',
      answers: { customer: 'Contoso' },
    });
    expect(requestOf('engagement.start', { ...everything, weekday: '2' })).toEqual({
      type: 'start',
      answers: { ...everything, weekday: 2 },
    });
  });

  const wishes: { readonly [Type in Wish['type']]: Extract<Wish, { type: Type }> } = {
    AcknowledgeItem: { type: 'AcknowledgeItem', item: 'A3' },
    TakeItem: { type: 'TakeItem', item: 'A3', dueOn: '2026-12-04' },
    AssignItem: { type: 'AssignItem', item: 'A3', assignee: 'p', dueOn: '2026-12-04' },
    CompleteItem: { type: 'CompleteItem', item: 'A3', note: 'done' },
    DeferItem: { type: 'DeferItem', item: 'A3', until: '2026-12-04', reason: 'later' },
    ExcludeItem: { type: 'ExcludeItem', item: 'A3', reason: 'no VPN' },
    BlockItem: { type: 'BlockItem', item: 'A3', reason: 'vendor' },
    UnblockItem: { type: 'UnblockItem', item: 'A3' },
    ReopenItem: { type: 'ReopenItem', item: 'A3', reason: 'again' },
    AcknowledgePhase: { type: 'AcknowledgePhase', phase: 'general' },
  };

  test.each(Object.values(wishes))('a press that stands for $type is read as the same', (wish) => {
    const { verb, data } = pressOfWish(wish, engagementId);
    expect(readAction(verb, data)).toEqual({ request: act(wish), engagementId });
  });

  test('a press that opens a form with what is known is read as the same', () => {
    const filled = { assignee: 'p', dueOn: '2026-12-04', until: '2026-12-05', reason: 'later' };
    const request: Request = { type: 'show', what: 'form', form: 'item.defer', item: 'A3', filled };
    const { verb, data } = pressOf(request, 'A3', engagementId);
    expect(requestOf(verb, data)).toEqual(request);
  });
});

describe('several items', () => {
  test.each([
    ['separated by commas', { itemIds: 'A3,A4,G25' }, ['A3', 'A4', 'G25']],
    ['with spaces and in small letters', { itemIds: ' a3 , g25 ' }, ['A3', 'G25']],
    ['of which there is one', { itemIds: 'A3' }, ['A3']],
    ['beside an empty input', { itemIds: 'A3,A4', itemId: '' }, ['A3', 'A4']],
    ['none of which is named, beside one that is', { itemIds: ' ', itemId: 'A3' }, ['A3']],
  ])('%s', (_, inputs, codes) => {
    expect(requestOf('item.acknowledge', inputs)).toEqual(
      act(...codes.map((item): Wish => ({ type: 'AcknowledgeItem', item }))),
    );
  });

  test.each([
    ['none at all', {}],
    ['nothing but commas', { itemIds: ',,' }],
    ['one that is no code', { itemIds: 'A3,A4;drop' }],
    ['more than fifty', { itemIds: Array.from({ length: 51 }, () => 'A3').join(',') }],
    ['a list instead of a text', { itemIds: ['A3', 'A4'] }],
  ])('are unreadable: %s', (_, inputs) => {
    expect(requestOf('item.acknowledge', inputs)).toEqual(unreadable);
  });
});

describe('an input left empty counts as not given', () => {
  test.each<[string, object, Request]>([
    ['item.take', { dueOn: '' }, act({ type: 'TakeItem', item: 'A3' })],
    ['item.assign', { assignee: 'p', dueOn: ' ' }, act({ type: 'AssignItem', item: 'A3', assignee: 'p' })],
    ['item.complete', { note: '  ' }, act({ type: 'CompleteItem', item: 'A3' })],
    ['item.reopen', { reason: '' }, act({ type: 'ReopenItem', item: 'A3' })],
    [
      'form.show',
      { form: 'item.defer', until: '', reason: '', dueOn: '', assignee: '' },
      { type: 'show', what: 'form', form: 'item.defer', item: 'A3', filled: {} },
    ],
  ])('%s with %j', (verb, inputs, request) => {
    expect(readAction(verb, { engagementId: '', itemId: 'A3', ...inputs })).toEqual({ request });
  });

  test('in the form that starts an onboarding', () => {
    const empty = { language: '', timeZone: '', lead: '', specialist: '', every: '', weekday: '', time: '' };
    expect(requestOf('engagement.start', { customer: 'Contoso', ...empty })).toEqual({
      type: 'start',
      answers: { customer: 'Contoso' },
    });
  });

  // What is missing is asked for in words, which a press that cannot be read would not be.
  test.each<[string, Request]>([
    ['item.defer', act({ type: 'DeferItem', item: 'A3', until: '', reason: '' })],
    ['item.exclude', act({ type: 'ExcludeItem', item: 'A3', reason: '' })],
    ['item.block', act({ type: 'BlockItem', item: 'A3', reason: '' })],
    ['item.assign', act({ type: 'AssignItem', item: 'A3', assignee: '' })],
  ])('%s without what it needs is still read', (verb, request) => {
    expect(requestOf(verb, { itemId: 'A3' })).toEqual(request);
  });
});

describe('what no card of ours sends is unreadable', () => {
  test.each<[unknown]>(
    [
      'item.destroy',
      '',
      ' item.show',
      'ITEM.SHOW',
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      undefined,
      null,
      5,
      true,
      {},
      ['item.show'],
      { toString: 'item.show' },
      'x'.repeat(1_000_000),
    ].map((verb) => [verb]),
  )('the verb %j', (verb) => {
    expect(readAction(verb, { engagementId, itemId: 'A3', phase: 'assess' }).request).toEqual(unreadable);
  });

  test.each<[string, object]>([
    ['item.show', {}],
    ['item.show', { itemId: '' }],
    ['item.show', { itemId: 'constructor' }],
    ['item.show', { itemId: 'A3; drop' }],
    ['item.show', { itemId: 'A1234' }],
    ['item.show', { itemId: 3 }],
    ['item.show', { itemId: ['A3'] }],
    ['item.show', { itemId: { toString: 'A3' } }],
    ['phase.show', { phase: '__proto__' }],
    ['phase.show', { phase: 'Assess' }],
    ['phase.show', {}],
    ['phase.acknowledge', { phase: 2 }],
    ['form.show', { form: 'item.complete', itemId: 'A3' }],
    ['form.show', { form: 'constructor', itemId: 'A3' }],
    ['form.show', { form: 'item.defer' }],
    ['form.show', { form: 'item.defer', itemId: 'A3', reason: 'x'.repeat(4_001) }],
    ['form.show', { form: 'item.assign', itemId: 'A3', assignee: 'x'.repeat(201) }],
    ['item.complete', { itemId: 'A3', note: { text: 'done' } }],
    ['item.complete', { itemId: 'A3', note: null }],
    ['item.complete', { itemId: 'A3', note: 'x'.repeat(100_000) }],
    ['item.block', { itemId: 'A3', reason: 7 }],
    ['item.block', { itemId: 'A3', reason: 'x'.repeat(100_000) }],
    ['item.defer', { itemId: 'A3', until: 20261204, reason: 'later' }],
    ['item.assign', { itemId: 'A3', assignee: ['p'] }],
    ['item.take', { itemId: 'A3', dueOn: 'x'.repeat(201) }],
    ['engagement.start', { customer: ['Contoso'] }],
    ['engagement.start', { customer: 'x'.repeat(100_000) }],
    ['engagement.start', { customer: 'Contoso', language: 'fr' }],
    ['engagement.start', { customer: 'Contoso', timeZone: 'Europe/Bonn' }],
    ['engagement.start', { customer: 'Contoso', every: 'day' }],
    ['engagement.start', { customer: 'Contoso', weekday: '8' }],
    ['engagement.start', { customer: 'Contoso', weekday: '1.5' }],
    ['engagement.start', { customer: 'Contoso', weekday: true }],
    ['engagement.start', { customer: 'Contoso', weekday: ['3'] }],
    ['engagement.start', { customer: 'Contoso', time: '24:00' }],
    ['engagement.start', { customer: 'Contoso', time: '9 am' }],
    ['engagement.start', { customer: 'Contoso', lead: { id: 'p1' } }],
  ])('%s with %j', (verb, inputs) => {
    expect(readAction(verb, { engagementId, ...inputs }).request).toEqual(unreadable);
  });

  test.each([5, 'A3', true, ['A3'], [], [{ itemId: 'A3' }]])('data that is %j', (data) => {
    expect(readAction('help.show', data).request).toEqual(unreadable);
  });

  test.each([5, null, {}, ['e-1'], 'x'.repeat(201)])('an engagement named %j', (forged) => {
    expect(readAction('item.complete', { engagementId: forged, itemId: 'A3' })).toEqual({ request: unreadable });
  });
});

test('no data at all is fine for a verb that needs none', () => {
  expect(readAction('help.show', undefined)).toEqual({ request: { type: 'show', what: 'help' } });
  expect(readAction('help.show', null)).toEqual({ request: { type: 'show', what: 'help' } });
});

test('what else stands in the data goes no further', () => {
  const data: unknown = JSON.parse(
    '{"itemId":"A3","verb":"x","by":"p1","__proto__":{"note":"forged"},"constructor":1}',
  );
  expect(requestOf('item.complete', data)).toEqual(act({ type: 'CompleteItem', item: 'A3' }));
  expect(({} as { note?: string }).note).toBeUndefined();
});

const verbs = fc.constantFrom(
  ...['engagement.start', 'engagement.show', 'mine.show', 'help.show', 'item.show', 'phase.show', 'form.show'],
  ...['phase.acknowledge', 'item.acknowledge', 'item.take', 'item.assign', 'item.complete', 'item.defer'],
  ...['item.exclude', 'item.block', 'item.unblock', 'item.reopen', '__proto__', 'constructor', 'valueOf'],
);
const names = fc.constantFrom(
  ...['engagementId', 'itemId', 'itemIds', 'phase', 'form', 'customer', 'language', 'timeZone', 'lead', 'specialist'],
  ...[
    'every',
    'weekday',
    'time',
    'dueOn',
    'assignee',
    'until',
    'reason',
    'note',
    '__proto__',
    'constructor',
    'toString',
  ],
);
const values = fc.oneof(
  fc.constantFrom('A3', 'a3,A4', '', ' ', 'general', 'item.defer', 'engagement.start', '2026-12-04', '10:00', '7'),
  fc.jsonValue(),
);

test('a press made up of anything is never an error, and asks for one thing or none', () => {
  const types = new Set<string>();
  fc.assert(
    fc.property(
      fc.oneof({ weight: 4, arbitrary: verbs }, { weight: 1, arbitrary: fc.jsonValue() }),
      fc.oneof(fc.dictionary(names, values), fc.jsonValue()),
      (verb, data) => {
        const { request, engagementId: claimed } = readAction(verb, data);
        types.add(request.type);
        expect(request.type).toMatch(/^(?:start|act|show|unreadable)$/);
        expect(typeof claimed).toMatch(/^(?:string|undefined)$/);
        expect(JSON.stringify(request).length).toBeLessThan(20_000);
      },
    ),
    { numRuns: 3_000 },
  );
  expect(types).toEqual(new Set(['start', 'act', 'show', 'unreadable']));
});
