import type { Saying, Showing } from '../../src/application/reply';
import type { Filled, Form } from '../../src/application/request';
import { type Checkpoint, type Command, decide, type Language, type PersonId } from '../../src/engagement';
import { anna, asking, ben, eventsOf, mehmet } from '../support/given';
import { shown } from './shown';
import { after, exampleOf, fresh, loaded, step, turnsOf } from './situations';

const checkpoints: Showing = { show: 'checkpoints', next: ['2026-12-01', '2026-12-08'] };
const form = (verb: Form, filled: Filled = {}): Showing => ({ show: 'form', form: verb, about: {}, filled });
const agreeing = (checkpoint: Checkpoint, ...more: readonly Command[]) =>
  loaded(
    after(
      more.map((command) => step(command)),
      { checkpoint },
    ),
  );
const tuesdays: Checkpoint = { every: 'week', weekday: 2, time: '10:00' };
const inTwoWeeks: Checkpoint = { ...tuesdays, every: 'twoWeeks', from: '2026-12-01' };

describe('when the next checkpoint is', () => {
  test.each([
    [
      'en',
      [
        'Next checkpoint: Tue 1 Dec, 10:00',
        'After that: Tue 8 Dec, 10:00',
        'Agreed: every Tuesday at 10:00',
        'Reminder: one working day before, at 09:00',
        'It mentions the owners of what is due.',
      ],
    ],
    [
      'de',
      [
        'Nächster Checkpoint: Di., 01.12., 10:00',
        'Danach: Di., 08.12., 10:00',
        'Vereinbart: jeden Dienstag um 10:00 Uhr',
        'Erinnerung: einen Werktag vorher um 09:00 Uhr',
        'Erwähnt werden darin die Zuständigen für Fälliges.',
      ],
    ],
  ] as const)('is told in %s with all that is agreed', (language, lines) => {
    const { texts, summary } = shown(exampleOf(language), checkpoints, { language });
    expect(texts.slice(-lines.length)).toEqual(lines);
    expect(summary).toBe(lines[0]);
  });

  test('is guessed while nobody has said it', () => {
    expect(shown(fresh('en'), checkpoints).texts).toContain('Nothing agreed yet; until then: every Monday at 09:00');
  });

  test('says which are skipped, and where nobody is mentioned', () => {
    const agreed: Checkpoint = { ...tuesdays, remind: 'sameDay', mention: 'private' };
    const { texts } = shown(agreeing(agreed, { type: 'SkipCheckpoint', day: '2026-12-08' }), checkpoints);
    expect(texts).toEqual(
      expect.arrayContaining([
        'Skipped: Tue 8 Dec',
        'Reminder: on the same day at 08:00',
        'It mentions nobody; owners are reminded privately.',
      ]),
    );
  });

  test.each([
    ['08:00', 'Reminder: when the meeting starts'],
    ['08:01', 'Reminder: on the same day at 08:00'],
  ])('at %s is not reminded of after it began', (time, line) => {
    expect(shown(agreeing({ ...tuesdays, time, remind: 'sameDay' }), checkpoints).texts).toContain(line);
  });

  test('is never where there are no meetings', () => {
    const { texts, titles } = shown(agreeing({ ...tuesdays, every: 'off' }), { show: 'checkpoints', next: [] });
    expect(texts.slice(-2)).toEqual(['No checkpoint meetings', 'People are reminded of due dates all the same.']);
    expect(titles).toEqual(['Change…', 'Quiet until…', 'Overview']);
  });

  test('can be changed by those who may', () => {
    const titlesFor = (asker: PersonId) => shown(exampleOf('en'), checkpoints, { asker }).titles;
    for (const asker of [anna, ben])
      expect(titlesFor(asker)).toEqual(['Change…', 'Skip the next one', 'Quiet until…', 'Overview']);
    expect(titlesFor(mehmet)).toEqual(['Quiet until…', 'Overview']);
    const [change, skip] = shown(exampleOf('en'), checkpoints).buttons;
    expect(change).toMatchObject({ verb: 'form.show', data: { form: 'checkpoint.set' } });
    expect(skip).toMatchObject({ verb: 'checkpoint.skip', data: { day: '2026-12-01' } });
  });

  test('can be put back by whoever has just left it out', () => {
    const { buttons } = shown(exampleOf('en'), checkpoints, { undo: 'op-1' });
    expect(buttons[0]).toMatchObject({ title: 'Undo', verb: 'undo', data: { of: 'op-1' } });
  });

  test('can be put off by a week where it is every two weeks', () => {
    const { buttons } = shown(agreeing(inTwoWeeks), checkpoints);
    expect(buttons.find(({ title }) => title === 'One week later')).toMatchObject({
      verb: 'checkpoint.set',
      data: { from: '2026-12-08' },
    });
  });

  test('is left open while the onboarding is paused, and of no matter once it is over', () => {
    const paused = shown(turnsOf('en').paused, checkpoints);
    expect(paused.texts.join('\n')).toMatch(/The checkpoint meeting\nPaused since .*\nAgreed: every Tuesday/);
    expect(paused.titles).toEqual(['Overview']);
    expect(shown(turnsOf('en').finished, checkpoints).texts.slice(-2)).toEqual([
      'The checkpoint meeting',
      'Finished on Mon 30 Nov (Anna Schmidt).',
    ]);
  });
});

describe('the form of the meeting', () => {
  const valuesOf = (seen: ReturnType<typeof loaded>, filled: Filled = {}) =>
    Object.fromEntries(
      shown(seen, form('checkpoint.set', filled)).inputs.map(({ id, value }): [string, unknown] => [String(id), value]),
    );

  test('is filled with what is agreed, and with what was said already', () => {
    const agreed = { ...tuesdays, weekday: 6, remind: 'sameDay', mention: 'private' } as const;
    expect(valuesOf(agreeing(agreed))).toEqual({ ...agreed, weekday: '6' });
    const filled = { every: 'off', weekday: 7, time: '11:30', remind: 'atStart', mention: 'channel' } as const;
    expect(valuesOf(agreeing(agreed), filled)).toEqual({ ...filled, weekday: '7' });
  });

  test('offers what is usual while nobody has set one', () => {
    expect(valuesOf(fresh('en'))).toEqual({
      every: 'week',
      weekday: '1',
      time: '09:00',
      remind: 'dayBefore',
      mention: 'channel',
    });
  });

  test('sends what is chosen, and leads back to when it is', () => {
    const { buttons, texts, inputs } = shown(exampleOf('de'), form('checkpoint.set'), { language: 'de' });
    expect(texts).toContain(
      'Die Erinnerung erscheint dort, wo das Onboarding läuft, und nennt, was fällig ist. Uhrzeiten gelten in der Zeitzone Europe/Berlin.',
    );
    expect(inputs.find(({ id }) => id === 'weekday')?.['choices']).toHaveLength(5);
    expect(buttons).toMatchObject([
      { title: 'Speichern', verb: 'checkpoint.set', associatedInputs: 'auto' },
      { title: 'Zurück', verb: 'checkpoint.show', associatedInputs: 'none' },
    ]);
  });
});

describe('the form of those who want no reminders', () => {
  test.each([
    ['2026-11-29', '2026-11-30'],
    ['2026-11-30', '2026-12-07'],
    ['2026-12-01', '2026-12-07'],
  ])('offers on %s the Monday after: %s', (on, monday) => {
    const { inputs } = shown(exampleOf('en'), form('reminder.snooze'), { on });
    expect(inputs).toMatchObject([{ id: 'until', value: monday, isRequired: false }]);
  });

  test('says that it is for them alone', () => {
    expect(shown(exampleOf('en'), form('reminder.snooze')).texts.join(' ')).toContain('This is for you');
  });

  test('lets them be reminded again', () => {
    const quiet = loaded(after([step({ type: 'SnoozeReminders', until: '2026-12-18' }, mehmet)]));
    const look = (asker: PersonId) => shown(quiet, form('reminder.snooze'), { asker });
    expect(look(mehmet).inputs).toMatchObject([{ value: '2026-12-18' }]);
    expect(look(mehmet).titles).toEqual(['Save', 'Remind me again', 'Back']);
    expect(look(mehmet).buttons[1]).toMatchObject({ verb: 'reminder.snooze', associatedInputs: 'none' });
    expect(look(mehmet).buttons[1]?.data).not.toHaveProperty('until');
    expect(look(anna).titles).toEqual(['Save', 'Back']);
  });

  test('is one tap away from what is theirs', () => {
    const { buttons } = shown(
      exampleOf('en'),
      { show: 'mine', of: [{ seen: exampleOf('en'), asker: mehmet, today: '2026-11-30' }] },
      { asker: mehmet },
    );
    expect(buttons.at(-1)).toMatchObject({ title: 'Quiet until…', data: { form: 'reminder.snooze' } });
  });
});

describe('the answer', () => {
  const answer = (checkpoint: Checkpoint, command: Command, at = '2026-11-30', language: Language = 'en') => {
    const before = after([], { checkpoint });
    const events = eventsOf(decide(command, before, asking(anna, at)));
    const seen = loaded(after([step(command, anna, at)], { checkpoint }));
    const says: readonly Saying[] = [{ type: 'accepted', command, events }];
    return shown(seen, { show: 'said' }, { says, language }).summary;
  };

  test.each([
    ['en', 'The checkpoint is every Wednesday at 10:00. The next two: Wed 2 Dec and Wed 9 Dec.'],
    ['de', 'Der Checkpoint ist jeden Mittwoch um 10:00 Uhr. Die nächsten beiden: Mi., 02.12. und Mi., 09.12.'],
  ] as const)('in %s to a new day names the next two', (language, text) => {
    expect(answer(tuesdays, { type: 'SetCheckpoint', weekday: 3 }, '2026-11-30', language)).toBe(text);
  });

  test.each([
    ['10:00', '2026-12-01T08:59:00.000Z', 'Tue 1 Dec and Tue 15 Dec'],
    ['10:00', '2026-12-01T09:00:00.000Z', 'Tue 15 Dec and Tue 29 Dec'],
  ])('counts the meeting of today at %s until it begins (%s)', (_, at, days) => {
    expect(answer(inTwoWeeks, { type: 'SetCheckpoint', time: '10:00', remind: 'atStart' }, at)).toContain(days);
  });

  test.each([
    ['en', { remind: 'atStart' }, 'Reminder of the checkpoint: when the meeting starts, mentioning owners.'],
    ['en', { mention: 'private' }, 'Reminder of the checkpoint: one working day before, at 09:00, mentioning nobody.'],
    [
      'de',
      { remind: 'atStart' },
      'Erinnerung an den Checkpoint: zu Beginn des Termins, mit Erwähnung der Zuständigen.',
    ],
  ] as const)('of nothing but its reminder says that (%s, %j)', (language, said, text) => {
    expect(answer(tuesdays, { type: 'SetCheckpoint', ...said }, '2026-11-30', language)).toBe(text);
  });

  test('to a week later names the new days', () => {
    expect(answer(inTwoWeeks, { type: 'SetCheckpoint', from: '2026-12-08' })).toContain('Tue 8 Dec and Tue 22 Dec');
  });

  test('to no meetings says that due dates are still reminded of', () => {
    expect(answer(tuesdays, { type: 'SetCheckpoint', every: 'off' })).toBe(
      'There are no checkpoint meetings any more. People are still reminded of due dates.',
    );
  });

  test.each([
    ['en', 'The checkpoint on Tue 1 Dec is skipped. The next one: Tue 8 Dec.'],
    ['de', 'Der Checkpoint am Di., 01.12. wird ausgelassen. Der nächste: Di., 08.12.'],
  ] as const)('in %s to one that is skipped names it and the next one', (language, text) => {
    expect(answer(tuesdays, { type: 'SkipCheckpoint', day: '2026-12-01' }, '2026-11-30', language)).toBe(text);
  });

  test('to whoever wants no reminders says until when', () => {
    expect(answer(tuesdays, { type: 'SnoozeReminders', until: '2026-12-07' })).toBe(
      'You get no reminders of this onboarding before Mon 7 Dec.',
    );
  });

  // That is how people tell a checkpoint post from everything else.
  test('never begins as a checkpoint post does', () => {
    const screens: readonly Showing[] = [checkpoints, form('checkpoint.set'), form('reminder.snooze')];
    for (const language of ['en', 'de'] as const) {
      for (const show of screens) expect(shown(exampleOf(language), show, { language }).summary).not.toMatch(/^Checkp/);
      expect(answer(tuesdays, { type: 'SetCheckpoint', weekday: 3 }, '2026-11-30', language)).not.toMatch(/^Checkp/);
    }
  });
});

test('where it is not clear of which onboarding, the next checkpoint of each can be asked for', () => {
  const seen = exampleOf('en');
  const of = ['1', '2'].map((id) => ({ seen: { ...seen, id }, asker: mehmet, today: '2026-11-30' }));
  const { buttons } = shown(seen, { show: 'which', request: { type: 'show', what: 'checkpoints' }, of });
  expect(buttons.map(({ verb, data }) => [verb, data['engagementId']])).toEqual([
    ['checkpoint.show', '1'],
    ['checkpoint.show', '2'],
  ]);
});
