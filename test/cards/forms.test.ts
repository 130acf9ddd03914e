import type { About, Filled, Form, ItemForm, Wish } from '../../src/application/request';
import { readAction } from '../../src/adapters/teams/action';
import type { Showing } from '../../src/application/reply';
import { limits } from '../../src/engagement';
import { anna, ben, mehmet } from '../support/given';
import { shown } from './shown';
import { after, exampleOf, fresh, jointCheckOf, loaded, outsideId, rosterOf, turnsOf } from './situations';

const form = (verb: Form, about: About = {}, filled: Filled = {}): Showing => ({
  show: 'form',
  form: verb,
  about,
  filled,
});
const ids = (inputs: readonly { readonly [key: string]: unknown }[]) => inputs.map(({ id }) => id);

describe('deferring', () => {
  test.each([
    ['en', ['At the next checkpoint (Tue 1 Dec)', 'In two weeks (Mon 14 Dec)']],
    ['de', ['Beim nächsten Checkpoint (Di., 01.12.)', 'In zwei Wochen (Mo., 14.12.)']],
  ] as const)('offers the days most people mean in %s, or any other', (language, titles) => {
    const { inputs } = shown(exampleOf(language), form('item.defer', { item: 'A3' }), { language });
    expect(inputs[0]).toMatchObject({
      id: 'when',
      value: '',
      choices: [
        { title: titles[0], value: '2026-12-01' },
        { title: titles[1], value: '2026-12-14' },
      ],
    });
    expect(ids(inputs)).toEqual(['when', 'until', 'reason']);
    expect(inputs.map(({ isRequired }) => isRequired)).toEqual([false, false, true]);
  });

  test.each([
    ['en', 'Back on'],
    ['de', 'Wiedervorlage am'],
  ] as const)('to a day already said has it filled in, with no other day beside it, in %s', (language, label) => {
    const filled = { until: '2026-12-09' };
    const whichItem: Showing = { show: 'whichItem', verb: 'item.defer', filled, items: ['A3', 'A6'] };
    for (const showing of [form('item.defer', { item: 'A3' }, filled), whichItem]) {
      const inputs = shown(exampleOf(language), showing, { language }).inputs.filter(({ id }) => id !== 'itemId');
      expect(ids(inputs)).toEqual(['until', 'reason']);
      expect(inputs[0]).toMatchObject({ label, value: '2026-12-09', min: '2026-12-01', isRequired: true });
    }
  });

  test('offers no day twice, and none that does not exist', () => {
    const begun = (every: 'off' | 'twoWeeks', weekday: number) =>
      loaded(after([], { checkpoint: { every, weekday, time: '10:00', from: '2026-11-16' } }));
    const values = (seen: ReturnType<typeof loaded>) =>
      (shown(seen, form('item.defer', { item: 'A3' })).inputs[0]?.['choices'] as { value: string }[]).map(
        ({ value }) => value,
      );
    expect(values(begun('off', 1))).toEqual(['2026-12-14']);
    expect(values(begun('twoWeeks', 1))).toEqual(['2026-12-14']);
  });
});

describe('a form of an item', () => {
  test('is filled with what is known of it', () => {
    const seen = turnsOf('en')['added items'];
    expect(shown(seen, form('item.rename', { item: 'R3' })).inputs[0]).toMatchObject({
      id: 'title',
      value: 'Root CA',
      maxLength: limits.title,
    });
    expect(shown(seen, form('item.schedule', { item: 'R3' })).inputs[0]).toMatchObject({
      id: 'dueOn',
      value: '2026-12-04',
      isRequired: false,
    });
    expect(shown(seen, form('item.note', { item: 'R3' })).inputs[0]).toMatchObject({
      id: 'note',
      isMultiline: true,
      maxLength: limits.note,
    });
  });

  test('keeps a due day that has passed until another one is chosen', () => {
    expect(shown(exampleOf('en'), form('item.schedule', { item: 'A3' })).inputs[0]).toMatchObject({
      value: '2026-11-27',
      min: '2026-11-27',
    });
  });

  test('says under free texts who reads them', () => {
    const note = (verb: Form) => shown(exampleOf('de'), form(verb, { item: 'A3' }), { language: 'de' }).texts;
    const line = 'Für alle hier sichtbar, auch Gäste. Bitte nichts Persönliches (z. B. Krankheit).';
    for (const verb of ['item.note', 'item.rename', 'item.block'] as const) expect(note(verb)).toContain(line);
    for (const verb of ['item.assign', 'item.schedule'] as const) expect(note(verb)).not.toContain(line);
  });

  test('about no item is an error nobody can press', () => {
    expect(() => shown(fresh('en'), form('item.note'))).toThrow('The form item.note is about no item.');
  });
});

describe('a form of several items', () => {
  const items = ['A1', 'A2', 'A5'];
  const many = Object.keys(exampleOf('en').engagement.items).slice(0, 45);

  test.each<[ItemForm, string, string]>([
    ['item.assign', 'Who takes A1, A2 and A5?', 'Wer übernimmt A1, A2 und A5?'],
    ['item.schedule', 'When are A1, A2 and A5 due?', 'Wann sind A1, A2 und A5 fällig?'],
    ['item.defer', 'Defer A1, A2 and A5', 'A1, A2 und A5 zurückstellen'],
    ['item.exclude', 'Mark A1, A2 and A5 as not applicable', 'A1, A2 und A5 als „Entfällt“ eintragen'],
    ['item.block', 'Mark A1, A2 and A5 as blocked', 'A1, A2 und A5 als blockiert eintragen'],
    ['item.reopen', 'Reopen A1, A2 and A5', 'A1, A2 und A5 wieder öffnen'],
    ['item.note', 'Note on A1, A2 and A5', 'Notiz zu A1, A2 und A5'],
  ])('%s names them, and leads back to the overview', (verb, english, german) => {
    const { texts, buttons } = shown(exampleOf('en'), form(verb, { items }));
    expect(texts.slice(0, 4)).toEqual([
      english,
      '**A1** Name stakeholders',
      '**A2** Screen sharing in Assess',
      '**A5** Service configuration meetings',
    ]);
    expect(shown(exampleOf('de'), form(verb, { items }), { language: 'de' }).texts[0]).toBe(german);
    expect(buttons.map(({ title, data }) => [title, data['itemIds'], data['itemId']])).toEqual([
      [buttons[0]?.title, 'A1,A2,A5', undefined],
      ['Back', undefined, undefined],
    ]);
    expect(buttons.map((button) => button.verb)).toEqual([verb, 'engagement.show']);
  });

  test('does the same to each of them', () => {
    const filled = { until: '2026-12-09', reason: 'delivery' };
    const { inputs, buttons } = shown(exampleOf('en'), form('item.defer', { items }, filled));
    const values = Object.fromEntries(inputs.map(({ id, value }) => [String(id), value]));
    expect(readAction(buttons[0]?.verb, { ...buttons[0]?.data, ...values }).request).toEqual({
      type: 'act',
      wishes: items.map((item): Wish => ({ type: 'DeferItem', item, ...filled })),
    });
  });

  test('is filled with nothing that is known of one of them', () => {
    const { inputs } = shown(exampleOf('en'), form('item.schedule', { items: ['A3', 'A6'] }));
    expect(inputs).toMatchObject([{ id: 'dueOn', value: '', min: '2026-11-30' }]);
  });

  test.each([
    ['en', 'Defer G1–G25, I1, I2, A1–A6, R1, R2 and E1–E8', 'and 37 more'],
    ['de', 'G1–G25, I1, I2, A1–A6, R1, R2 und E1–E8 zurückstellen', 'und noch 37'],
  ] as const)('of many stays short in %s', (language, title, more) => {
    const { texts } = shown(exampleOf(language), form('item.defer', { items: many }), { language });
    expect([texts[0], texts[7]]).toEqual([title, more]);
    const scattered = many.filter((_, at) => at % 2 === 0);
    const { summary } = shown(exampleOf(language), form('item.note', { items: scattered }), { language });
    expect(summary).toBe(
      `${language === 'en' ? 'Note on' : 'Notiz zu'} G1, G3, G5, G7, G9, G11, G13, G15, G17, G19, G21, G23, …`,
    );
  });

  test.each([
    ['en', { until: '2026-12-09' }, 'Defer until Wed 9 Dec'],
    ['de', { until: '2026-12-09' }, 'Zurückstellen bis Mi., 09.12.'],
  ] as const)('says in %s a day that was understood in words', (language, filled, line) => {
    const texts = (about: About) => shown(exampleOf(language), form('item.defer', about, filled), { language }).texts;
    expect(texts({ items: ['A3', 'A6'] })[3]).toBe(line);
    expect(texts({ item: 'A3' })[2]).toBe(line);
    const due = shown(exampleOf('en'), form('item.assign', { item: 'A3' }, { dueOn: '2026-12-04' })).texts;
    expect(due[2]).toBe('Due: Fri 4 Dec');
  });
});

describe('adding items', () => {
  test('names the section and gives an example', () => {
    const { texts, inputs, buttons } = shown(fresh('en'), form('item.add', { phase: 'remediate' }));
    expect(texts.slice(0, 3)).toEqual([
      'Add items to Remediate',
      'One item a line: title – @person – date. Person and date may be left out.',
      'For example: Renew VPN certificates – @Mehmet Yılmaz – 4 Dec',
    ]);
    expect(inputs[0]).toMatchObject({ id: 'lines', isMultiline: true });
    expect(buttons[0]).toMatchObject({ verb: 'item.add', data: { phase: 'remediate' }, associatedInputs: 'auto' });
  });

  test('is about the current phase where none is named', () => {
    expect(shown(exampleOf('de'), form('item.add'), { language: 'de' }).texts[0]).toBe('Punkte ergänzen: Analysephase');
    expect(shown(turnsOf('en').finished, form('item.add')).texts[0]).toBe('Add items to Enable');
  });
});

describe('the forms of a phase', () => {
  test("record FastTrack's confirmation with its name and a day that has been", () => {
    const { inputs, buttons } = shown(jointCheckOf('en'), form('phase.confirm', { phase: 'remediate' }), {
      on: '2027-01-12',
    });
    expect(inputs).toMatchObject([
      { id: 'name', value: 'Ben Carter', isRequired: true },
      { id: 'on', value: '2027-01-12', max: '2027-01-12', isRequired: true },
    ]);
    expect(buttons[0]).toMatchObject({ verb: 'phase.confirm', data: { phase: 'remediate', for: 'specialist' } });
  });

  test('move on anyway with what is missing before one’s eyes', () => {
    const { texts, inputs } = shown(exampleOf('de'), form('phase.advance', { phase: 'assess' }), { language: 'de' });
    expect(texts).toContain('Es fehlt noch: I2, A3, A6');
    expect(inputs).toMatchObject([{ id: 'reason', isRequired: true }]);
    expect(shown(jointCheckOf('en'), form('phase.advance')).texts).toContain(
      "Still missing: the customer's confirmation, FastTrack's confirmation",
    );
  });

  test('need no reason where a lead agrees to what was deferred', () => {
    const { texts, inputs } = shown(turnsOf('en').agreement, form('phase.advance'));
    expect(texts).toContain('You acknowledge with it: I2');
    expect(inputs).toMatchObject([{ isRequired: false }]);
  });

  test('step back, with a reason once a day has gone by', () => {
    const required = (on: string) => shown(exampleOf('en'), form('phase.return'), { on }).inputs[0]?.['isRequired'];
    const { texts, buttons } = shown(exampleOf('en'), form('phase.return'));
    expect(texts.slice(0, 2)).toEqual(['Back to Initiate', 'Initiate becomes the current phase again.']);
    expect(buttons[0]).toMatchObject({
      title: 'Step back to Initiate',
      verb: 'phase.return',
      data: { phase: 'initiate' },
    });
    expect([required('2026-11-11'), required('2026-11-12')]).toEqual([false, true]);
  });

  test('step back into the last phase after it, and stay in the first one', () => {
    const phaseOf = (seen: ReturnType<typeof loaded>) => shown(seen, form('phase.return')).buttons[0]?.data['phase'];
    expect(phaseOf(turnsOf('en')['after the last phase'])).toBe('enable');
    expect(phaseOf(fresh('en'))).toBe('initiate');
  });
});

describe('the forms about people', () => {
  test('say who is who and give a role', () => {
    const { texts, inputs } = shown(fresh('de'), form('role.set', {}, { role: 'lead' }), { language: 'de' });
    expect(texts).toEqual(expect.arrayContaining(['Projektleitung: Anna Schmidt', 'FastTrack: Ben Carter']));
    expect(inputs[1]).toMatchObject({
      id: 'role',
      value: 'lead',
      choices: [{ title: 'Projektleitung' }, { title: 'FastTrack-Team' }, { title: 'Teammitglied' }],
    });
  });

  test('hand over from whoever owns something, gone or not, to whoever is there', () => {
    const members = rosterOf('Ben Carter', 1);
    const { inputs, buttons } = shown(turnsOf('en')['owner gone'], { ...form('person.handOver'), members } as Showing);
    expect(inputs[0]?.['choices']).toEqual([
      { title: 'Mehmet Yılmaz', value: outsideId(2) },
      { title: 'Anna Schmidt', value: outsideId(0) },
    ]);
    expect(inputs[1]?.['choices']).toEqual([{ title: 'Ben Carter (guest)', value: outsideId(0) }]);
    expect(buttons[0]).toMatchObject({
      verb: 'form.show',
      data: { form: 'person.handOver' },
      associatedInputs: 'auto',
    });
  });

  test('ask for no reason of an absence, and members only for their own', () => {
    const look = (asker: string) => shown(turnsOf('en')['owner away'], form('person.away'), { asker });
    expect(look(mehmet).texts.join(' ')).toContain('No reason is asked or stored.');
    expect(ids(look(mehmet).inputs)).toEqual(['until']);
    expect(look(mehmet).inputs[0]).toMatchObject({ value: '2026-12-04' });
    for (const asker of [anna, ben]) expect(ids(look(asker).inputs)).toEqual(['person', 'until']);
    expect(look(ben).inputs[0]).toMatchObject({ value: outsideId(1), isRequired: false });
  });
});

test('a date that is none is left out of every form', () => {
  const bad = { until: 'soon', on: 'yesterday', dueOn: '2026-02-30' };
  const verbs = ['phase.confirm', 'person.away', 'engagement.pause'] as const;
  for (const verb of verbs) {
    const { inputs } = shown(fresh('en'), form(verb, {}, bad));
    expect(inputs.find(({ type }) => type === 'Input.Date')).toMatchObject({ value: '' });
  }
});
