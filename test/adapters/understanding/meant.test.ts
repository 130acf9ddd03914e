import { type Meant, meantBy } from '../../../src/adapters/understanding/meant';
import { conditions, type Request } from '../../../src/application/request';
import type { Section } from '../../../src/engagement/index';
import {
  act,
  anna,
  askedOf,
  ben,
  choice,
  confirmationsOf,
  done,
  doneWith,
  form,
  formOf,
  given,
  history,
  mehmet,
  otherForm,
  section,
  show,
  showItem,
  showWhich,
  unclear,
} from './hearing';

const nameOf = (id: string): string =>
  id === anna.id ? 'me' : ([ben, mehmet].find((person) => person.id === id)?.name ?? id);
const meant = (request: Request, beside?: Section): Meant =>
  meantBy({ request, language: 'en', told: true, ...(beside && { section: beside }) }, nameOf);
const english = { language: 'en' } as const;
const command = { kind: 'command', ...english };
const question = { kind: 'question', ...english };
const incomplete = { kind: 'incomplete', ...english };

describe('a command', () => {
  const rows: readonly (readonly [Request, object])[] = [
    [
      doneWith('A3', 'minutes are in SharePoint'),
      { verb: 'item.complete', items: ['A3'], note: 'minutes are in SharePoint' },
    ],
    [
      given('A3', ben.id, '2026-12-04'),
      { verb: 'item.assign', items: ['A3'], person: 'Ben Carter', date: '2026-12-04' },
    ],
    [act({ type: 'ScheduleItem', item: 'A3' }), { verb: 'item.schedule', items: ['A3'] }],
    [
      act({ type: 'DeferItem', item: 'A3', until: '2027-01-18', reason: 'change freeze' }),
      { verb: 'item.defer', items: ['A3'], date: '2027-01-18', reason: 'change freeze' },
    ],
    [
      act({
        type: 'AddItems',
        phase: 'remediate',
        lines: [{ title: 'Replace root CA', owner: ben.id, dueOn: '2027-01-15' }, { title: 'Replace the proxy' }],
      }),
      { verb: 'item.add', phase: 'remediate', title: 'Replace root CA', person: 'Ben Carter', date: '2027-01-15' },
    ],
    [
      { type: 'add', phase: 'remediate', text: 'Replace root CA\nReplace the proxy' },
      { verb: 'item.add', phase: 'remediate', title: 'Replace root CA' },
    ],
    [act({ type: 'ConfirmResults' }), { verb: 'phase.confirm' }],
    [
      act({ type: 'RecordConfirmation', name: 'Ben Carter', on: '2026-11-27' }),
      { verb: 'phase.confirm', person: 'Ben Carter', date: '2026-11-27' },
    ],
    [act({ type: 'ReturnToPhase', phase: 'assess' }), { verb: 'phase.return', phase: 'assess' }],
    [act({ type: 'SetRole', assignee: anna.id, role: 'lead' }), { verb: 'role.set', person: 'me', role: 'lead' }],
    [
      { type: 'confirm', wish: { type: 'HandOver', person: mehmet.id, assignee: ben.id } },
      { verb: 'person.handOver', person: 'Ben Carter' },
    ],
    [
      act({ type: 'SetAway', person: mehmet.id, until: '2026-12-04' }),
      { verb: 'person.away', person: 'Mehmet Yılmaz', date: '2026-12-04' },
    ],
    [
      { type: 'start', answers: { customer: 'Contoso', language: 'en' } },
      { verb: 'engagement.start', customer: 'Contoso' },
    ],
    [
      { type: 'start', answers: { customer: 'Contoso', language: 'de' } },
      { verb: 'engagement.start', customer: 'Contoso', newLanguage: 'de' },
    ],
    [act({ type: 'ConfigureEngagement', language: 'en' }), { verb: 'engagement.configure', newLanguage: 'en' }],
    [
      act({ type: 'ConfigureEngagement', timeZone: 'Europe/Vienna' }),
      { verb: 'engagement.configure', timeZone: 'Europe/Vienna' },
    ],
    [{ type: 'confirm', wish: { type: 'FinishEngagement' } }, { verb: 'engagement.finish' }],
    [
      act({
        type: 'SetCheckpoint',
        every: 'week',
        weekday: 2,
        time: '10:00',
        remind: 'atStart',
        mention: 'private',
        from: '2026-12-08',
      }),
      { verb: 'checkpoint.set', every: 'week', weekday: 2, time: '10:00', remind: 'atStart' },
    ],
    [act({ type: 'SkipCheckpoint', day: '2026-12-08' }), { verb: 'checkpoint.skip' }],
    [act({ type: 'Undo' }), { verb: 'undo' }],
  ];

  test.each(rows)('%j is told as its button is called, with what it says', (request, wanted) => {
    expect(meant(request)).toStrictEqual({ ...command, ...wanted });
  });

  test('names each item once, in the order of the catalogue', () => {
    const items = ['E2', 'A10', 'R1', 'A2', 'G14', 'A2', 'I1'];
    const { items: told } = meant(done(...items));
    expect(told).toEqual(['G14', 'I1', 'A2', 'A10', 'R1', 'E2']);
  });

  test('names the phase that was named beside its codes', () => {
    expect(meant(done('A6'), 'assess')).toMatchObject({ phase: 'assess' });
  });
});

describe('a question', () => {
  const rows: readonly (readonly [Request, object])[] = [
    [show('overview'), { about: 'status' }],
    [show('text'), { about: 'status' }],
    [show('left'), { about: 'open' }],
    [show('mine'), { about: 'mine' }],
    [show('help'), { about: 'help' }],
    [section('assess'), { about: 'status', phase: 'assess' }],
    [section('assess', 'open'), { about: 'open', phase: 'assess' }],
    [showItem('A3'), { about: 'detail', items: ['A3'] }],
    [askedOf('A3', 'owner'), { about: 'owner', items: ['A3'] }],
    [askedOf('A3', 'due'), { about: 'due', items: ['A3'] }],
    [show('checkpoints'), { about: 'checkpoint' }],
    [show('next'), { about: 'next' }],
    [show('gate'), { about: 'gate' }],
    [confirmationsOf('remediate'), { about: 'confirmations', phase: 'remediate' }],
    [history(), { about: 'history' }],
    [history({ item: 'A3', did: 'deferred' }), { about: 'history', items: ['A3'] }],
    [
      history({ person: anna.id, since: '2026-11-23', until: '2026-11-29' }),
      { about: 'history', person: 'me', from: '2026-11-23', to: '2026-11-29' },
    ],
    [showWhich({ which: 'open', person: anna.id, section: 'assess' }), { about: 'mine', phase: 'assess' }],
    [showWhich({ which: 'overdue', person: anna.id }), { about: 'overdue', person: 'me' }],
    [showWhich({ which: 'open', person: ben.id }), { about: 'open', person: 'Ben Carter' }],
    [
      showWhich({ which: 'due', from: '2026-11-30', to: '2026-12-06', page: 2 }),
      { about: 'due', from: '2026-11-30', to: '2026-12-06' },
    ],
    ...conditions.map((which) => [showWhich({ which }), { about: which }] as const),
  ];

  test.each(rows)('%j is told with what it is about', (request, wanted) => {
    expect(meant(request)).toStrictEqual({ ...question, ...wanted });
  });
});

describe('what is asked back', () => {
  const rows: readonly (readonly [Request, object])[] = [
    [form('item.defer', 'A3'), { verb: 'item.defer', items: ['A3'], missing: ['until', 'reason'] }],
    [
      form('item.defer', 'A3', { until: '2026-12-04' }),
      { verb: 'item.defer', items: ['A3'], date: '2026-12-04', missing: ['reason'] },
    ],
    [
      formOf('item.defer', ['A5', 'A1'], { reason: 'holidays' }),
      { verb: 'item.defer', items: ['A1', 'A5'], reason: 'holidays', missing: ['until'] },
    ],
    [
      form('item.assign', 'A3', { dueOn: '2026-12-04' }),
      { verb: 'item.assign', items: ['A3'], date: '2026-12-04', missing: ['assignee'] },
    ],
    [
      { type: 'move', item: 'A3', day: '2026-12-07' },
      { verb: 'item.defer', items: ['A3'], date: '2026-12-07', missing: ['reason'] },
    ],
    [
      { type: 'whichItem', verb: 'item.complete', filled: {} },
      { verb: 'item.complete', missing: ['itemId'] },
    ],
    [
      { type: 'whichItem', verb: 'item.defer', filled: { until: '2026-12-04' } },
      { verb: 'item.defer', date: '2026-12-04', missing: ['itemId', 'reason'] },
    ],
    [
      { type: 'whichItem', verb: 'item.assign', filled: { assignee: ben.id } },
      { verb: 'item.assign', person: 'Ben Carter', missing: ['itemId'] },
    ],
    [
      otherForm('item.add', { lines: 'order the laptops\norder the mice' }),
      { verb: 'item.add', title: 'order the laptops', missing: ['phase'] },
    ],
    [otherForm('item.add', {}, { phase: 'enable' }), { verb: 'item.add', phase: 'enable', missing: ['lines'] }],
    [
      otherForm('phase.advance', {}, { phase: 'assess' }),
      { verb: 'phase.advance', phase: 'assess', missing: ['reason'] },
    ],
    [
      otherForm('phase.confirm', { name: 'Ben Carter' }),
      { verb: 'phase.confirm', person: 'Ben Carter', missing: ['on'] },
    ],
    [otherForm('person.away', { person: ben.id }), { verb: 'person.away', person: 'Ben Carter', missing: ['until'] }],
    [otherForm('engagement.pause'), { verb: 'engagement.pause' }],
    [otherForm('engagement.configure'), { verb: 'engagement.configure' }],
    [
      { type: 'show', what: 'startForm', filled: {} },
      { verb: 'engagement.start', missing: ['customer'] },
    ],
    [
      { type: 'show', what: 'startForm', filled: { customer: 'contoso' } },
      { verb: 'engagement.start', customer: 'contoso' },
    ],
  ];

  test.each(rows)('%j is told with what is missing, under the names of its inputs', (request, wanted) => {
    expect(meant(request)).toStrictEqual({ ...incomplete, ...wanted });
  });

  test('between several items is ambiguous, whatever else is missing', () => {
    const options = choice(['E1', 'A2'], (code) => form('item.defer', code, { until: '2026-12-04' }));
    expect(meant(options)).toStrictEqual({
      kind: 'ambiguous',
      ...english,
      verb: 'item.defer',
      items: ['A2', 'E1'],
      date: '2026-12-04',
    });
  });

  test('between several items tells only what is said of all of them', () => {
    const options: Request = {
      type: 'choose',
      options: [
        { item: 'A3', request: act({ type: 'BlockItem', item: 'A3', reason: 'firewall' }) },
        { item: 'E3', request: form('item.block', 'E3') },
      ],
    };
    expect(meant(options, 'assess')).toStrictEqual({
      kind: 'ambiguous',
      ...english,
      verb: 'item.block',
      phase: 'assess',
      items: ['A3', 'E3'],
    });
  });
});

describe('what is nothing to do', () => {
  test.each<Request>([{ type: 'greeting' }, { type: 'declined' }])('%j is small talk', (request) => {
    expect(meant(request)).toStrictEqual({ kind: 'smalltalk', ...english });
  });

  test.each<Request>([{ type: 'empty' }, { type: 'unreadable' }, unclear([], { unknownCode: 'A99' })])(
    '%j is unclear',
    (request) => {
      expect(meant(request)).toStrictEqual({ kind: 'unclear', ...english });
    },
  );

  test('is told with what was understood of it', () => {
    expect(meant(unclear(['E2', 'A3'], { day: '2026-12-04' }), 'assess')).toStrictEqual({
      kind: 'unclear',
      ...english,
      items: ['A3', 'E2'],
      date: '2026-12-04',
    });
  });
});
