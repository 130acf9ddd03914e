import type { Loaded } from '../../src/application/loaded';
import type { Language } from '../../src/engagement';
import {
  advance,
  anna,
  ben,
  complete,
  confirm,
  leaveTeam,
  lotse,
  mehmet,
  record,
  reopen,
  take,
} from '../support/given';
import { posted, section, shown } from './shown';
import { after, jointCheckOf, loaded, step, turnsOf } from './situations';

const checked = (language: Language): Loaded =>
  jointCheckOf(language, [step(confirm(), ben, '2027-01-12T09:24:00.000Z')]);
const on = '2027-01-12';

describe('the joint check', () => {
  test.each([
    [
      'en',
      [
        'Remediate: ready for the joint check',
        '8 done · 1 deferred',
        'Carried over: R7 VPN certificates, until Mon 25 Jan (delivery)',
        'Confirming means: we checked the results together, Enable can start.',
        'FastTrack: Ben Carter, Tue 12 Jan, 10:24',
        'Customer: waiting for Anna Schmidt',
      ],
      ['Confirm results', 'Show Remediate', 'Open'],
    ],
    [
      'de',
      [
        'Korrekturphase: bereit zur gemeinsamen Prüfung',
        '8 erledigt · 1 zurückgestellt',
        'Wird übernommen: R7 VPN-Zertifikate, bis Mo., 25.01. (Lieferung)',
        'Bestätigen heißt: Ergebnisse gemeinsam geprüft, die Aktivierung kann beginnen.',
        'FastTrack: Ben Carter, Di., 12.01., 10:24',
        'Kunde: Anna Schmidt steht noch aus',
      ],
      ['Ergebnis bestätigen', 'Korrekturphase', 'Öffnen'],
    ],
  ] as const)('reads as it was agreed in %s, with the rows below', (language, lines, buttons) => {
    const { texts, inSight, rows } = posted(checked(language), section('remediate'), { language, on });
    expect(texts.slice(0, lines.length)).toEqual(lines);
    expect(inSight).toEqual(buttons);
    expect(rows.map(({ data }) => data['itemId'])).toEqual([
      'R1',
      'R2',
      'R3',
      'R4',
      'R5',
      'R6',
      'R7',
      'R8',
      'R9',
      'R10',
    ]);
  });

  test('says who entered what was confirmed in the meeting', () => {
    const seen = jointCheckOf('en', [step(record('Ben Carter', '2027-01-11'), anna, on)]);
    const recorded = 'FastTrack: Ben Carter, Mon 11 Jan (recorded by Anna Schmidt)';
    expect(posted(seen, section('remediate'), { on }).texts).toContain(recorded);
    expect(posted(seen, { show: 'overview' }, { on }).texts).toContain(recorded);
    expect(
      posted({ ...seen, engagement: { ...seen.engagement, language: 'de' } }, section('remediate'), {
        on,
        language: 'de',
      }).texts,
    ).toContain('FastTrack: Ben Carter, Mo., 11.01. (eingetragen von Anna Schmidt)');
  });

  const more = (seen: Loaded, asker: string) =>
    shown(seen, section('remediate'), { asker, on }).titles.filter((title) =>
      /confirm|Move on|Step back|Add/i.test(title),
    );

  test('offers everybody what they may: to post readers all of it', () => {
    expect(posted(checked('en'), section('remediate'), { on }).titles.slice(3)).toEqual([
      'Overview',
      'Withdraw confirmation',
      'My items',
      'Add items…',
      'Move on anyway…',
      'Step back…',
    ]);
    expect(more(jointCheckOf('en'), anna)).toEqual([
      'Confirm results',
      'Record a confirmation given in the meeting',
      'Add items…',
      'Move on anyway…',
      'Step back…',
    ]);
    // FastTrack's word is not for the customer's lead to take back.
    expect(more(checked('en'), anna)).toEqual(['Confirm results', 'Add items…', 'Move on anyway…', 'Step back…']);
    expect(more(checked('en'), ben)).toEqual(['Withdraw confirmation', 'Add items…']);
    expect(more(checked('en'), mehmet)).toEqual([]);
  });

  test('is about that phase, whatever the current one is when it is pressed', () => {
    const { buttons } = posted(checked('en'), section('remediate'), { on });
    const phased = buttons.filter(({ verb }) => verb.startsWith('phase.') || verb === 'form.show');
    expect(phased.map(({ verb, data }) => [data['form'] ?? verb, data['phase']])).toEqual([
      ['phase.confirm', 'remediate'],
      ['phase.show', 'remediate'],
      ['phase.withdraw', 'remediate'],
      ['item.add', 'remediate'],
      ['phase.advance', 'remediate'],
      ['phase.return', 'assess'],
    ]);
  });

  test('waits for whoever is still here', () => {
    const seen = jointCheckOf('en', [step(leaveTeam(ben), lotse)]);
    expect(posted(seen, section('remediate'), { on }).texts).toContain('FastTrack: still missing');
  });

  test('stands on the overview too', () => {
    const { texts } = posted(checked('de'), { show: 'overview' }, { language: 'de', on });
    expect(texts).toEqual(
      expect.arrayContaining([
        'Korrekturphase: bereit zur gemeinsamen Prüfung',
        'FastTrack: Ben Carter, Di., 12.01., 10:24',
        'Kunde: Anna Schmidt steht noch aus',
      ]),
    );
  });
});

describe('a lead is asked', () => {
  test.each([
    ['en', /^Nothing is open here any more\. I2 still has to be acknowledged/, ['Move on', 'I2', 'Open']],
    ['de', /^Hier ist nichts mehr offen\. I2 muss die Projektleitung oder FastTrack/, ['Weitergehen', 'I2', 'Öffnen']],
  ] as const)('in %s whether to move on with what a member deferred', (language, line, buttons) => {
    const { texts, inSight, buttons: all } = posted(turnsOf(language).agreement, section('initiate'), { language });
    expect(texts).toContainEqual(expect.stringMatching(line));
    expect(inSight).toEqual(buttons);
    expect(all[0]).toMatchObject({ verb: 'phase.advance', data: { phase: 'initiate' } });
    expect(all.map(({ title }) => title)).not.toContain('Move on anyway…');
  });

  test('and a member is not', () => {
    const { titles } = shown(turnsOf('en').agreement, section('initiate'), { asker: mehmet });
    expect(titles.slice(0, 2)).toEqual(['I2', 'Open']);
  });

  test('whether to go on again after stepping back', () => {
    const { texts, inSight } = posted(turnsOf('en')['stepped back'], section('initiate'));
    expect(texts).toContainEqual(
      expect.stringMatching(/^Anna Schmidt stepped back into this phase on Mon 30 Nov: one more look – /),
    );
    expect(inSight[0]).toBe('Move on');
  });

  test('whether the steps are done once none of those added is open', () => {
    const seen = turnsOf('en')['added items done'];
    const { texts, buttons } = posted(seen, section('remediate'));
    expect(texts).toContain('None of the added steps is open any more. Is R1 done?');
    expect(buttons[0]).toMatchObject({ title: 'R1 done', verb: 'item.complete', data: { itemId: 'R1' } });
    for (const item of ['R1', 'R3']) {
      const { titles } = shown(seen, { show: 'item', item });
      expect(titles[0]).toBe('R1 done');
      expect(titles).not.toContain('Done');
    }
  });

  test('nothing about the steps while one of them is open, which is named instead', () => {
    const { texts, titles } = shown(turnsOf('de')['added items'], { show: 'item', item: 'R1' }, { language: 'de' });
    expect(texts).toContain('Von den ergänzten Schritten noch offen: R3, R4, R5, R6, R7, R8, R9, R10');
    expect(titles).not.toContain('Erledigt');
    expect(titles).not.toContain('R1 erledigt');
  });
});

describe('moving on anyway', () => {
  const line = 'Moved on anyway on Mon 30 Nov (Anna Schmidt): the plan follows – missing: I2, A3, A6.';

  test('is always to be seen, on the phase and on the overview', () => {
    const seen = turnsOf('en')['moved on anyway'];
    expect(posted(seen, section('assess')).texts).toEqual(
      expect.arrayContaining([line, 'Still open here although the phase was left: I2, A3, A6']),
    );
    expect(posted(seen, { show: 'overview' }).texts).toEqual(
      expect.arrayContaining([`Assess: ${line}`, 'Open in phases already left: I2, A3, A6']),
    );
  });

  test('names whose confirmation was missing', () => {
    const seen = jointCheckOf('de', [step(confirm(), ben, on), step(advance('remediate', 'eilt'), anna, on)]);
    expect(posted(seen, section('remediate'), { language: 'de', on }).texts).toContain(
      'Trotzdem weiter am Di., 12.01. (Anna Schmidt): eilt – es fehlte: die Bestätigung des Kunden.',
    );
  });
});

test('a phase that was left says what was reopened in it since', () => {
  const steps = [step(complete('I1')), step(complete('I2')), step(reopen('I2', 'one more')), step(take('I2'))];
  expect(posted(loaded(after(steps)), section('initiate')).texts).toContain(
    'Still open here although the phase was left: I2',
  );
});
