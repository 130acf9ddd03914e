import { readAction } from '../../src/adapters/teams/action';
import { calendar } from '../../src/adapters/clock/index';
import { createUnderstanding } from '../../src/adapters/understanding/index';
import { createHear } from '../../src/application/conversation';
import type { Loaded, Member } from '../../src/application/loaded';
import type { Needed } from '../../src/application/needs';
import type { Showing } from '../../src/application/reply';
import type { Filled, ItemVerb, Request, Wish } from '../../src/application/request';
import { type Command, decide, type Language, type PersonId, sections } from '../../src/engagement';
import { add, anna, asking, ben, mehmet, take } from '../support/given';
import { type Element, type Execute, inputsOf } from './elements';
import { shown } from './shown';
import {
  after,
  exampleOf,
  fresh,
  jointCheckOf,
  loaded,
  outsideId,
  situationsOf,
  step,
  today,
  turnsOf,
  unstarted,
} from './situations';

const members: readonly Member[] = ['Anna Schmidt', 'Ben Carter', 'Mehmet Yılmaz'].map((name, at) => ({
  id: outsideId(at),
  name,
  guest: false,
}));

const whichItem = (verb: ItemVerb, filled: Filled = {}, items: readonly string[] = ['A3', 'A6', 'I2']): Showing => ({
  show: 'whichItem',
  verb,
  filled,
  items,
  ...(verb === 'item.assign' && { members }),
});

/** What comes in once somebody has chosen an item and filled in what is still empty. */
const sent = (
  inputs: readonly Element[],
  send: Execute | undefined,
  typed: Readonly<Record<string, string>>,
): Request => {
  const values = Object.fromEntries(inputs.map(({ id, value }) => [String(id), value]));
  return readAction(send?.verb, { ...send?.data, ...values, ...typed }).request;
};

const act = (wish: Wish): Request => ({ type: 'act', wishes: [wish] });

describe('which item is meant', () => {
  test.each<[ItemVerb, string, string, string]>([
    ['item.acknowledge', 'Which item do you acknowledge?', 'Welchen Punkt nehmen Sie zur Kenntnis?', 'Acknowledge'],
    ['item.take', 'Which item are you taking on?', 'Welchen Punkt übernehmen Sie?', "I'll take it"],
    ['item.assign', 'Which item should be assigned?', 'Welcher Punkt soll zugewiesen werden?', 'Assign'],
    ['item.release', 'Which item are you giving back?', 'Welchen Punkt geben Sie ab?', 'Give back'],
    ['item.schedule', 'Which item is the due date for?', 'Für welchen Punkt gilt die Fälligkeit?', 'Save'],
    ['item.complete', 'Which item is done?', 'Welcher Punkt ist erledigt?', 'Done'],
    ['item.defer', 'Which item should be deferred?', 'Welcher Punkt soll zurückgestellt werden?', 'Defer'],
    ['item.exclude', 'Which item is not applicable?', 'Welcher Punkt entfällt?', 'Not applicable'],
    ['item.block', 'Which item is blocked?', 'Welcher Punkt ist blockiert?', 'Blocked'],
    ['item.unblock', 'Which item is no longer blocked?', 'Welcher Punkt ist nicht mehr blockiert?', 'Unblock'],
    ['item.reopen', 'Which item should be reopened?', 'Welcher Punkt soll wieder geöffnet werden?', 'Reopen'],
    ['item.note', 'Which item is the note on?', 'Zu welchem Punkt gehört die Notiz?', 'Save'],
    ['item.rename', 'Which item should be renamed?', 'Welcher Punkt soll umbenannt werden?', 'Rename'],
    ['item.remove', 'Which item should be removed?', 'Welcher Punkt soll entfernt werden?', 'Remove'],
  ])('is asked for %s', (verb, english, german, send) => {
    const { summary, inSight, buttons, inputs } = shown(exampleOf('en'), whichItem(verb));
    expect(summary).toBe(english);
    expect(shown(exampleOf('de'), whichItem(verb), { language: 'de' }).summary).toBe(german);
    expect(inSight).toEqual([send, 'Back']);
    expect(buttons[0]).toMatchObject({ verb, associatedInputs: 'auto' });
    expect(readAction(buttons[1]?.verb, buttons[1]?.data).request).toEqual({ type: 'show', what: 'overview' });
    expect(inputs[0]).toMatchObject({ id: 'itemId', isRequired: true, value: '' });
  });

  test.each<[ItemVerb, Filled, Readonly<Record<string, string>>, Wish]>([
    ['item.acknowledge', {}, {}, { type: 'AcknowledgeItem', item: 'A6' }],
    ['item.take', { dueOn: '2026-12-04' }, {}, { type: 'TakeItem', item: 'A6', dueOn: '2026-12-04' }],
    [
      'item.assign',
      { assignee: outsideId(2), dueOn: '2026-12-04' },
      {},
      { type: 'AssignItem', item: 'A6', assignee: outsideId(2), dueOn: '2026-12-04' },
    ],
    ['item.release', {}, {}, { type: 'ReleaseItem', item: 'A6' }],
    ['item.schedule', { dueOn: '2026-12-04' }, {}, { type: 'ScheduleItem', item: 'A6', dueOn: '2026-12-04' }],
    ['item.complete', {}, {}, { type: 'CompleteItem', item: 'A6' }],
    ['item.complete', { note: 'see the minutes' }, {}, { type: 'CompleteItem', item: 'A6', note: 'see the minutes' }],
    [
      'item.defer',
      { until: '2026-12-04' },
      { reason: 'delivery' },
      { type: 'DeferItem', item: 'A6', until: '2026-12-04', reason: 'delivery' },
    ],
    ['item.exclude', { reason: 'no VPN' }, {}, { type: 'ExcludeItem', item: 'A6', reason: 'no VPN' }],
    ['item.block', { reason: 'the vendor' }, {}, { type: 'BlockItem', item: 'A6', reason: 'the vendor' }],
    ['item.unblock', {}, {}, { type: 'UnblockItem', item: 'A6' }],
    ['item.reopen', { reason: 'one more look' }, {}, { type: 'ReopenItem', item: 'A6', reason: 'one more look' }],
    ['item.note', { note: 'network part missing' }, {}, { type: 'NoteItem', item: 'A6', note: 'network part missing' }],
    ['item.rename', { title: 'VPN' }, {}, { type: 'RenameItem', item: 'A6', title: 'VPN' }],
    ['item.remove', {}, {}, { type: 'RemoveItem', item: 'A6' }],
  ])('%s with %j does it once the item is chosen', (verb, filled, typed, wish) => {
    const { inputs, buttons } = shown(exampleOf('en'), whichItem(verb, filled));
    expect(sent(inputs, buttons[0], { itemId: 'A6', ...typed })).toEqual(act(wish));
  });

  test('a day that was said stands there in words', () => {
    const line = (verb: ItemVerb, filled: Filled, language: Language) =>
      shown(exampleOf(language), whichItem(verb, filled), { language }).texts[1];
    expect(line('item.defer', { until: '2026-12-04' }, 'en')).toBe('Defer until Fri 4 Dec');
    expect(line('item.defer', { until: '2026-12-04' }, 'de')).toBe('Zurückstellen bis Fr., 04.12.');
    expect(line('item.take', { dueOn: '2027-01-25' }, 'en')).toBe('Due: Mon 25 Jan 2027');
    expect(line('item.schedule', { dueOn: '2026-12-04' }, 'de')).toBe('Fällig: Fr., 04.12.');
    // What is not done with it is not said.
    expect(line('item.complete', { dueOn: '2026-12-04' }, 'en')).toBeUndefined();
    expect(line('item.take', { dueOn: 'soon' }, 'en')).toBeUndefined();
  });

  test('items are called by code and title, in the order they come', () => {
    const { inputs } = shown(exampleOf('de'), whichItem('item.complete'), { language: 'de' });
    expect(inputs).toHaveLength(1);
    expect(inputs[0]).toMatchObject({
      label: 'Punkt',
      style: 'compact',
      choices: [
        { value: 'A3', title: 'A3 Termine zur Maßnahmenliste' },
        { value: 'A6', title: 'A6 Supportplan' },
        { value: 'I2', title: 'I2 Kick-off-Termin' },
      ],
    });
  });

  test('a long list can be searched, and the only item is chosen already', () => {
    const all = Object.keys(exampleOf('en').engagement.items);
    const list = (items: readonly string[]) => shown(exampleOf('en'), whichItem('item.complete', {}, items)).inputs[0];
    expect(list(all)).toMatchObject({ style: 'filtered', value: '' });
    expect(list(all)?.['choices']).toHaveLength(43);
    expect(list(['A6'])).toMatchObject({ style: 'compact', value: 'A6' });
  });

  test.each([
    ['en', (count: number) => `${count} more items do not fit into the list. You can name them by their codes.`],
    [
      'de',
      (count: number) =>
        `${count} weitere Punkte passen nicht mehr in die Liste. Sie können sie mit ihren Kürzeln nennen.`,
    ],
  ] as const)('what there is no room for is counted in %s', (language, more) => {
    const titles = Array.from({ length: 20 }, (_, at) => `${at} ${'Ä'.repeat(76)}`);
    const seen = loaded(after(sections.map((one) => step(add(one, ...titles)))));
    const all = Object.keys(seen.engagement.items);
    const { texts, inputs } = shown(seen, whichItem('item.complete', {}, all), { language });
    const offered = (inputs[0]?.['choices'] as readonly { readonly value: string }[]).map(({ value }) => value);
    expect(offered).toEqual(all.slice(0, offered.length));
    expect(texts[1]).toBe(more(all.length - offered.length));
    expect(offered.length).toBeGreaterThan(60);
  });

  test.each([
    ['en', 'No item here is in a state for that. Nothing changed.'],
    ['de', 'Dafür kommt hier kein Punkt infrage. Nichts geändert.'],
  ] as const)('where there is none, that is said in %s', (language, text) => {
    const { texts, inputs, buttons } = shown(fresh(language), whichItem('item.unblock', {}, []), { language });
    expect(texts).toContain(text);
    expect(inputs).toEqual([]);
    expect(buttons.map(({ verb }) => verb)).toEqual(['engagement.show']);
  });
});

const choiceOf = (requestOf: (item: string) => Request, items: readonly string[] = ['A3', 'A4']): Showing => ({
  show: 'choice',
  options: items.map((item) => ({ item, request: requestOf(item) })),
});

describe('a choice of items says what would be done', () => {
  test.each<[string, (item: string) => Request, string | undefined, string | undefined]>([
    [
      'a deferral that lacks its reason',
      (item) => ({ type: 'show', what: 'form', form: 'item.defer', about: { item }, filled: { until: '2026-12-04' } }),
      'I read: Defer until Fri 4 Dec',
      'Verstanden: Zurückstellen bis Fr., 04.12.',
    ],
    [
      'a deferral',
      (item) => act({ type: 'DeferItem', item, until: '2026-12-04', reason: 'delivery' }),
      'I read: Defer until Fri 4 Dec · Reason: delivery',
      'Verstanden: Zurückstellen bis Fr., 04.12. · Grund: delivery',
    ],
    [
      'an assignment',
      (item) => act({ type: 'AssignItem', item, assignee: outsideId(2), dueOn: '2026-12-04' }),
      'I read: Assign to Mehmet Yılmaz · Due: Fri 4 Dec',
      'Verstanden: Zuweisen an Mehmet Yılmaz · Fällig: Fr., 04.12.',
    ],
    [
      'an assignment to somebody who is new here',
      (item) => act({ type: 'AssignItem', item, assignee: 'new' }),
      'I read: Assign it',
      'Verstanden: Zuweisen',
    ],
    [
      'what is done',
      (item) => act({ type: 'CompleteItem', item }),
      'I read: Mark as done',
      'Verstanden: Als erledigt eintragen',
    ],
    [
      'what waits',
      (item) => act({ type: 'BlockItem', item, reason: 'the *vendor*' }),
      'I read: Mark as blocked · Waiting for: the \\*vendor\\*',
      'Verstanden: Als blockiert eintragen · Wartet auf: the \\*vendor\\*',
    ],
    [
      'a due day',
      (item) => act({ type: 'ScheduleItem', item, dueOn: '2026-12-04' }),
      'I read: Due: Fri 4 Dec',
      'Verstanden: Fällig: Fr., 04.12.',
    ],
    [
      'no due day any more',
      (item) => act({ type: 'ScheduleItem', item }),
      'I read: Remove the due date',
      'Verstanden: Fälligkeit entfernen',
    ],
    [
      'a due day that was not said',
      (item) => ({ type: 'show', what: 'form', form: 'item.schedule', about: { item }, filled: {} }),
      'I read: Set the due date',
      'Verstanden: Fälligkeit festlegen',
    ],
    [
      'a note',
      (item) => act({ type: 'NoteItem', item, note: 'network part missing' }),
      'I read: Note: network part missing',
      'Verstanden: Notiz: network part missing',
    ],
    [
      'a move',
      (item) => ({ type: 'move', item, day: '2026-12-04' }),
      'I read: Move to Fri 4 Dec',
      'Verstanden: Verschieben auf Fr., 04.12.',
    ],
    ['nothing but to show it', (item) => ({ type: 'show', what: 'item', item }), undefined, undefined],
  ])('%s', (_, requestOf, english, german) => {
    const linesIn = (language: Language) => shown(exampleOf(language), choiceOf(requestOf), { language }).texts;
    expect(linesIn('en')).toEqual([
      'Which one do you mean?',
      ...(english === undefined ? [] : [english]),
      'More than one responsibility fits. Nothing changed yet.',
      '**A3** Remediation checklist meetings',
      '**A4** User provisioning meetings',
    ]);
    expect(linesIn('de').slice(0, german === undefined ? 1 : 2)).toEqual([
      'Welchen Punkt meinen Sie?',
      ...(german === undefined ? [] : [german]),
    ]);
  });

  test('but not where something different would be done to each', () => {
    const { texts } = shown(
      exampleOf('en'),
      choiceOf((item) => act(item === 'A3' ? { type: 'CompleteItem', item } : { type: 'ReleaseItem', item })),
    );
    expect(texts.some((text) => text.startsWith('I read'))).toBe(false);
  });
});

describe('what is told about a question', () => {
  test.each<[Parameters<typeof shown>[2], string]>([
    [{ says: [{ type: 'askedOf', name: 'Anna Schmidt' }] }, 'This question was for Anna Schmidt.'],
    [{ says: [{ type: 'askedOf' }] }, 'This question was for somebody else.'],
    [{ says: [{ type: 'missing', inputs: ['reason'] }] }, 'Still missing: the reason. Nothing changed yet.'],
    [
      { says: [{ type: 'missing', inputs: ['until', 'reason'] }] },
      'Still missing: the date and the reason. Nothing changed yet.',
    ],
    [{ says: [{ type: 'problem', problem: 'declined' }] }, 'All right, nothing was changed.'],
    [{ says: [{ type: 'problem', problem: 'goesOn' }] }, 'This question has been answered; see below.'],
    [{ language: 'de', says: [{ type: 'askedOf', name: 'Anna Schmidt' }] }, 'Diese Frage ging an Anna Schmidt.'],
    [{ language: 'de', says: [{ type: 'askedOf' }] }, 'Diese Frage ging an jemand anderen.'],
    [
      { language: 'de', says: [{ type: 'missing', inputs: ['reason'] }] },
      'Es fehlt noch: der Grund. Bisher wurde nichts geändert.',
    ],
    [
      { language: 'de', says: [{ type: 'missing', inputs: ['until', 'reason'] }] },
      'Es fehlen noch: das Datum und der Grund. Bisher wurde nichts geändert.',
    ],
    [{ language: 'de', says: [{ type: 'problem', problem: 'declined' }] }, 'In Ordnung, es wurde nichts geändert.'],
    [
      { language: 'de', says: [{ type: 'problem', problem: 'goesOn' }] },
      'Diese Frage ist beantwortet; alles Weitere steht unten.',
    ],
  ])('%j', (said, text) => {
    expect(shown(exampleOf('en'), { show: 'said' }, said).summary).toBe(text);
  });
});

describe('what is missing is named as what it is for', () => {
  const handOver: Showing = { show: 'form', form: 'person.handOver', about: {}, filled: {} };
  const block: Showing = { show: 'form', form: 'item.block', about: { item: 'A3' }, filled: {} };

  test.each<[Showing, readonly Needed[], english: string, german: string]>([
    [handOver, ['assignee'], 'Still missing: the person who takes over.', 'Es fehlt noch: wer übernimmt.'],
    [
      handOver,
      ['person', 'assignee'],
      'Still missing: the person who hands over and the person who takes over.',
      'Es fehlen noch: wer übergibt und wer übernimmt.',
    ],
    [block, ['reason'], 'Still missing: what it is waiting for.', 'Es fehlt noch: worauf gewartet wird.'],
    [
      whichItem('item.block'),
      ['itemId', 'reason'],
      'Still missing: the item and what it is waiting for.',
      'Es fehlen noch: der Punkt und worauf gewartet wird.',
    ],
    [
      whichItem('item.assign'),
      ['itemId', 'assignee'],
      'Still missing: the item and the person.',
      'Es fehlen noch: der Punkt und die Person.',
    ],
    [whichItem('item.exclude'), ['reason'], 'Still missing: the reason.', 'Es fehlt noch: der Grund.'],
  ])('%j: %j', (showing, inputs, english, german) => {
    const told = (language: Language) =>
      shown(exampleOf(language), showing, { language, says: [{ type: 'missing', inputs }] }).summary;
    expect(told('en')).toBe(`${english} Nothing changed yet.`);
    expect(told('de')).toBe(`${german} Bisher wurde nichts geändert.`);
  });
});

const unclear = (items: readonly string[] = [], more: object = {}): Showing => ({ show: 'unclear', items, ...more });

describe('what was not understood', () => {
  test.each([
    [
      'en',
      [
        'I read A3 and Fri 4 Dec, but not what should happen. Nothing changed.',
        'You can say, for example:',
        '@Lotse A3 is done',
        "@Lotse what's left in Assess?",
      ],
      ['A3 due Fri 4 Dec', 'Defer A3…', 'Show A3'],
    ],
    [
      'de',
      [
        'Verstanden: A3 und Fr., 04.12. – aber nicht, was geschehen soll. Nichts geändert.',
        'Sie können zum Beispiel schreiben:',
        '@Lotse A3 ist erledigt',
        '@Lotse was ist in der Analysephase offen?',
      ],
      ['A3 fällig Fr., 04.12.', 'A3 zurückstellen…', 'A3 zeigen'],
    ],
  ] as const)('is told with what was, in %s', (language, texts, inSight) => {
    const look = shown(exampleOf(language), unclear(['A3'], { day: '2026-12-04' }), { language });
    expect(look.texts).toEqual(texts);
    expect(look.inSight).toEqual(inSight);
  });

  const examplesOf = (seen: Loaded, show: Showing, language: Language = 'en', asker: PersonId = anna) => {
    const { texts } = shown(seen, show, { language, asker, personal: true });
    return texts.slice(-2);
  };

  test('shows an item of the phase that is the asker’s, else one that is nobody’s, else any', () => {
    expect(examplesOf(exampleOf('en'), unclear(), 'en', mehmet)).toEqual(['A3 is done', "what's left in Assess?"]);
    expect(examplesOf(exampleOf('en'), unclear(), 'en', anna)[0]).toBe('A6 is done');
    expect(examplesOf(fresh('en'), unclear(), 'en', ben)).toEqual(['I1 is done', "what's left in Initiate?"]);
    expect(examplesOf(loaded(after([step(take('I1'), ben)])), unclear(), 'en', anna)[0]).toBe('I2 is done');
    const taken = loaded(after([step(take('I1'), ben), step(take('I2'), ben)]));
    expect(examplesOf(taken, unclear(), 'en', anna)[0]).toBe('I1 is done');
    // Members act on what is theirs or nobody's.
    expect(examplesOf(taken, unclear(), 'en', mehmet)[0]).toBe('A1 is done');
  });

  test('shows the item that was read, and invites to nothing that may have been denied', () => {
    expect(examplesOf(exampleOf('en'), unclear(['A6', 'A3']))[0]).toBe('show A6');
    expect(examplesOf(exampleOf('de'), unclear(['A6']), 'de')[0]).toBe('zeige A6');
    expect(examplesOf(exampleOf('en'), unclear(['A1']))[0]).toBe('show A1');
  });

  test('says that the item is done where a day was read with it, if whoever asks may do that', () => {
    const day = '2026-12-04';
    expect(examplesOf(exampleOf('en'), unclear(['A6'], { day }))[0]).toBe('A6 is done');
    expect(examplesOf(exampleOf('en'), unclear(['A1'], { day }))[0]).toBe('show A1');
    expect(examplesOf(exampleOf('en'), unclear(['A6'], { day }), 'en', mehmet)[0]).toBe('show A6');
    expect(examplesOf(exampleOf('en'), unclear(['X9']))[0]).toBe('A6 is done');
  });

  test.each<[string, Loaded, PersonId, readonly string[], readonly [string, string], readonly [string, string]]>([
    ['not started', unstarted, anna, [], ['start the onboarding', 'help'], ['Onboarding starten', 'Hilfe']],
    ['discarded', turnsOf('en').discarded, anna, [], ['start the onboarding', 'help'], ['Onboarding starten', 'Hilfe']],
    [
      'paused, to the lead',
      turnsOf('en').paused,
      anna,
      [],
      ['resume', "what's left in Assess?"],
      ['fortsetzen', 'was ist in der Analysephase offen?'],
    ],
    [
      'paused, to a member',
      turnsOf('en').paused,
      mehmet,
      [],
      ['status', "what's left in Assess?"],
      ['Status', 'was ist in der Analysephase offen?'],
    ],
    ['paused, of an item', turnsOf('en').paused, anna, ['A3'], ['resume', 'show A3'], ['fortsetzen', 'zeige A3']],
    [
      'finished',
      turnsOf('en').finished,
      anna,
      [],
      ['status', 'start the onboarding'],
      ['Status', 'Onboarding starten'],
    ],
    [
      'cancelled, of an item',
      turnsOf('en').cancelled,
      anna,
      ['A3'],
      ['show A3', 'start the onboarding'],
      ['zeige A3', 'Onboarding starten'],
    ],
    [
      'after the last phase',
      turnsOf('en')['after the last phase'],
      anna,
      [],
      ['G14 is done', "what's left?"],
      ['G14 ist erledigt', 'was ist noch offen?'],
    ],
  ])('shows what works where it is %s', (_, seen, asker, items, english, german) => {
    expect(examplesOf(seen, unclear(items), 'en', asker)).toEqual(english);
    expect(examplesOf(seen, unclear(items), 'de', asker)).toEqual(german);
  });

  test('offers nothing that would be refused', () => {
    const offered = (seen: Loaded, asker = anna, day = '2026-12-04', item = 'A3') =>
      shown(seen, unclear([item], { day }), { asker }).titles;
    expect(offered(turnsOf('en').paused)).toEqual(['Show A3', 'Resume', 'What can I say?']);
    expect(offered(turnsOf('en').paused, mehmet)).toEqual(['Show A3', 'What can I say?']);
    expect(offered(turnsOf('en').cancelled)).toEqual(['Show A3', 'Start onboarding', 'What can I say?']);
    expect(offered(unstarted)).toEqual(['Start onboarding', 'What can I say?']);
    expect(offered(exampleOf('en'), anna, '2026-12-04', 'A1')).toEqual(['Show A1', 'What can I say?']);
    expect(offered(exampleOf('en'), mehmet, '2026-12-04', 'A6')).toEqual(['Show A6', 'What can I say?']);
    expect(offered(exampleOf('en'), anna, today)).toEqual(['A3 due Mon 30 Nov', 'Show A3', 'What can I say?']);
  });

  const hear = createHear({
    understanding: createUnderstanding(),
    calendar,
    clock: { now: () => `${today}T08:00:00.000Z`, wait: () => Promise.resolve() },
  });

  const heard = (text: string, seen: Loaded, asker: PersonId, language: Language): Request =>
    hear(
      {
        kind: 'said',
        text,
        mentioned: [],
        place: { tenantId: 't', conversationId: 'c' },
        address: 'a',
        by: { id: seen.people[asker]?.id ?? asker, name: '' },
        op: 'op',
        locale: language,
      },
      seen,
    ).request;

  /** What it would do, if it does anything. */
  const refusalOf = (request: Request, { engagement }: Loaded, asker: PersonId): unknown => {
    const [wish] = request.type === 'act' ? request.wishes : [];
    if (!wish) return undefined;
    const decision = decide(wish as Command, engagement, asking(asker, today));
    return 'refused' in decision ? decision.refused : undefined;
  };

  test.each(['en', 'de'] as const)('is followed by sentences that are understood and work, in %s', (language) => {
    const situations = [
      ...situationsOf(language).filter(({ name }) => !name.includes(',') || name.startsWith('ampersands')),
      ...[anna, ben, mehmet].map((asker) => ({ name: 'joint check', seen: jointCheckOf(language), asker })),
      { name: 'not started', seen: unstarted, asker: anna },
    ];
    const said = new Set<string>();
    const complaints = situations.flatMap(({ name, seen, asker }) =>
      [[], ['A3'], ['R1'], ['G1', 'A1']].flatMap((items) =>
        examplesOf(seen, unclear(items), language, asker).flatMap((text) => {
          said.add(text);
          const request = heard(text, seen, asker, language);
          const refused = refusalOf(request, seen, asker);
          const isFit = ['act', 'show'].includes(request.type) && refused === undefined;
          return isFit ? [] : [{ name, text, request, refused }];
        }),
      ),
    );
    expect(complaints).toEqual([]);
    expect(said.size).toBeGreaterThan(12);
  });
});

test('a question whether to move or defer says both days in words', () => {
  const look = (language: Language) =>
    shown(exampleOf(language), { show: 'moveOrDefer', item: 'A6', day: '2026-12-07' }, { language });
  expect(look('en').texts).toEqual([
    'A6 is due Fri 4 Dec.',
    '**A6** Support plan',
    'Move only the due day to Mon 7 Dec, or defer the item until then? Nothing changed yet.',
  ]);
  expect(look('de').texts).toEqual([
    'A6 ist am Fr., 04.12. fällig.',
    '**A6** Supportplan',
    'Nur die Fälligkeit auf Mo., 07.12. verschieben oder den Punkt bis dahin zurückstellen? Bisher wurde nichts geändert.',
  ]);
  expect(inputsOf(look('en').card)).toEqual([]);
});
