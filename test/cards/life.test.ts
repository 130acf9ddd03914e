import { readAction } from '../../src/adapters/teams/action';
import type { Showing } from '../../src/application/reply';
import { anna, ben, handOver, mehmet } from '../support/given';
import { posted, section, shown } from './shown';
import { fresh, outsideId, turnsOf } from './situations';

const overview: Showing = { show: 'overview' };
const confirming = (type: 'FinishEngagement' | 'DiscardEngagement'): Showing => ({
  show: 'confirm',
  wish: { type },
  command: { type },
});

describe('a paused onboarding', () => {
  test.each([
    ['en', 'Paused since Mon 30 Nov (Anna Schmidt); resumes by itself on Mon 11 Jan 2027.', ['Resume', 'History']],
    [
      'de',
      'Pausiert seit Mo., 30.11. (Anna Schmidt), geht am Mo., 11.01.2027 von selbst weiter.',
      ['Fortsetzen', 'Verlauf'],
    ],
  ] as const)(
    'says so in %s, and offers nothing but to go on and to look back',
    (language, line, [button, history]) => {
      const seen = turnsOf(language).paused;
      expect(posted(seen, overview, { language }).texts).toContain(line);
      expect(posted(seen, section('assess'), { language }).texts).toContain(line);
      expect(posted(seen, overview, { language }).titles[0]).toBe(button);
      expect(shown(seen, { show: 'item', item: 'A3' }, { language }).titles).toEqual([button, history]);
      expect(shown(seen, { show: 'item', item: 'A3' }, { language, asker: mehmet }).titles).toEqual([history]);
    },
  );
});

describe('an onboarding that is over', () => {
  test.each([
    ['finished', 'Finished on Mon 30 Nov (Anna Schmidt).'],
    ['cancelled', 'Cancelled on Mon 30 Nov (Anna Schmidt): the project was stopped'],
  ] as const)('because it was %s says so, stays readable, and the next one can start', (how, line) => {
    const seen = turnsOf('en')[how];
    const { texts, titles } = posted(seen, overview);
    expect(texts).toContain(line);
    expect(titles).toEqual([
      'Start onboarding',
      'Show Initiate',
      'Show Assess',
      'Show Remediate',
      'Show Enable',
      'Show General',
      'History',
    ]);
    expect(posted(seen, section('enable')).titles).toEqual(['Open', 'Overview', 'My items']);
    expect(shown(seen, { show: 'item', item: 'A3' }).titles).toEqual(['History']);
    expect(shown(seen, { show: 'help' }).titles).toContain('Start onboarding');
  });

  test('because it was discarded is one line everywhere, and nothing else', () => {
    const line = 'The onboarding of Contoso was discarded on Mon 2 Nov (Anna Schmidt).';
    for (const show of [overview, section('initiate'), { show: 'closing' } as const]) {
      const { texts, titles, summary } = posted(turnsOf('en').discarded, show);
      expect([texts, titles, summary]).toEqual([[line], [], line]);
    }
    expect(shown(turnsOf('en').discarded, { show: 'item', item: 'A3' }).titles).toEqual(['Start onboarding']);
  });

  test.each([
    [
      'en',
      [
        'Contoso · onboarding summary',
        'Finished on Mon 30 Nov (Anna Schmidt).',
        'Mon 2 Nov – Mon 30 Nov',
        'Project lead: Anna Schmidt',
        'FastTrack: Ben Carter',
        'Phases',
        'Initiate: Mon 2 Nov – Mon 9 Nov (7 days)',
        'Assess: Mon 9 Nov – Mon 16 Nov (7 days)',
        'Remediate: Mon 16 Nov – Mon 23 Nov (7 days)',
        'Enable: Mon 23 Nov – Tue 24 Nov (1 day)',
        'Joint check – FastTrack: Ben Carter, Mon 23 Nov, 09:00',
        'Joint check – Customer: Anna Schmidt, Mon 23 Nov, 09:00',
        'Assess: Moved on anyway on Mon 16 Nov (Anna Schmidt): the plan follows – missing: A1–A6.',
        'Items',
        '18 done · 1 deferred',
        'General: 24 of 25 acknowledged',
        'Handed over to operations',
        'Mehmet Yılmaz: G1–G4, G6–G25',
        'Deferred, from now on with their owners',
        'E8 Enable the services: Anna Schmidt, until Mon 25 Jan 2027 (delivery)',
      ],
    ],
    [
      'de',
      [
        'Contoso · Onboarding im Rückblick',
        'Abgeschlossen am Mo., 30.11. (Anna Schmidt).',
        'Mo., 02.11. – Mo., 30.11.',
        'Projektleitung: Anna Schmidt',
        'FastTrack: Ben Carter',
        'Phasen',
        'Einleitungsphase: Mo., 02.11. – Mo., 09.11. (7 Tage)',
        'Analysephase: Mo., 09.11. – Mo., 16.11. (7 Tage)',
        'Korrekturphase: Mo., 16.11. – Mo., 23.11. (7 Tage)',
        'Aktivierungsphase: Mo., 23.11. – Di., 24.11. (1 Tag)',
        'Gemeinsame Prüfung – FastTrack: Ben Carter, Mo., 23.11., 09:00',
        'Gemeinsame Prüfung – Kunde: Anna Schmidt, Mo., 23.11., 09:00',
        'Analysephase: Trotzdem weiter am Mo., 16.11. (Anna Schmidt): the plan follows – es fehlten: A1–A6.',
        'Punkte',
        '18 erledigt · 1 zurückgestellt',
        'Allgemein: 24 von 25 zur Kenntnis genommen',
        'An den Betrieb übergeben',
        'Mehmet Yılmaz: G1–G4, G6–G25',
        'Zurückgestellt, ab jetzt bei den Zuständigen',
        'E8 Dienste aktivieren: Anna Schmidt, bis Mo., 25.01.2027 (delivery)',
      ],
    ],
  ] as const)('is summed up in %s', (language, lines) => {
    expect(posted(turnsOf(language).finished, { show: 'closing' }, { language }).texts).toEqual(lines);
  });

  test('before its time hands nothing over', () => {
    const { texts } = posted(turnsOf('en').cancelled, { show: 'closing' });
    expect(texts).toEqual(expect.arrayContaining(['Assess: since Tue 10 Nov', 'Remediate: not reached']));
    expect(texts).not.toContain('Deferred, from now on with their owners');
  });
});

test('whoever took the lead because nobody had it any more is named on the overview', () => {
  const { texts } = posted(turnsOf('en')['lead taken over'], overview);
  expect(texts).toContain('Mehmet Yılmaz took over as project lead on Mon 30 Nov: no lead was here any more.');
  expect(texts).toContain('Lead Anna Schmidt (left the team), Mehmet Yılmaz · FastTrack Ben Carter');
});

test('after the last phase its end is offered first, to those who may end it', () => {
  const seen = turnsOf('en')['after the last phase'];
  expect(posted(seen, overview).inSight).toEqual(['Finish onboarding…', 'Show Enable', 'My items']);
  expect(shown(seen, overview, { asker: mehmet }).inSight).toEqual(['Show Enable', 'My items', 'General']);
  expect(posted(seen, section('enable')).titles).toContain('Step back…');
});

describe('what cannot be taken back is shown first', () => {
  const seen = turnsOf('en')['after the last phase'];

  test('finishing: what goes to whom', () => {
    const { texts, buttons } = shown(seen, confirming('FinishEngagement'));
    expect(texts).toEqual(
      expect.arrayContaining([
        'Finish the onboarding of Contoso?',
        'Mehmet Yılmaz: G1–G4, G6–G25',
        'E8 Enable the services: Anna Schmidt, until Mon 25 Jan 2027 (delivery)',
      ]),
    );
    expect(buttons[0]).toMatchObject({ verb: 'engagement.finish' });
  });

  test('finishing too early: what is missing, and no button that does it', () => {
    const { texts, titles } = shown(turnsOf('de')['moved on anyway'], confirming('FinishEngagement'), {
      language: 'de',
    });
    expect(texts[1]).toBe(
      'Das Onboarding lässt sich noch nicht abschließen. Noch nicht verlassen: Korrekturphase, Aktivierungsphase. ' +
        'Offen: I2, A3, A6, R1, R2, E1–E8. Allgemein, von niemandem angenommen: G1–G25. Zurückgestellt ohne Zuständige: A5.',
    );
    expect(titles).toEqual(['Zurück']);
  });

  test('discarding: what is lost', () => {
    const { texts, buttons } = shown(fresh('en'), confirming('DiscardEngagement'));
    expect(texts[1]).toMatch(/^All 43 items go, 0 of them done/);
    expect(buttons[0]).toMatchObject({ verb: 'engagement.discard' });
  });

  test('handing over: which items go from whom to whom', () => {
    const wish = { type: 'HandOver', person: outsideId(2), assignee: outsideId(1) } as const;
    const command = handOver(mehmet, ben);
    const { texts, buttons } = shown(
      turnsOf('de')['owner gone'],
      { show: 'confirm', wish, command },
      { language: 'de' },
    );
    expect(texts).toEqual([
      'Diese Punkte übergeben?',
      '1 Punkt geht von Mehmet Yılmaz an Ben Carter:',
      '**A3** Termine zur Maßnahmenliste',
    ]);
    expect(buttons[0]).toMatchObject({
      title: 'Übergeben',
      verb: 'person.handOver',
      data: { person: outsideId(2), assignee: outsideId(1) },
    });
  });

  test('everywhere else the button only asks', () => {
    const { buttons } = shown(
      fresh('en'),
      { show: 'form', form: 'engagement.configure', about: {}, filled: {} },
      { on: '2026-11-03' },
    );
    const asking = buttons.filter(({ title }) => /^(?:Finish|Discard|Hand over)/.test(title));
    expect(asking).toHaveLength(3);
    for (const { verb, data } of asking) expect([verb, data['confirmed']]).toEqual(['form.show', undefined]);
    const asked = asking.map(({ verb, data }) => readAction(verb, data).request.type);
    expect(asked).toEqual(['show', 'confirm', 'confirm']);
    const people = { person: outsideId(2), assignee: outsideId(1) };
    const sends = shown(fresh('en'), { show: 'form', form: 'person.handOver', about: {}, filled: {} }).buttons[0];
    expect(readAction(sends?.verb, { ...sends?.data, ...people }).request).toEqual({
      type: 'confirm',
      wish: { type: 'HandOver', ...people },
    });
  });
});

describe('the settings', () => {
  const settings: Showing = { show: 'form', form: 'engagement.configure', about: {}, filled: {} };

  test('lead to everything that is about the whole onboarding', () => {
    const titles = (on: string) => shown(fresh('en'), settings, { on }).titles;
    const all = [
      ...['Save', 'Back', 'Roles…', 'Checkpoint…', 'Hand over…', 'Away…', 'Quiet until…', 'Pause…'],
      ...['Finish onboarding…', 'Cancel onboarding…'],
    ];
    expect(titles('2026-11-03')).toEqual([...all, 'Discard…']);
    expect(titles('2026-11-04')).toEqual(all);
    expect(shown(fresh('en'), settings).inputs.map(({ id, value }) => [id, value])).toEqual([
      ['customer', 'Contoso'],
      ['language', 'en'],
      ['timeZone', 'Europe/Berlin'],
    ]);
  });

  test('are for leads; others see them, and what they may do', () => {
    const look = (asker: string) => shown(fresh('en'), settings, { asker });
    expect(look(ben).titles).toEqual(['Back', 'Checkpoint…', 'Hand over…', 'Away…', 'Quiet until…']);
    expect(look(mehmet).titles).toEqual(['Back', 'Away…', 'Quiet until…']);
    expect(look(mehmet).texts).toContain('Contoso · English · Europe/Berlin');
    expect(look(mehmet).inputs).toEqual([]);
    expect(shown(turnsOf('en').paused, settings).titles).toEqual(['Resume', 'Back', 'Cancel onboarding…']);
  });

  test('let a member take the lead where nobody has it any more', () => {
    const { engagement, ...seen } = fresh('en');
    const gone = { ...seen, engagement: { ...engagement, gone: [anna] } };
    expect(shown(gone, settings, { asker: mehmet }).titles).toEqual(['Back', 'Roles…', 'Away…', 'Quiet until…']);
  });

  test('are one tap away from the overview', () => {
    const { buttons } = posted(fresh('de'), overview, { language: 'de' });
    expect(buttons.at(-2)).toMatchObject({
      title: 'Einstellungen…',
      mode: 'secondary',
      verb: 'form.show',
      data: { form: 'engagement.configure' },
    });
  });
});

test('a phase moved on from while settled says it was passed over', () => {
  const seen = turnsOf('en')['moved on anyway'];
  const { opened: _, ...passedOver } = seen.engagement.phases.assess;
  const phases = { ...seen.engagement.phases, assess: passedOver };
  const { texts } = posted({ ...seen, engagement: { ...seen.engagement, phases } }, { show: 'closing' });
  expect(texts).toContain('Assess: passed over, nothing was open');
});
