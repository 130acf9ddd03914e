import fc from 'fast-check';
import type { Question } from '../../../src/application/reply';
import { missingFor } from '../../../src/application/needs';
import type { About, Filled, Form, ItemVerb, Request } from '../../../src/application/request';
import type { Language } from '../../../src/engagement/index';
import { act, anna, ben, choice, done, form, heard, mehmet, otherForm, understanding } from './hearing';

const people = [anna, ben, mehmet];
const answer = (question: Question, text: string, language: Language = 'en'): Request | undefined =>
  understanding.answer(text, heard(text, language, { people }), question);

const declined: Request = { type: 'declined' };
const between = (codes: readonly string[], requestOf: (code: string) => Request = done): Question => ({
  show: 'choice',
  options: codes.map((item) => ({ item, request: requestOf(item) })),
});
const asksFor = (asked: Form, about: About = {}, filled: Filled = {}): Question => ({
  show: 'form',
  form: asked,
  about,
  filled,
});
const which = (verb: ItemVerb, filled: Filled = {}): Question => ({
  show: 'whichItem',
  verb,
  filled,
  items: ['A1', 'A3', 'E3'],
});

type Table = readonly (readonly [Language, string, Request | undefined])[];
const answers = (question: Question, table: Table): void => {
  test.each(table)('(%s) %s', (language, text, means) => {
    expect(answer(question, text, language)).toEqual(means);
  });
};

describe('which of several items', () => {
  const [first, second] = [done('A2'), done('E1')];
  answers(between(['A2', 'E1']), [
    ['en', 'the second', second],
    ['en', 'second one please', second],
    ['en', '2', second],
    ['en', 'option 2', second],
    ['en', 'the first', first],
    ['en', 'the last one', second],
    ['en', 'the latter', second],
    ['en', 'A2', first],
    ['en', 'a2 please', first],
    ['en', 'the one in Assess', first],
    ['en', 'thanks for E1', undefined],
    ['en', 'both', done('A2', 'E1')],
    ['en', 'A2 and E1', done('A2', 'E1')],
    ['en', 'never mind', declined],
    ['en', 'none of them', declined],
    ['de', 'die zweite', second],
    ['de', 'Letzteres', second],
    ['de', 'Ich meine E1', second],
    ['de', 'E1 natürlich', second],
    ['de', 'die in Enable', second],
    ['de', 'beide bitte', done('A2', 'E1')],
    ['de', 'nein', declined],
    ['de', 'keins von beiden', declined],
    ['de', 'hat sich erledigt', declined],
    // No answers.
    ['en', 'the third', undefined],
    ['en', 'A5', undefined],
    ['en', 'screen sharing', undefined],
    ['en', 'no, the second', undefined],
    ['en', 'what is E1?', undefined],
    ['en', 'the second?', undefined],
    ['en', 'thanks', undefined],
    ['en', 'the second, but not today', undefined],
    ['de', 'nicht E1', undefined],
    ['de', 'E1 bitte nicht', undefined],
    ['de', 'vielleicht E1', undefined],
    ['de', 'Ben soll E1 machen', undefined],
    ['de', 'danke', undefined],
    ['de', 'ja', undefined],
  ]);

  test('several at once only where nothing else has to be said', () => {
    const deferring = (item: string) => form('item.defer', item, { until: '2026-12-04' });
    const question = between(['A4', 'E7'], deferring);
    expect(answer(question, 'both')).toBeUndefined();
    expect(answer(question, 'the second')).toEqual(deferring('E7'));
  });
});

describe('when something was to be put off, and why', () => {
  const deferred = (until: string, reason: string) => act({ type: 'DeferItem', item: 'A3', until, reason });
  describe('the reason is missing', () => {
    const written = (reason: string) => form('item.defer', 'A3', { until: '2026-12-04', reason });
    answers(asksFor('item.defer', { item: 'A3' }, { until: '2026-12-04' }), [
      // Nothing announces it: it is shown as it would be sent.
      ['en', 'vendor is late', written('vendor is late')],
      ['de', 'Urlaub', written('Urlaub')],
      ['en', 'because the vendor is late', deferred('2026-12-04', 'the vendor is late')],
      ['en', 'because A5 is late', deferred('2026-12-04', 'A5 is late')],
      ['en', 'waiting for Ben', written('waiting for Ben')],
      ['en', 'next Monday because of holidays', deferred('2026-12-07', 'holidays')],
      ['en', 'Monday', form('item.defer', 'A3', { until: '2026-12-07' })],
      ['en', 'no', declined],
      ['de', 'weil der Dienstleister später liefert', deferred('2026-12-04', 'der Dienstleister später liefert')],
      // No reasons.
      ['en', 'sorry, wrong item', undefined],
      ['en', 'oops', undefined],
      ['en', 'wait', undefined],
      ['en', 'thanks', undefined],
      ['en', 'thanks Ben Carter, that helped', undefined],
      ['en', 'ok thanks', undefined],
      ['en', 'show assess', undefined],
      ['en', 'directory sync', undefined],
      ['en', 'my items', undefined],
      ['de', 'Analysephase', undefined],
      ['de', 'zeig mir die Analysephase', undefined],
      ['en', 'you are funny', undefined],
      ['en', 'A5', undefined],
      ['en', 'A5 too', undefined],
      ['en', 'not before Christmas', undefined],
      ['en', 'Ben Carter what do you think', undefined],
      ['en', 'what reason', undefined],
      ['de', 'ja', undefined],
      ['de', 'danke dir', undefined],
      ['de', 'Moment, falscher Punkt', undefined],
    ]);
  });
  describe('the date is missing', () => {
    answers(asksFor('item.defer', { item: 'A3' }, { reason: 'vendor' }), [
      ['en', 'Friday', deferred('2026-12-04', 'vendor')],
      ['en', 'until Friday please', deferred('2026-12-04', 'vendor')],
      ['en', 'in two weeks', deferred('2026-12-14', 'vendor')],
      ['en', 'next week', deferred('2026-12-07', 'vendor')],
      ['de', 'bis Freitag', deferred('2026-12-04', 'vendor')],
      ['de', 'bis Ende März', deferred('2027-03-31', 'vendor')],
      ['de', 'KW 14', deferred('2027-04-05', 'vendor')],
      ['de', '04.12.', deferred('2026-12-04', 'vendor')],
      ['de', 'am 15.', deferred('2026-12-15', 'vendor')],
      ['en', 'maybe Friday', undefined],
      ['en', 'not Friday', undefined],
      ['en', 'the vendor', undefined],
    ]);
  });
  describe('both are missing', () => {
    answers(asksFor('item.defer', { item: 'A3' }), [
      ['en', 'Friday', form('item.defer', 'A3', { until: '2026-12-04' })],
      ['en', 'the vendor is late', form('item.defer', 'A3', { reason: 'the vendor is late' })],
      ['en', 'until Friday, the vendor is late', deferred('2026-12-04', 'the vendor is late')],
      ['en', 'until Friday: vendor late', deferred('2026-12-04', 'vendor late')],
      ['de', 'Freitag, weil Urlaub ist', deferred('2026-12-04', 'Urlaub ist')],
      ['de', 'bis Ende der Woche, Dienstleister krank', deferred('2026-12-04', 'Dienstleister krank')],
    ]);
  });
  describe('for several items', () => {
    answers(asksFor('item.defer', { items: ['A1', 'A3'] }, { reason: 'vendor' }), [
      [
        'en',
        'Friday',
        act(
          { type: 'DeferItem', item: 'A1', until: '2026-12-04', reason: 'vendor' },
          { type: 'DeferItem', item: 'A3', until: '2026-12-04', reason: 'vendor' },
        ),
      ],
    ]);
  });
});

describe('whose an item is to be', () => {
  const assigned = (assignee: string, dueOn?: string) =>
    act({ type: 'AssignItem', item: 'A3', assignee, ...(dueOn !== undefined && { dueOn }) });
  answers(asksFor('item.assign', { item: 'A3' }), [
    ['en', 'Ben', assigned(ben.id)],
    ['en', 'to Ben Carter please', assigned(ben.id)],
    ['en', 'Ben by Friday', assigned(ben.id, '2026-12-04')],
    ['en', 'to me', act({ type: 'TakeItem', item: 'A3' })],
    ['de', 'mir', act({ type: 'TakeItem', item: 'A3' })],
    ['de', 'an Mehmet', assigned(mehmet.id)],
    ['de', 'Mehmet bis Freitag', assigned(mehmet.id, '2026-12-04')],
    ['en', 'somebody', undefined],
    ['en', 'not Ben', undefined],
    ['de', 'Ben und Mehmet', undefined],
    ['de', 'Ben hat schon A5', undefined],
  ]);
});

describe('other things that were missing', () => {
  describe('what it waits for', () => {
    const blocked = (reason: string) => act({ type: 'BlockItem', item: 'A6', reason });
    answers(asksFor('item.block', { item: 'A6' }), [
      ['en', 'waiting for the vendor', blocked('the vendor')],
      ['de', 'wir warten auf die Lieferung', blocked('die Lieferung')],
      ['de', 'der Dienstleister', form('item.block', 'A6', { reason: 'der Dienstleister' })],
      ['de', 'E4', undefined],
    ]);
  });
  describe('nothing any more, but that it is checked', () => {
    const blocked = (reason: string) => act({ type: 'BlockItem', item: 'A6', reason });
    answers(asksFor('item.block', { item: 'A6' }, { reason: 'vendor' }), [
      ['en', 'yes', blocked('vendor')],
      ['en', 'yes please', blocked('vendor')],
      ['de', 'ja, bitte', blocked('vendor')],
      ['en', 'because of customs', blocked('customs')],
      ['de', 'wir warten auf den Zoll', blocked('den Zoll')],
      ['en', 'no', declined],
      ['en', 'customs', undefined],
      ['en', 'yes but later', undefined],
    ]);
    answers(asksFor('engagement.cancel', {}, { reason: 'budget' }), [['en', 'yes', undefined]]);
  });
  describe('the due day', () => {
    const due = (dueOn: string) => act({ type: 'ScheduleItem', item: 'A6', dueOn });
    answers(asksFor('item.schedule', { item: 'A6' }), [
      ['en', 'Friday', due('2026-12-04')],
      ['en', 'the 15th', due('2026-12-15')],
      ['de', 'morgen', due('2026-12-01')],
      ['de', 'bis 03.05.', due('2027-05-03')],
    ]);
  });
  describe('the note, which is shown before it is kept', () => {
    const noted = (note: string) => form('item.note', 'A6', { note });
    answers(asksFor('item.note', { item: 'A6' }), [
      ['en', 'network part missing', noted('network part missing')],
      ['de', 'Netzwerkteil fehlt noch.', noted('Netzwerkteil fehlt noch')],
    ]);
  });
  describe('where it is to be added', () => {
    const added = (phase: 'remediate' | 'enable'): Request => ({ type: 'add', phase, text: 'order the laptops' });
    answers(asksFor('item.add', {}, { lines: 'order the laptops' }), [
      ['en', 'Remediate', added('remediate')],
      ['en', 'to Enable please', added('enable')],
      ['de', 'in die Korrekturphase', added('remediate')],
      ['en', 'Assess or Enable', undefined],
      ['en', 'not Enable', undefined],
    ]);
  });
  describe('who is what', () => {
    const lead = act({ type: 'SetRole', assignee: ben.id, role: 'lead' });
    answers(asksFor('role.set'), [
      ['en', 'Ben is project lead', lead],
      ['de', 'Ben als Projektleitung', lead],
      ['en', 'Ben', otherForm('role.set', { assignee: ben.id })],
      ['en', 'project lead', otherForm('role.set', { role: 'lead' })],
    ]);
  });
  describe('who gets the items, which is shown before it is done', () => {
    const confirmed = (assignee: string): Request => ({
      type: 'confirm',
      wish: { type: 'HandOver', person: ben.id, assignee },
    });
    answers(asksFor('person.handOver', {}, { person: ben.id }), [
      ['en', 'Mehmet', confirmed(mehmet.id)],
      ['en', 'to me', confirmed(anna.id)],
      ['de', 'an Mehmet', confirmed(mehmet.id)],
    ]);
  });
  describe('until when somebody is away', () => {
    const away = (until: string) => act({ type: 'SetAway', person: ben.id, until });
    answers(asksFor('person.away', {}, { person: ben.id }), [
      ['en', 'until Friday', away('2026-12-04')],
      ['en', '12 January', away('2027-01-12')],
      ['de', 'bis Freitag', away('2026-12-04')],
    ]);
  });
  describe('until when it is quiet, or paused', () => {
    answers(asksFor('reminder.snooze'), [['de', 'bis Montag', act({ type: 'SnoozeReminders', until: '2026-12-07' })]]);
    answers(asksFor('engagement.pause'), [
      ['en', 'until 11 January', act({ type: 'PauseEngagement', until: '2027-01-11' })],
    ]);
  });
  describe('why a phase is left or an onboarding cancelled: a few words are shown, and not yet done', () => {
    answers(asksFor('phase.advance', { phase: 'assess' }), [
      ['en', 'the plan follows', otherForm('phase.advance', { reason: 'the plan follows' }, { phase: 'assess' })],
    ]);
    answers(asksFor('engagement.cancel'), [
      ['de', 'kein Budget mehr', otherForm('engagement.cancel', { reason: 'kein Budget mehr' })],
    ]);
  });
  describe('to which phase', () => {
    answers(asksFor('phase.return'), [
      ['en', 'Assess', act({ type: 'ReturnToPhase', phase: 'assess' })],
      ['de', 'zurück in die Analysephase', act({ type: 'ReturnToPhase', phase: 'assess' })],
    ]);
  });
});

describe('which item is meant', () => {
  answers(which('item.complete'), [
    ['en', 'A3', done('A3')],
    ['en', 'directory sync', done('E3')],
    ['en', 'the support plan', done('A6')],
    ['en', 'A1 and A3', done('A1', 'A3')],
    ['en', 'screen sharing', choice(['A2', 'E1'], done)],
    ['de', 'das Verzeichnis', done('E3')],
    ['en', 'it', undefined],
    ['en', 'A9', undefined],
    ['en', 'not A3', undefined],
    ['en', 'A3 for Ben', undefined],
  ]);
  describe('with what is known already', () => {
    answers(which('item.defer', { until: '2026-12-04' }), [
      ['en', 'A3', form('item.defer', 'A3', { until: '2026-12-04' })],
    ]);
    answers(which('item.defer', { until: '2026-12-04', reason: 'vendor' }), [
      ['en', 'A3', act({ type: 'DeferItem', item: 'A3', until: '2026-12-04', reason: 'vendor' })],
    ]);
  });
});

describe('the due day only, or not before then', () => {
  answers({ show: 'moveOrDefer', item: 'A5', day: '2026-12-07' }, [
    ['en', 'only the due date', act({ type: 'ScheduleItem', item: 'A5', dueOn: '2026-12-07' })],
    ['de', 'Fälligkeit', act({ type: 'ScheduleItem', item: 'A5', dueOn: '2026-12-07' })],
    ['en', 'the second', form('item.defer', 'A5', { until: '2026-12-07' })],
    ['de', 'zurückstellen', form('item.defer', 'A5', { until: '2026-12-07' })],
    ['en', 'yes', undefined],
  ]);
});

describe('whether it is really to be done', () => {
  const wish = { type: 'HandOver', person: ben.id, assignee: mehmet.id } as const;
  const question: Question = {
    show: 'confirm',
    wish,
    command: { type: 'HandOver', person: 'p2', assignee: 'p3' },
  };
  answers(question, [
    ['en', 'yes', act(wish)],
    ['en', 'yes please', act(wish)],
    ['en', 'do it', act(wish)],
    ['de', 'ja bitte', act(wish)],
    ['de', 'mach das', act(wish)],
    ['en', 'no', declined],
    ['de', 'lieber nicht', declined],
    ['en', 'ok', undefined],
    ['en', 'sure', undefined],
    ['en', 'yes thanks, that helped', undefined],
    ['en', 'ok thanks', undefined],
    ['en', 'yes but later', undefined],
    ['en', 'yes?', undefined],
    ['de', 'ja, aber nicht heute', undefined],
    ['de', 'danke', undefined],
  ]);
});

test.each(['FinishEngagement', 'DiscardEngagement'] as const)('%s is done by its button alone', (type) => {
  const question: Question = { show: 'confirm', wish: { type }, command: { type } };
  expect(answer(question, 'yes')).toEqual({ type: 'confirm', wish: { type } });
  expect(answer(question, 'no')).toEqual(declined);
});

test('several items cannot have the same name', () => {
  expect(answer(which('item.rename', { title: 'VPN' }), 'A1 and A3')).toBeUndefined();
});

test('General is no phase one could step back to', () => {
  expect(answer(asksFor('phase.return'), 'General')).toBeUndefined();
});

describe('whatever is said', () => {
  const words =
    'the second A3 E1 yes ja no nein Friday bis Freitag Ben Mehmet me mir because weil vendor late not nicht if wenn maybe both due defer Assess lead , ? : done 2 show complete thanks block remind take'.split(
      ' ',
    );
  const said = fc.array(fc.constantFrom(...words), { maxLength: 7 }).map((some) => some.join(' '));
  const questions: readonly Question[] = [
    between(['A2', 'E1']),
    asksFor('item.defer', { item: 'A3' }),
    asksFor('item.assign', { item: 'A3' }),
    asksFor('role.set'),
    asksFor('item.note', { item: 'A3' }),
    which('item.complete'),
    { show: 'moveOrDefer', item: 'A5', day: '2026-12-07' },
  ];

  test('a question is no answer', () => {
    fc.assert(
      fc.property(said, fc.constantFrom(...questions), (text, question) => {
        expect(answer(question, `${text}?`)).toBeUndefined();
      }),
    );
  });

  test('what is still missing is asked for, and nothing is done without it', () => {
    fc.assert(
      fc.property(said, fc.constantFrom(...questions), (text, question) => {
        const request = answer(question, text);
        if (request?.type !== 'show' || request.what !== 'form') return;
        const { form: asked, about, filled } = request;
        // Or it is somebody's own words, which are looked at before they are sent.
        const own = filled.reason ?? filled.note;
        if (own === undefined) expect(missingFor(asked, about, filled)).not.toEqual([]);
        else expect(text).toContain(own);
      }),
      { numRuns: 1_000 },
    );
  });

  test('own words do nothing unless they are announced, or follow a day', () => {
    fc.assert(
      fc.property(said, (text) => {
        const request = answer(asksFor('item.defer', { item: 'A3' }, { until: '2026-12-04' }), text);
        if (request?.type !== 'act') return;
        expect(text).toMatch(/because|weil|: |Friday|Freitag|second|2/);
      }),
      { numRuns: 2_000 },
    );
  });

  test('a choice never does what was no option', () => {
    fc.assert(
      fc.property(said, (text) => {
        const request = answer(between(['A2', 'E1']), text);
        if (request?.type === 'act')
          for (const wish of request.wishes) expect([done('A2'), done('E1')]).toContainEqual(act(wish));
        else expect([undefined, 'declined']).toContain(request?.type);
      }),
      { numRuns: 1_000 },
    );
  });
});
