import { phases } from '../../src/engagement';
import { add, anna, assign, block, mehmet } from '../support/given';
import { readAloud } from './elements';
import { refusal } from './sayings';
import { shown } from './shown';
import { after, codes, exampleOf, loaded, step, turnsOf } from './situations';

const show = { show: 'text' } as const;
const linesOf = (text: string | undefined) => (text ?? '').split('\n');

describe('the state as text', () => {
  test.each([
    [
      'en',
      [
        'Contoso · EMS onboarding · Mon 30 Nov 2026',
        'Phase 2 of 4: Assess',
        '3 of 7 open',
        '3 done · 1 deferred',
        'Of the open: 1 overdue, 1 blocked',
        'General: 18 of 25 acknowledged',
        'Checkpoint: Tue 1 Dec, 10:00',
        'To move on: A3, A6, I2',
        'Lead Anna Schmidt · FastTrack Ben Carter',
        '',
        'Initiate: 0 of 1 open',
        '',
        'Assess: 3 of 7 open',
        'I2 Kick-off meeting – nobody yet',
        'A3 Remediation checklist meetings – Mehmet Yılmaz, due Fri 27 Nov, overdue 3 days',
        'A5 Service configuration meetings – nobody yet, deferred until Mon 25 Jan 2027: delivery',
        'A6 Support plan – Anna Schmidt, blocked: waiting for the vendor, due Fri 4 Dec',
        '',
        'Remediate: 2 of 2 open',
        'R1 Carry out the remediation steps – nobody yet',
      ],
    ],
    [
      'de',
      [
        'Contoso · EMS-Onboarding · Mo., 30.11.2026',
        'Phase 2 von 4: Analysephase (Assess)',
        '3 von 7 offen',
        '3 erledigt · 1 zurückgestellt',
        'Davon 1 überfällig, 1 blockiert',
        'Allgemein: 18 von 25 zur Kenntnis genommen',
        'Checkpoint: Di., 01.12., 10:00',
        'Es fehlen noch: A3, A6, I2',
        'Projektleitung Anna Schmidt · FastTrack Ben Carter',
        '',
        'Einleitungsphase: 0 von 1 offen',
        '',
        'Analysephase: 3 von 7 offen',
        'I2 Kick-off-Termin – noch niemand',
        'A3 Termine zur Maßnahmenliste – Mehmet Yılmaz, fällig Fr., 27.11., 3 Tage überfällig',
        'A5 Termine zur Dienstkonfiguration – noch niemand, zurückgestellt bis Mo., 25.01.2027: delivery',
        'A6 Supportplan – Anna Schmidt, blockiert: wartet auf the vendor, fällig Fr., 04.12.',
        '',
        'Korrekturphase: 2 von 2 offen',
        'R1 Maßnahmen umsetzen – noch niemand',
      ],
    ],
  ] as const)('in %s names what is open and what comes back, phase by phase', (language, lines) => {
    const { text, summary } = shown(exampleOf(language), show, { language });
    expect(linesOf(text).slice(0, lines.length)).toEqual(lines);
    expect(summary).toBe(lines[0]);
  });

  test('is as people typed it, without marks of any markup', () => {
    const reason = '**b** R&D <x> [l](y) {{z}}\n# one';
    const name = 'Müller_*1*';
    const seen = loaded(
      after([step(assign('I1', mehmet)), step(block('I1', reason)), step(add('initiate', '1. Root_CA'))], {
        customer: 'R&D <Contoso>',
      }),
      () => name,
    );
    const { text } = shown(seen, show);
    expect(text).toContain('R&D <Contoso> · EMS onboarding');
    expect(text).toContain(`${name}, blocked: waiting for **b** R&D <x> [l](y) {{z}} # one\n`);
    expect(text).toContain('I3 1. Root_CA – nobody yet');
  });

  test('says the same on a card', () => {
    const { text, texts } = shown(exampleOf('en'), show);
    expect(texts.map(readAloud)).toEqual(linesOf(text).filter((line) => line !== ''));
  });

  test('says that it is paused, or over', () => {
    expect(linesOf(shown(turnsOf('en').paused, show).text)).toContain(
      'Paused since Mon 30 Nov (Anna Schmidt); resumes by itself on Mon 11 Jan 2027.',
    );
    expect(linesOf(shown(turnsOf('en').finished, show).text)[1]).toBe('Finished on Mon 30 Nov (Anna Schmidt).');
  });

  test('begins with what was told, where something was', () => {
    const { text } = shown(exampleOf('en'), show, { says: [refusal('item.alreadyOpen')] });
    expect(linesOf(text).slice(0, 2)).toEqual(['A3 is open already.', 'Contoso · EMS onboarding · Mon 30 Nov 2026']);
  });

  test('has at most 20,000 characters, and counts the lines that are left out', () => {
    const titles = Array.from({ length: 20 }, (_, at) => `${at} ${'x'.repeat(76)}`);
    const added = phases.map((phase) => step(add(phase, ...titles), anna));
    const begun = after(added);
    const blocked = Object.values(begun.items)
      .filter(({ countsIn }) => countsIn !== 'general')
      .flatMap(({ code }) => [step(assign(code, mehmet)), step(block(code, 'y'.repeat(300)))]);
    const seen = loaded(after([...added, ...blocked]), () => 'z'.repeat(60));
    const { text = '' } = shown(seen, show);
    expect(text.length).toBeLessThanOrEqual(20_000);
    expect(text.length).toBeGreaterThan(19_000);
    const lines = linesOf(text);
    const left = Number(/^and (\d+) more$/.exec(lines.at(-1) ?? '')?.[1]);
    const inPhases = lines.slice(lines.indexOf(''), -1).filter((line) => line !== '');
    expect(inPhases.length + left).toBe(phases.length + codes.filter((code) => !code.startsWith('G')).length + 80);
  });

  test('is sent with no other screen', () => {
    expect(shown(exampleOf('en'), { show: 'overview' })).toMatchObject({ text: undefined });
  });
});
