import fc from 'fast-check';
import { readAction } from '../../../src/adapters/teams/action';
import { pressOf, pressOfWish } from '../../../src/adapters/teams/view/press';
import { type Grave, itemForms, otherForms, type Request, type Wish } from '../../../src/application/request';

const engagementId = 'e-1';
const unreadable: Request = { type: 'unreadable' };
const act = (...wishes: readonly Wish[]): Request => ({ type: 'act', wishes });
const requestOf = (verb: unknown, data?: unknown): Request => readAction(verb, data).request;

const day = '2026-12-04';

/** One of each kind; two kinds may share a shape. */
type WishOf<Type> =
  Extract<Wish, { type: Type }> extends never
    ? Extract<Wish, { type: 'ConfirmResults' | 'WithdrawConfirmation' }> & { type: Type }
    : Extract<Wish, { type: Type }>;

describe('every verb is read', () => {
  test.each<[verb: string, inputs: object, request: Request]>([
    ['engagement.show', {}, { type: 'show', what: 'overview' }],
    ['mine.show', {}, { type: 'show', what: 'mine' }],
    ['checkpoint.show', {}, { type: 'show', what: 'checkpoints' }],
    ['help.show', {}, { type: 'show', what: 'help' }],
    ['item.show', { itemId: 'A3' }, { type: 'show', what: 'item', item: 'A3' }],
    ['item.show', { itemId: ' r12 ' }, { type: 'show', what: 'item', item: 'R12' }],
    ['phase.show', { phase: 'general' }, { type: 'show', what: 'section', section: 'general', which: 'all' }],
    ['phase.show', { phase: 'enable' }, { type: 'show', what: 'section', section: 'enable', which: 'all' }],
    [
      'phase.show',
      { phase: 'general', page: '2' },
      { type: 'show', what: 'section', section: 'general', which: 'all', page: 2 },
    ],
    [
      'phase.show',
      { phase: 'general', page: 1 },
      { type: 'show', what: 'section', section: 'general', which: 'all', page: 1 },
    ],

    ['phase.acknowledge', { phase: 'assess' }, act({ type: 'AcknowledgePhase', phase: 'assess' })],
    ['phase.acknowledge', { phase: 'general' }, act({ type: 'AcknowledgePhase', phase: 'general' })],
    ['item.acknowledge', { itemId: 'A3' }, act({ type: 'AcknowledgeItem', item: 'A3' })],
    ['item.take', { itemId: 'A3' }, act({ type: 'TakeItem', item: 'A3' })],
    ['item.take', { itemId: 'A3', dueOn: day }, act({ type: 'TakeItem', item: 'A3', dueOn: day })],
    ['item.assign', { itemId: 'A3', assignee: 'p' }, act({ type: 'AssignItem', item: 'A3', assignee: 'p' })],
    ['item.assign', { itemId: 'A3', assignee: ' p , q' }, act({ type: 'AssignItem', item: 'A3', assignee: 'p' })],
    [
      'item.assign',
      { itemId: 'A3', assignee: 'p', dueOn: day },
      act({ type: 'AssignItem', item: 'A3', assignee: 'p', dueOn: day }),
    ],
    ['item.release', { itemId: 'A3' }, act({ type: 'ReleaseItem', item: 'A3' })],
    ['item.schedule', { itemId: 'A3' }, act({ type: 'ScheduleItem', item: 'A3' })],
    ['item.schedule', { itemId: 'A3', dueOn: day }, act({ type: 'ScheduleItem', item: 'A3', dueOn: day })],
    ['item.complete', { itemId: 'A3' }, act({ type: 'CompleteItem', item: 'A3' })],
    ['item.complete', { itemId: 'A3', note: ' done ' }, act({ type: 'CompleteItem', item: 'A3', note: 'done' })],
    [
      'item.defer',
      { itemId: 'A3', until: ` ${day} `, reason: 'later' },
      act({ type: 'DeferItem', item: 'A3', until: day, reason: 'later' }),
    ],
    ['item.exclude', { itemId: 'A3', reason: 'no VPN' }, act({ type: 'ExcludeItem', item: 'A3', reason: 'no VPN' })],
    ['item.block', { itemId: 'A3', reason: 'vendor' }, act({ type: 'BlockItem', item: 'A3', reason: 'vendor' })],
    ['item.unblock', { itemId: 'A3' }, act({ type: 'UnblockItem', item: 'A3' })],
    ['item.reopen', { itemId: 'A3' }, act({ type: 'ReopenItem', item: 'A3' })],
    ['item.reopen', { itemId: 'A3', reason: 'again' }, act({ type: 'ReopenItem', item: 'A3', reason: 'again' })],
    ['item.note', { itemId: 'A3', note: ' seen ' }, act({ type: 'NoteItem', item: 'A3', note: 'seen' })],
    ['item.rename', { itemId: 'R3', title: 'VPN' }, act({ type: 'RenameItem', item: 'R3', title: 'VPN' })],
    ['item.remove', { itemId: 'R3' }, act({ type: 'RemoveItem', item: 'R3' })],

    ['item.add', { phase: 'remediate', lines: 'One\nTwo' }, { type: 'add', phase: 'remediate', text: 'One\nTwo' }],
    ['item.add', { phase: 'general', lines: '' }, { type: 'add', phase: 'general', text: '' }],

    ['phase.confirm', {}, act({ type: 'ConfirmResults' })],
    ['phase.confirm', { phase: 'remediate' }, act({ type: 'ConfirmResults', phase: 'remediate' })],
    ['phase.confirm', { for: 'customer', name: 'Ben', on: day }, act({ type: 'ConfirmResults' })],
    [
      'phase.confirm',
      { for: 'specialist', name: 'Ben Carter', on: day },
      act({ type: 'RecordConfirmation', name: 'Ben Carter', on: day }),
    ],
    [
      'phase.confirm',
      { phase: 'remediate', for: 'specialist', name: 'Ben Carter', on: day },
      act({ type: 'RecordConfirmation', phase: 'remediate', name: 'Ben Carter', on: day }),
    ],
    ['phase.withdraw', {}, act({ type: 'WithdrawConfirmation' })],
    ['phase.withdraw', { phase: 'remediate' }, act({ type: 'WithdrawConfirmation', phase: 'remediate' })],
    ['phase.advance', {}, act({ type: 'AdvancePhase' })],
    ['phase.advance', { phase: 'assess' }, act({ type: 'AdvancePhase', phase: 'assess' })],
    [
      'phase.advance',
      { phase: 'assess', reason: ' no time ' },
      act({ type: 'AdvancePhase', phase: 'assess', reason: 'no time' }),
    ],
    ['phase.return', {}, act({ type: 'ReturnToPhase' })],
    [
      'phase.return',
      { phase: 'assess', reason: 'new site' },
      act({ type: 'ReturnToPhase', phase: 'assess', reason: 'new site' }),
    ],

    ['role.set', { assignee: 'p', role: 'lead' }, act({ type: 'SetRole', assignee: 'p', role: 'lead' })],
    ['role.set', { assignee: 'p', role: 'specialist' }, act({ type: 'SetRole', assignee: 'p', role: 'specialist' })],
    ['role.set', { assignee: 'p', role: 'member' }, act({ type: 'SetRole', assignee: 'p', role: 'member' })],
    ['person.handOver', { person: 'p', assignee: 'q' }, act({ type: 'HandOver', person: 'p', assignee: 'q' })],
    ['person.away', {}, act({ type: 'SetAway' })],
    ['person.away', { until: day }, act({ type: 'SetAway', until: day })],
    ['person.away', { person: 'p', until: day }, act({ type: 'SetAway', person: 'p', until: day })],

    ['engagement.configure', {}, act({ type: 'ConfigureEngagement' })],
    [
      'engagement.configure',
      { customer: 'Fabrikam', language: 'de', timeZone: 'Europe/Vienna' },
      act({ type: 'ConfigureEngagement', customer: 'Fabrikam', language: 'de', timeZone: 'Europe/Vienna' }),
    ],
    ['engagement.pause', {}, act({ type: 'PauseEngagement' })],
    ['engagement.pause', { until: day }, act({ type: 'PauseEngagement', until: day })],
    ['engagement.resume', {}, act({ type: 'ResumeEngagement' })],
    ['engagement.finish', {}, act({ type: 'FinishEngagement' })],
    ['engagement.cancel', { reason: 'stopped' }, act({ type: 'CancelEngagement', reason: 'stopped' })],
    ['engagement.discard', {}, act({ type: 'DiscardEngagement' })],
    ['undo', {}, act({ type: 'Undo' })],
    ['undo', { of: 'b5d0877e07858b89' }, act({ type: 'Undo', of: 'b5d0877e07858b89' })],
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

  const wishes: { readonly [Type in Exclude<Wish['type'], 'AddItems'>]: WishOf<Type> } = {
    AcknowledgeItem: { type: 'AcknowledgeItem', item: 'A3' },
    TakeItem: { type: 'TakeItem', item: 'A3', dueOn: day },
    AssignItem: { type: 'AssignItem', item: 'A3', assignee: 'p', dueOn: day },
    ReleaseItem: { type: 'ReleaseItem', item: 'A3' },
    ScheduleItem: { type: 'ScheduleItem', item: 'A3', dueOn: day },
    CompleteItem: { type: 'CompleteItem', item: 'A3', note: 'done' },
    DeferItem: { type: 'DeferItem', item: 'A3', until: day, reason: 'later' },
    ExcludeItem: { type: 'ExcludeItem', item: 'A3', reason: 'no VPN' },
    BlockItem: { type: 'BlockItem', item: 'A3', reason: 'vendor' },
    UnblockItem: { type: 'UnblockItem', item: 'A3' },
    ReopenItem: { type: 'ReopenItem', item: 'A3', reason: 'again' },
    NoteItem: { type: 'NoteItem', item: 'A3', note: 'seen' },
    RenameItem: { type: 'RenameItem', item: 'R3', title: 'VPN' },
    RemoveItem: { type: 'RemoveItem', item: 'R3' },
    AcknowledgePhase: { type: 'AcknowledgePhase', phase: 'general' },
    ConfirmResults: { type: 'ConfirmResults', phase: 'remediate' },
    RecordConfirmation: { type: 'RecordConfirmation', phase: 'remediate', name: 'Ben Carter', on: day },
    WithdrawConfirmation: { type: 'WithdrawConfirmation', phase: 'remediate' },
    AdvancePhase: { type: 'AdvancePhase', phase: 'assess', reason: 'no time' },
    ReturnToPhase: { type: 'ReturnToPhase', phase: 'assess', reason: 'new site' },
    SetRole: { type: 'SetRole', assignee: 'p', role: 'lead' },
    HandOver: { type: 'HandOver', person: 'p', assignee: 'q' },
    SetAway: { type: 'SetAway', person: 'p', until: day },
    SetCheckpoint: {
      type: 'SetCheckpoint',
      every: 'twoWeeks',
      weekday: 2,
      time: '10:00',
      remind: 'sameDay',
      mention: 'private',
      from: day,
    },
    SkipCheckpoint: { type: 'SkipCheckpoint', day },
    SnoozeReminders: { type: 'SnoozeReminders', until: day },
    ConfigureEngagement: { type: 'ConfigureEngagement', customer: 'Fabrikam', language: 'de', timeZone: 'UTC' },
    PauseEngagement: { type: 'PauseEngagement', until: day },
    ResumeEngagement: { type: 'ResumeEngagement' },
    FinishEngagement: { type: 'FinishEngagement' },
    CancelEngagement: { type: 'CancelEngagement', reason: 'stopped' },
    DiscardEngagement: { type: 'DiscardEngagement' },
    Undo: { type: 'Undo', of: 'b5d0877e07858b89' },
  };

  test.each(Object.values(wishes))('a press that stands for $type is read as the same', (wish) => {
    const { verb, data } = pressOfWish(wish, engagementId);
    expect(readAction(verb, data)).toEqual({ request: act(wish), engagementId });
  });

  test('a press that adds lines hands on their text', () => {
    const { verb, data } = pressOfWish(
      { type: 'AddItems', phase: 'assess', lines: [{ title: 'One', dueOn: day }, { title: 'Two' }] },
      engagementId,
    );
    expect(requestOf(verb, data)).toEqual({ type: 'add', phase: 'assess', text: `One – ${day}\nTwo` });
  });

  test('a press that opens a form with what is known is read as the same', () => {
    const filled = { assignee: 'p', dueOn: day, until: '2026-12-05', reason: 'later' };
    const request: Request = { type: 'show', what: 'form', form: 'item.defer', about: { item: 'A3' }, filled };
    const { verb, data } = pressOf(request, 'A3', engagementId);
    expect(requestOf(verb, data)).toEqual(request);
  });

  test('a press that opens a form of several items is read as the same', () => {
    const filled = { until: '2026-12-05' };
    const about = { items: ['A1', 'A2', 'A5'] };
    const request: Request = { type: 'show', what: 'form', form: 'item.defer', about, filled };
    const { verb, data } = pressOf(request, 'A1', engagementId);
    expect(data).toMatchObject({ itemIds: 'A1,A2,A5' });
    expect(requestOf(verb, data)).toEqual(request);
  });

  test('a press that opens the form of the meeting with what was said is read as the same', () => {
    const filled = { every: 'twoWeeks', weekday: 2, time: '10:00', remind: 'sameDay', mention: 'private' } as const;
    const request: Request = { type: 'show', what: 'form', form: 'checkpoint.set', about: {}, filled };
    const { verb, data } = pressOf(request, 'A3', engagementId);
    expect(data).toMatchObject({ weekday: '2' });
    expect(requestOf(verb, data)).toEqual(request);
  });

  test.each<Grave>([wishes.FinishEngagement, wishes.DiscardEngagement, wishes.HandOver])(
    'a press that shows what $type would do does not do it',
    (wish) => {
      const { verb, data } = pressOf({ type: 'confirm', wish }, 'A3', engagementId);
      expect(requestOf(verb, data)).toEqual({ type: 'confirm', wish });
    },
  );
});

describe('the form of a verb is shown', () => {
  test('to start an onboarding', () => {
    expect(requestOf('form.show', { form: 'engagement.start' })).toEqual({
      type: 'show',
      what: 'startForm',
      filled: {},
    });
  });

  test.each(itemForms)('%s, of one item', (form) => {
    const shown = { type: 'show', what: 'form', form, about: { item: 'A3' }, filled: {} };
    expect(requestOf('form.show', { form, itemId: 'a3' })).toEqual(shown);
    expect(requestOf('form.show', { form, itemId: 'A3', phase: 'assess' })).toEqual(shown);
    expect(requestOf('form.show', { form })).toEqual(unreadable);
    expect(requestOf('form.show', { form, itemId: '' })).toEqual(unreadable);
  });

  const several = itemForms.filter((form) => form !== 'item.rename');

  test.each(several)('%s, of several items', (form) => {
    const shown = { type: 'show', what: 'form', form, filled: {} };
    const about = (itemIds: string) => requestOf('form.show', { form, itemIds });
    expect(about('a1, A2,A5')).toEqual({ ...shown, about: { items: ['A1', 'A2', 'A5'] } });
    expect(about('A1')).toEqual({ ...shown, about: { item: 'A1' } });
    expect(about('A1,a1')).toEqual({ ...shown, about: { item: 'A1' } });
    expect(about('A1,A2,A1')).toEqual({ ...shown, about: { items: ['A1', 'A2'] } });
    for (const odd of [',', 'A1;A2', Array.from({ length: 46 }, (_, at) => `G${at}`).join(',')])
      expect(about(odd)).toEqual(unreadable);
  });

  test('item.rename, of no more than one', () => {
    expect(requestOf('form.show', { form: 'item.rename', itemIds: 'R3,R4' })).toEqual(unreadable);
    expect(requestOf('form.show', { form: 'item.rename', itemIds: 'R3' })).toMatchObject({ about: { item: 'R3' } });
  });

  test.each(otherForms)('%s, of a phase or of none', (form) => {
    const shown = { type: 'show', what: 'form', form, filled: {} };
    expect(requestOf('form.show', { form })).toEqual({ ...shown, about: {} });
    expect(requestOf('form.show', { form, phase: '' })).toEqual({ ...shown, about: {} });
    expect(requestOf('form.show', { form, phase: 'assess' })).toEqual({ ...shown, about: { phase: 'assess' } });
    expect(requestOf('form.show', { form, phase: 'Phase 1' })).toEqual(unreadable);
  });

  test('of the general responsibilities', () => {
    expect(requestOf('form.show', { form: 'item.add', phase: 'general' })).toMatchObject({
      form: 'item.add',
      about: { phase: 'general' },
    });
  });

  test('filled with whatever is known', () => {
    const filled = {
      dueOn: day,
      assignee: 'p',
      person: 'q',
      role: 'lead',
      until: '2026-12-05',
      on: '2026-12-06',
      reason: 'later',
      note: 'seen',
      title: 'VPN',
      name: 'Ben Carter',
      customer: 'Contoso',
      language: 'de',
      timeZone: 'Europe/Berlin',
      every: 'twoWeeks',
      weekday: 2,
      time: '10:00',
      remind: 'sameDay',
      mention: 'private',
    };
    expect(requestOf('form.show', { form: 'role.set', ...filled, lines: 'One', by: 'p1' })).toEqual({
      type: 'show',
      what: 'form',
      form: 'role.set',
      about: {},
      filled,
    });
    const empty = Object.fromEntries(Object.keys(filled).map((name) => [name, '']));
    expect(requestOf('form.show', { form: 'role.set', ...empty })).toMatchObject({ filled: {} });
  });

  test('as what would be done, where it cannot be taken back', () => {
    const confirm = (inputs: object) => requestOf('form.show', inputs);
    expect(confirm({ form: 'engagement.finish' })).toEqual({ type: 'confirm', wish: { type: 'FinishEngagement' } });
    expect(confirm({ form: 'engagement.discard' })).toEqual({ type: 'confirm', wish: { type: 'DiscardEngagement' } });
    expect(confirm({ form: 'person.handOver', person: 'p', assignee: 'q' })).toEqual({
      type: 'confirm',
      wish: { type: 'HandOver', person: 'p', assignee: 'q' },
    });
  });

  test.each([
    [{}, {}],
    [{ person: 'p' }, { person: 'p' }],
    [{ assignee: 'q', person: '' }, { assignee: 'q' }],
  ])('and asks who hands over to whom before it shows that, with %j', (inputs, filled) => {
    expect(requestOf('form.show', { form: 'person.handOver', ...inputs })).toEqual({
      type: 'show',
      what: 'form',
      form: 'person.handOver',
      about: {},
      filled,
    });
  });
});

describe('until when an item is deferred', () => {
  test.each([
    ['is what was typed', { until: day }, day],
    ['is what was chosen', { when: '2026-12-07' }, '2026-12-07'],
    ['is what was typed, whatever was chosen', { until: day, when: '2026-12-07' }, day],
    ['is what was chosen, where nothing was typed', { until: ' ', when: '2026-12-07' }, '2026-12-07'],
    ['is nothing, where neither was', { until: '', when: '' }, ''],
    ['is a word, which is told to be no day', { until: 'soon', when: '2026-12-07' }, 'soon'],
  ])('%s', (_, inputs, until) => {
    expect(requestOf('item.defer', { itemId: 'A3', reason: 'later', ...inputs })).toEqual(
      act({ type: 'DeferItem', item: 'A3', until, reason: 'later' }),
    );
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
      { type: 'show', what: 'form', form: 'item.defer', about: { item: 'A3' }, filled: {} },
    ],
    ['item.schedule', { dueOn: ' ' }, act({ type: 'ScheduleItem', item: 'A3' })],
    ['phase.confirm', { phase: '', for: '', name: '', on: '' }, act({ type: 'ConfirmResults' })],
    ['phase.withdraw', { phase: '' }, act({ type: 'WithdrawConfirmation' })],
    ['phase.advance', { phase: '', reason: ' ' }, act({ type: 'AdvancePhase' })],
    ['phase.return', { phase: '', reason: '' }, act({ type: 'ReturnToPhase' })],
    ['person.away', { person: '', until: '' }, act({ type: 'SetAway' })],
    ['engagement.configure', { language: '', timeZone: '' }, act({ type: 'ConfigureEngagement' })],
    [
      'checkpoint.set',
      { every: 'off', weekday: '', time: ' ', remind: '', mention: '', from: '' },
      act({ type: 'SetCheckpoint', every: 'off' }),
    ],
    ['checkpoint.skip', { day: '' }, act({ type: 'SkipCheckpoint' })],
    ['reminder.snooze', { until: ' ' }, act({ type: 'SnoozeReminders' })],
    ['engagement.pause', { until: ' ' }, act({ type: 'PauseEngagement' })],
    ['undo', { of: '' }, act({ type: 'Undo' })],
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
    ['item.note', act({ type: 'NoteItem', item: 'A3', note: '' })],
    ['item.rename', act({ type: 'RenameItem', item: 'A3', title: '' })],
    ['person.handOver', act({ type: 'HandOver', person: '', assignee: '' })],
    ['engagement.cancel', act({ type: 'CancelEngagement', reason: '' })],
  ])('%s without what it needs is still read', (verb, request) => {
    expect(requestOf(verb, { itemId: 'A3' })).toEqual(request);
  });

  test('a confirmation given in the meeting, a role for nobody and a list without a line are still read', () => {
    expect(requestOf('phase.confirm', { for: 'specialist' })).toEqual(
      act({ type: 'RecordConfirmation', name: '', on: '' }),
    );
    expect(requestOf('role.set', { role: 'lead' })).toEqual(act({ type: 'SetRole', assignee: '', role: 'lead' }));
    expect(requestOf('item.add', { phase: 'assess' })).toEqual({ type: 'add', phase: 'assess', text: '' });
  });

  test('but a customer emptied on purpose is told to be missing', () => {
    expect(requestOf('engagement.configure', { customer: '' })).toEqual(
      act({ type: 'ConfigureEngagement', customer: '' }),
    );
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
    ['item.schedule', { itemId: 'A3', dueOn: 20261204 }],
    ['item.schedule', { dueOn: '2026-12-04' }],
    ['item.release', {}],
    ['item.note', { itemId: 'A3', note: 'x'.repeat(100_000) }],
    ['item.rename', { itemId: 'A3', title: { de: 'VPN' } }],
    ['item.rename', { itemId: 'A3', title: 'x'.repeat(100_000) }],
    ['item.remove', { itemId: 'hasOwnProperty' }],
    ['item.defer', { itemId: 'A3', until: '2026-12-04', when: ['2026-12-07'] }],
    ['item.add', { lines: 'One' }],
    ['item.add', { phase: '', lines: 'One' }],
    ['item.add', { phase: 'toString', lines: 'One' }],
    ['item.add', { phase: 'assess', lines: ['One'] }],
    ['item.add', { phase: 'assess', lines: 'x'.repeat(100_000) }],
    ['phase.show', { phase: 'general', page: '0' }],
    ['phase.show', { phase: 'general', page: '-1' }],
    ['phase.show', { phase: 'general', page: '1.5' }],
    ['phase.show', { phase: 'general', page: 'next' }],
    ['phase.show', { phase: 'general', page: { valueOf: 2, toString: 2 } }],
    ['phase.confirm', { phase: 'general' }],
    ['phase.confirm', { phase: 'Remediate' }],
    ['phase.confirm', { for: 'lead' }],
    ['phase.confirm', { for: 'specialist', name: ['Ben'], on: '2026-12-04' }],
    ['phase.confirm', { for: 'specialist', name: 'x'.repeat(100_000), on: '2026-12-04' }],
    ['phase.withdraw', { phase: '__proto__' }],
    ['phase.advance', { phase: 'general' }],
    ['phase.advance', { phase: 'assess', reason: 'x'.repeat(100_000) }],
    ['phase.advance', { phase: ['assess'] }],
    ['phase.return', { phase: 'constructor' }],
    ['phase.return', { phase: 'assess', reason: null }],
    ['role.set', { assignee: 'p' }],
    ['role.set', { assignee: 'p', role: '' }],
    ['role.set', { assignee: 'p', role: 'owner' }],
    ['role.set', { assignee: 'p', role: '__proto__' }],
    ['role.set', { assignee: { id: 'p' }, role: 'lead' }],
    ['person.handOver', { person: ['p'], assignee: 'q' }],
    ['person.handOver', { person: 'p', assignee: 'x'.repeat(100_000) }],
    ['person.away', { until: { day: 4 } }],
    ['person.away', { person: 7, until: '2026-12-04' }],
    ['checkpoint.set', { every: 'day' }],
    ['checkpoint.set', { weekday: '0' }],
    ['checkpoint.set', { weekday: ['2'] }],
    ['checkpoint.set', { time: '9:00' }],
    ['checkpoint.set', { remind: 'never' }],
    ['checkpoint.set', { mention: '__proto__' }],
    ['checkpoint.set', { every: 'twoWeeks', from: '2026-02-30' }],
    ['checkpoint.skip', { day: 'tomorrow' }],
    ['checkpoint.skip', { day: 20261204 }],
    ['reminder.snooze', { until: 'x'.repeat(100_000) }],
    ['form.show', { form: 'checkpoint.set', weekday: '8' }],
    ['form.show', { form: 'checkpoint.set', every: { toString: 'week' } }],
    ['engagement.configure', { language: 'fr' }],
    ['engagement.configure', { timeZone: 'Europe/Bonn' }],
    ['engagement.configure', { customer: 'x'.repeat(100_000) }],
    ['engagement.configure', { customer: null }],
    ['engagement.pause', { until: 'x'.repeat(100_000) }],
    ['engagement.cancel', { reason: ['stopped'] }],
    ['engagement.cancel', { reason: 'x'.repeat(100_000) }],
    ['undo', { of: 7 }],
    ['undo', { of: 'x'.repeat(100_000) }],
    ['form.show', {}],
    ['form.show', { form: 'engagement.resume' }],
    ['form.show', { form: '__proto__' }],
    ['form.show', { form: 'role.set', role: 'owner' }],
    ['form.show', { form: 'person.handOver', person: ['p'], assignee: 'q' }],
    ['form.show', { form: 'engagement.finish', language: 'fr' }],
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

describe('the record', () => {
  const asked = (data: object) => readAction('history.show', data).request;

  test('is asked for as a whole, or for as much as a card says', () => {
    expect(asked({})).toEqual({ type: 'show', what: 'history', question: {} });
    const all = {
      itemId: 'a3',
      did: 'deferred',
      person: 'aad-anna',
      since: '2026-11-23',
      until: '2026-11-30',
      page: '2',
    };
    expect(asked(all)).toEqual({
      type: 'show',
      what: 'history',
      question: { item: 'A3', did: 'deferred', person: 'aad-anna', since: '2026-11-23', until: '2026-11-30', page: 2 },
    });
    expect(asked({ itemId: '', did: '', since: '', page: '' })).toEqual(asked({}));
  });

  test.each([
    { page: 0 },
    { page: 'x' },
    { page: 100_000 },
    { did: 'eaten' },
    { since: '23.11.2026' },
    { itemId: 'A' },
  ])('is not asked for by %j', (data) => {
    expect(asked(data)).toEqual({ type: 'unreadable' });
  });
});

describe('items that stand so', () => {
  const asked = (data: object) => readAction('items.show', data).request;

  test('are asked for by how they stand, and by whatever else narrows it', () => {
    expect(asked({ which: 'overdue' })).toEqual({ type: 'show', what: 'items', question: { which: 'overdue' } });
    const all = { which: 'due', phase: 'assess', person: 'aad-anna', from: day, to: '2026-12-06', page: '2' };
    expect(asked(all)).toEqual({
      type: 'show',
      what: 'items',
      question: { which: 'due', section: 'assess', person: 'aad-anna', from: day, to: '2026-12-06', page: 2 },
    });
    const nothing = { phase: '', person: '', from: '', to: '', page: '' };
    expect(asked({ which: 'open', ...nothing })).toEqual(asked({ which: 'open' }));
  });

  test.each([
    {},
    { which: '' },
    { which: 'eaten' },
    { which: 'open', phase: 'launch' },
    { which: 'open', page: 0 },
    { which: 'open', page: 100_000 },
    { which: 'due', from: '04.12.2026' },
    { which: 'due', to: 'Friday' },
    { which: 'open', person: ['aad-anna'] },
  ])('are not asked for by %j', (data) => {
    expect(asked(data)).toEqual({ type: 'unreadable' });
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
  ...['history.show', 'items.show'],
  ...['phase.acknowledge', 'phase.confirm', 'phase.withdraw', 'phase.advance', 'phase.return', 'item.add'],
  ...['item.acknowledge', 'item.take', 'item.assign', 'item.release', 'item.schedule', 'item.complete', 'item.defer'],
  ...['item.exclude', 'item.block', 'item.unblock', 'item.reopen', 'item.note', 'item.rename', 'item.remove'],
  ...['checkpoint.show', 'checkpoint.set', 'checkpoint.skip', 'reminder.snooze'],
  ...['role.set', 'person.handOver', 'person.away', 'engagement.configure', 'engagement.pause', 'engagement.resume'],
  ...['engagement.finish', 'engagement.cancel', 'engagement.discard', 'undo', '__proto__', 'constructor', 'valueOf'],
);
const names = fc.constantFrom(
  ...['engagementId', 'itemId', 'itemIds', 'phase', 'form', 'customer', 'language', 'timeZone', 'lead', 'specialist'],
  ...[
    'every',
    'weekday',
    'time',
    'remind',
    'mention',
    'from',
    'day',
    'dueOn',
    'assignee',
    'person',
    'role',
    'until',
    'when',
    'reason',
    'note',
    'title',
  ],
  ...[
    'lines',
    'page',
    'for',
    'name',
    'on',
    'of',
    'did',
    'which',
    'to',
    'since',
    'card',
    'closes',
    'asked',
    '__proto__',
    'constructor',
    'toString',
  ],
);
const values = fc.oneof(
  fc.constantFrom(
    ...['A3', 'a3,A4', '', ' ', 'general', 'remediate', 'item.defer', 'person.handOver', 'engagement.finish'],
    ...['engagement.start', '2026-12-04', '10:00', '7', 'lead', 'specialist', 'de', 'x'.repeat(100_000)],
  ),
  fc.jsonValue(),
);

/** What a card of ours might send, so that every kind of request comes up. */
const likely = fc.record(
  {
    itemId: fc.constantFrom('A3', 'R12'),
    phase: fc.constantFrom('assess', 'remediate'),
    form: fc.constantFrom('engagement.start', 'engagement.finish', 'person.handOver', 'role.set', 'item.defer'),
    customer: fc.constant('Contoso'),
    person: fc.constantFrom('p', ''),
    assignee: fc.constantFrom('q', ''),
    lines: fc.constant('One'),
  },
  { requiredKeys: ['form', 'phase'] },
);
const pressed = fc.oneof(
  { weight: 2, arbitrary: fc.tuple(verbs, fc.dictionary(names, values)) },
  { weight: 2, arbitrary: fc.tuple(verbs, likely) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('form.show'), likely) },
  { weight: 1, arbitrary: fc.tuple(verbs, fc.jsonValue()) },
);

test('a press made up of anything is never an error, and asks for one thing or none', () => {
  const types = new Set<string>();
  fc.assert(
    fc.property(
      fc.oneof({ weight: 4, arbitrary: pressed }, { weight: 1, arbitrary: fc.tuple(fc.jsonValue(), fc.jsonValue()) }),
      ([verb, data]) => {
        const { request, engagementId: claimed } = readAction(verb, data);
        types.add(request.type);
        expect(request.type).toMatch(/^(?:start|act|add|confirm|show|unreadable)$/);
        expect(typeof claimed).toMatch(/^(?:string|undefined)$/);
        expect(JSON.stringify(request).length).toBeLessThan(25_000);
      },
    ),
    { numRuns: 5_000 },
  );
  expect(types).toEqual(new Set(['start', 'act', 'add', 'confirm', 'show', 'unreadable']));
});
