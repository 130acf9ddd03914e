import type { Saying } from '../../src/application/reply';
import { type Command, decide, type Language, type Rejection } from '../../src/engagement';
import {
  add,
  anna,
  asking,
  ben,
  complete,
  confirm,
  eventsOf,
  handOver,
  mehmet,
  record,
  reopen,
  setRole,
  stamped,
  withdraw,
} from '../support/given';
import { fold } from '../../src/engagement';
import { refusal, unread } from './sayings';
import { shown } from './shown';
import { after, exampleOf, fresh, jointCheckOf, loaded, step, turnsOf } from './situations';

const on = '2027-01-12';

/** What is said after really doing it. */
const done = (seen: ReturnType<typeof fresh>, command: Command, asker = anna, language: Language = 'en') => {
  const events = eventsOf(decide(command, seen.engagement, asking(asker, on)));
  const after = { ...seen, engagement: fold(events, seen.engagement) };
  return shown(after, { show: 'said' }, { says: [{ type: 'accepted', command, events }], asker, on, language }).summary;
};
const refused = (code: Rejection['code'], details: object = {}, language: Language = 'en') =>
  shown(exampleOf(language), { show: 'said' }, { says: [refusal(code, 'Contoso', details)], language }).summary;

describe('it is told', () => {
  const begun = loaded(after(['I1', 'I2', 'A1', 'A2', 'A3', 'A4', 'A5', 'A6'].map((code) => step(complete(code)))));

  test('which codes what was added has, and what was there already', () => {
    const titles = Array.from({ length: 12 }, (_, at) => `Step ${at}`);
    expect(done(begun, add('remediate', ...titles))).toBe('R3–R14 added to Remediate.');
    const more = { ...begun, engagement: after([step(add('remediate', 'Step 1', 'Step 2'))]) };
    expect(done(more, add('remediate', 'step 1', 'Step 2', 'Step 3'))).toBe(
      'R5 added to Remediate. There already: R3, R4.',
    );
  });

  test.each([
    ['en', "Your confirmation is recorded; FastTrack's is still missing."],
    ['de', 'Ihre Bestätigung ist eingetragen; die von FastTrack steht noch aus.'],
  ] as const)('in %s whose confirmation is still missing', (language, text) => {
    expect(done(jointCheckOf(language), confirm(), anna, language)).toBe(text);
  });

  test('that the next phase opened with the second confirmation', () => {
    const half = jointCheckOf('en', [step(confirm(), ben, on)]);
    expect(done(half, confirm())).toBe('Your confirmation is recorded. Enable is open now.');
    expect(done(jointCheckOf('en'), record('Ben Carter', '2027-01-11'))).toBe(
      "FastTrack's confirmation is recorded (Ben Carter, Mon 11 Jan); the customer's is still missing.",
    );
    expect(done(half, withdraw(), ben)).toBe('The confirmation is withdrawn.');
  });

  test('that confirmations are void when something is open again', () => {
    const half = jointCheckOf('de', [step(confirm(), ben, on)]);
    expect(done(half, reopen('R3'), anna, 'de')).toBe(
      'R3 ist wieder offen. Die bisherigen Bestätigungen gelten damit nicht mehr.',
    );
  });

  test('that the steps may be done once the last one is', () => {
    const one = {
      ...begun,
      engagement: fold(
        eventsOf(decide(add('remediate', 'Root CA'), begun.engagement, asking(anna, on))),
        begun.engagement,
      ),
    };
    expect(done(one, complete('R3'), mehmet)).toBe('R3 is done. None of the added steps is open any more. Is R1 done?');
  });

  test('who is what now, and who has whose items', () => {
    expect(done(fresh('en'), setRole(mehmet, 'specialist'))).toBe('Mehmet Yılmaz is FastTrack now.');
    expect(done(fresh('de'), setRole(mehmet, 'lead'), anna, 'de')).toBe('Mehmet Yılmaz hat jetzt die Projektleitung.');
    expect(done(exampleOf('en'), handOver(mehmet, ben))).toBe('A3 handed over from Mehmet Yılmaz to Ben Carter.');
  });

  test('what was taken back', () => {
    const saying: Saying = {
      type: 'accepted',
      command: { type: 'Undo', record: [] },
      events: [stamped({ type: 'OperationUndone', of: 'op', items: { A3: null, A4: null } })],
    };
    expect(shown(fresh('en'), { show: 'said' }, { says: [saying] }).summary).toBe('Taken back: A3, A4.');
  });

  test.each([
    ['en', 'The checkpoint on Tue 8 Dec takes place after all.'],
    ['de', 'Der Checkpoint am Di., 08.12. findet doch statt.'],
  ] as const)('in %s which meeting was put back', (language, text) => {
    const fact = { type: 'OperationUndone', of: 'op', items: {}, meetings: ['2026-12-08'] } as const;
    const saying: Saying = { type: 'accepted', command: { type: 'Undo', record: [] }, events: [stamped(fact)] };
    expect(shown(fresh(language), { show: 'said' }, { says: [saying], language }).summary).toBe(text);
  });

  test('which item and which meetings were put back together', () => {
    const fact = { type: 'OperationUndone', of: 'op', items: { A3: null }, meetings: ['2026-12-08', '2026-12-15'] };
    const event = stamped({ ...fact, type: 'OperationUndone' });
    const saying: Saying = { type: 'accepted', command: { type: 'Undo', record: [] }, events: [event] };
    expect(shown(fresh('en'), { show: 'said' }, { says: [saying] }).summary).toBe(
      'Taken back: A3. The checkpoints on Tue 8 Dec and Tue 15 Dec take place after all.',
    );
  });

  test('that all phases are over', () => {
    const seen = turnsOf('en')['moved on anyway'];
    const events = [stamped({ type: 'PhaseLeft', phase: 'enable' })];
    const says: readonly Saying[] = [{ type: 'accepted', command: { type: 'AdvancePhase', phase: 'enable' }, events }];
    expect(shown(seen, { show: 'said' }, { says }).summary).toBe(
      'You moved on from Enable. All four phases are behind you; the onboarding can be finished.',
    );
  });
});

describe('a refusal', () => {
  test('says who may, by name', () => {
    expect(refused('role.missing')).toBe('That is for the project lead: Anna Schmidt.');
    expect(refused('role.missing', { may: ['lead', 'specialist'] })).toBe(
      'That is for the project lead and FastTrack: Anna Schmidt or Ben Carter.',
    );
    expect(refused('role.missing', {}, 'de')).toBe('Das ist Sache der Projektleitung: Anna Schmidt.');
  });

  test('says it without names where nobody has the role', () => {
    const { engagement, ...seen } = fresh('en');
    const nobody = { ...seen, engagement: { ...engagement, roles: {} } };
    const told = (may: readonly string[]) =>
      shown(nobody, { show: 'said' }, { says: [refusal('role.missing', '', { may })] }).summary;
    expect(told(['lead'])).toBe(
      'That is for the project lead, and none is here any more. A team member can take over: @Lotse make me lead',
    );
    expect(told(['lead', 'specialist'])).toBe('That is for the project lead and FastTrack.');
  });

  test('says what is missing', () => {
    expect(refused('engagement.notFinished')).toBe(
      'The onboarding cannot be finished yet. Phases not left: Remediate, Enable. Open: R1, R2, E1. General, not accepted by an owner: G1.',
    );
    expect(refused('phase.needsReason')).toBe(
      "In Remediate something is still missing: R1, the customer's confirmation, FastTrack's confirmation. Moving on anyway needs a reason.",
    );
    expect(refused('item.stepsOpen', {}, 'de')).toBe(
      'R1 ist nicht erledigt, solange diese Schritte offen sind: R3–R5 und R9.',
    );
  });

  test('counts the items of a long list, not the ranges they are written in', () => {
    const odd = Array.from({ length: 12 }, (_, at) => `G${String(2 * at + 1)}`);
    const missing = { phases: [], open: [], general: [...odd, 'G30', 'G31', 'G32', 'G33'], unowned: [] };
    expect(refused('engagement.notFinished', missing)).toBe(
      `The onboarding cannot be finished yet. General, not accepted by an owner: ${odd.join(', ')} and 4 more.`,
    );
  });

  test('says how long a pause lasts, and how it ended', () => {
    const when = { by: anna, on: '2026-11-27' };
    expect(refused('engagement.paused', when)).toBe(
      'The onboarding is paused (Anna Schmidt, Fri 27 Nov). A project lead can resume it.',
    );
    expect(refused('engagement.paused', { ...when, until: '2026-12-07' })).toContain('resumes by itself on Mon 7 Dec');
    for (const status of ['finished', 'cancelled', 'discarded'])
      expect(refused('engagement.ended', { ...when, status })).toContain(`This onboarding is ${status}`);
  });

  test('counts the room that is left', () => {
    expect(refused('items.tooMany', { room: 1 })).toBe('Remediate has room for 1 more item. Nothing changed.');
    expect(refused('items.tooMany', { room: 2 }, 'de')).toBe(
      'Korrekturphase: Es ist noch Platz für 2 weitere Punkte. Nichts geändert.',
    );
    expect(refused('items.tooMany', { room: 0 })).toBe('Remediate has no room for more items. Nothing changed.');
  });
});

describe('lines that made no item', () => {
  const told = (saying: Saying, language: Language = 'en') =>
    shown(fresh(language), { show: 'said' }, { says: [saying], language }).summary;

  test('are named, each with the reason', () => {
    expect(told(unread('@Bob – soon'))).toBe(
      'Not added: “@Bob – soon” (no title); “@Bob – soon” (longer than 80 characters); “@Bob – soon” (nobody of that name is here); “@Bob – soon” (not a date).',
    );
    expect(told(unread('@Bob'), 'de')).toMatch(/^Nicht ergänzt: „@Bob“ \(kein Titel\); .* „@Bob“ \(kein Datum\)\.$/);
  });

  test('are cut, and counted where they are many', () => {
    const many: Saying = {
      type: 'unread',
      unread: Array.from({ length: 9 }, () => ({ line: 'x'.repeat(90), why: 'tooLong' })),
    };
    expect(told(many)).toContain(`“${'x'.repeat(59)}…”`);
    expect(told(many)).toMatch(/; and 3 more\.$/);
  });
});

test('more sentences than there is room for are counted', () => {
  const says = Array.from({ length: 25 }, () => refusal('item.alreadyNamed', '', { title: '漢'.repeat(800) }));
  const { texts } = shown(fresh('en'), { show: 'said' }, { says });
  expect(texts.at(-1)).toMatch(/^and \d+ more$/);
});
