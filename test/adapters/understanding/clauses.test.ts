import { act, anna, ben, done, form, formOf, given, meaning, mehmet, noted, unclear } from './hearing';
import { type Row, rows } from './rows';

const openings: Row[] = [
  ...rows(
    done('A3'),
    [
      'Hi all, A3 is done',
      'Quick update: A3 is done',
      'FYI: A3 done',
      "Let's be honest, close A3",
      'oh, well, A3 is done',
      'Yay, A3 is done',
      'That was a mistake, A3 is done',
      'Yay, A3 is done',
      'That was a mistake, A3 is done',
    ],
    [
      'Hallo zusammen, A3 ist erledigt',
      'Kurze Info: A3 ist erledigt',
      'Zur Info: A3 erledigt',
      'So, A3 ist fertig',
      'Top, A3 erledigt',
      'Oh nein, A3 ist erledigt',
    ],
  ),
  ...rows(
    act({ type: 'Undo' }),
    ['oops, wrong one, undo', 'my mistake, undo that'],
    ['falscher Punkt, bitte rückgängig machen', 'ups, vertippt, rückgängig'],
  ),
];

const clauses: Row[] = [
  ...rows(
    done('I2'),
    ['We met this morning, please close the kick-off', 'The kick-off was great, please close it'],
    ['Wir haben uns getroffen, bitte den Kick-off abhaken', 'Der Kick-off war gut, bitte abhaken'],
  ),
  ...rows(act({ type: 'SetAway' }), ["I'm back, end my absence"], []),
  ...rows(act({ type: 'ResumeEngagement' }), [], ['Die Pause ist vorbei, setz das Onboarding fort']),
  ...rows(
    act({ type: 'DeferItem', item: 'A5', until: '2026-12-04', reason: 'the room is taken' }),
    ['Because the room is taken, defer A5 until Friday'],
    [],
  ),
  // What was said before is not nothing.
  ...rows(
    unclear(['A3']),
    ['I am not sure. Please close A3', 'Defer the kick-off. Please close A3'],
    ['Ich bin nicht sicher. Bitte A3 abhaken'],
  ),
];

const lists: Row[] = [
  ...rows(
    done('A3', 'A6'),
    ['A3 and the support plan are done', 'please close A3, support plan'],
    ['A3 und der Supportplan sind erledigt', 'bitte A3 und Supportplan abhaken'],
  ),
  ...rows(done('A1', 'A2', 'A3'), ['all of A1 to A3 are done'], ['Alle drei Punkte A1, A2 und A3 sind erledigt']),
  // One of them is in doubt.
  ...rows(unclear(['A3']), ['A3 and screen sharing are done'], ['A3 und Bildschirmfreigabe sind erledigt']),
  ...rows(formOf('item.note', ['A3', 'A5']), ['add a note to A3 and A5'], ['Notiz zu A3 und A5 hinzufügen']),
];

const texts: Row[] = [
  ...rows(
    noted('E4', 'the proxy is open'),
    ['please note for E4 that the proxy is open', 'note on E4: the proxy is open'],
    [],
  ),
  ...rows(noted('E4', 'der Proxy offen ist'), [], ['Schreib bei E4 dazu, dass der Proxy offen ist']),
  ...rows(
    form('item.block', 'A3'),
    ['A3 blocked since Monday', 'A3 has been blocked since last week'],
    ['A3 ist seit Montag blockiert', 'A3 seit gestern blockiert'],
  ),
  ...rows(done('A3'), ['A3 was finished last Friday'], ['A3 ist seit gestern erledigt', 'A3 letzten Freitag erledigt']),
  ...rows(act({ type: 'ScheduleItem', item: 'A3', dueOn: '2026-12-20' }), ["change A3's due date to Dec 20"], []),
];

const people: Row[] = [
  ...rows(
    given('A3', ben.id),
    ['assign A3 to Ben', 'A3 for Ben', 'reassign A3 from Anna to Ben', 'Ben takes A3'],
    ['A3 an Ben', 'Ben soll A3 machen', 'A3 von Anna an Ben übergeben', 'A3 bitte Ben zuweisen'],
  ),
  ...rows(given('A3', mehmet.id), ['give A3 to mehmet yilmaz'], ['gib A3 an Mehmet Yilmaz']),
  // What somebody says is not what they want.
  ...rows(
    unclear(['A3']),
    ['Ben: A3 is done', 'Ben says A3 is done'],
    ['Ben: A3 ist erledigt', 'Ben sagt A3 ist fertig'],
  ),
];

const nothing: Row[] = [
  ...rows(
    unclear(['A3']),
    [
      'Suppose A3 is done',
      'Assuming A3 is done',
      'The minutes say "A3 is done"',
      '"A3 is done"',
      'A3 done - I think',
      'A3 is done - not yet',
    ],
    [
      'Angenommen, A3 ist erledigt',
      'Mal angenommen A3 ist fertig',
      'Im Protokoll steht „A3 erledigt“',
      'A3 erledigt - glaube ich',
      'A3 erledigt, glaube ich',
    ],
  ),
  ...rows(done('A6'), ['close the "support plan"'], ['„Supportplan“ abhaken']),
  ...rows(
    unclear(['A3'], { day: '2026-12-04' }),
    ['A3 until Friday because of holidays'],
    ['A3 bis Freitag wegen Urlaub'],
  ),
];

describe.each([
  ['what stands before anything is said', openings],
  ['one clause of several', clauses],
  ['lists by codes and words', lists],
  ['notes, and since when', texts],
  ['people called by name', people],
  ['nothing is done', nothing],
])('%s', (_, table) => {
  test.each(table)('[%s] %s', (language, text, expected) => {
    expect(meaning(language, text, { people: [anna, ben, mehmet] })).toEqual(expected);
  });
});
