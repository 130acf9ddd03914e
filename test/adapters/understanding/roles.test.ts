import type { Request } from '../../../src/application/request';
import type { Role } from '../../../src/engagement/index';
import { act, anna, ben, done, given, meaning, mehmet, otherForm, show, unclear } from './hearing';
import { type Row, rows } from './rows';

const role = (assignee: string, is: Role): Request => act({ type: 'SetRole', assignee, role: is });
const overTo = (person: string, assignee: string): Request => ({
  type: 'confirm',
  wish: { type: 'HandOver', person, assignee },
});
const overAtOnce = (person: string, assignee: string): Request => act({ type: 'HandOver', person, assignee });
const away = (until?: string, person?: string): Request =>
  act({ type: 'SetAway', ...(person && { person }), ...(until && { until }) });

const roles: Row[] = [
  ...rows(
    role(ben.id, 'lead'),
    [
      'make @Ben Carter lead',
      'Please make Ben Carter the project lead',
      '@Ben Carter is project lead',
      'Ben Carter is the new project manager',
      'Ben Carter becomes PM',
      'appoint Ben Carter as project lead',
      'Ben Carter takes over the lead',
      'assign the project lead role to Ben Carter',
      'the project lead is Ben Carter',
      'new project lead: Ben Carter',
    ],
    [
      'Ben Carter wird Projektleitung',
      'mach @Ben Carter zur Projektleitung',
      'Ben Carter ist Projektleiter',
      'Bitte machen Sie Ben Carter zum Projektleiter',
      'Ben Carter übernimmt die Projektleitung',
      'Ben Carter als Projektleitung eintragen',
      'Projektleitung an Ben Carter übergeben',
      'neue Projektleitung ist Ben Carter',
    ],
  ),
  ...rows(
    role(anna.id, 'lead'),
    [
      'make me lead',
      'make me the project lead',
      'I am the lead',
      'I am the project lead',
      "I'm the project lead",
      'I take over the lead',
      "I'll take over the project lead",
    ],
    [
      'ich übernehme die Projektleitung',
      'Ich uebernehme die Projektleitung',
      'Ich bin Projektleiterin',
      'mach mich zur Projektleitung',
      'ich werde Projektleitung',
    ],
  ),
  ...rows(
    role(ben.id, 'specialist'),
    [
      '@Ben Carter as FastTrack',
      'Ben Carter is FastTrack',
      'Ben Carter is our FastTrack contact',
      'make Ben Carter FastTrack specialist',
      'Ben Carter is the specialist',
      'add Ben Carter as FastTrack',
    ],
    [
      'Ben Carter ist FastTrack',
      'Ben Carter ist FastTrack-Ansprechpartner',
      'Ben Carter als FastTrack eintragen',
      'Ben Carter gehört zum FastTrack-Team',
      'FastTrack-Ansprechpartner ist Ben Carter',
    ],
  ),
  ...rows(
    role(ben.id, 'member'),
    [
      'Ben Carter is a team member',
      'Ben Carter is just a team member',
      'remove Ben Carter as lead',
      'Ben Carter is no longer lead',
      'Ben Carter is not project lead anymore',
    ],
    [
      'Ben Carter ist Teammitglied',
      'Ben Carter ist nur Teammitglied',
      'Ben Carter ist nicht mehr Projektleitung',
      'entferne Ben Carter als Projektleitung',
      'Ben Carter gibt die Projektleitung ab',
    ],
  ),
  ...rows(
    role(anna.id, 'member'),
    ['I am no longer lead', 'I step down as project lead'],
    ['Ich bin nicht mehr Projektleitung', 'ich gebe die Projektleitung ab'],
  ),
  ...rows(
    otherForm('role.set', { role: 'lead' }),
    ['make Robert lead', 'change the project lead'],
    ['mach Robert zur Projektleitung', 'Projektleitung ändern'],
  ),
  ...rows(
    otherForm('role.set', { role: 'specialist' }),
    ['set the FastTrack contact'],
    ['FastTrack-Ansprechpartner festlegen'],
  ),
  ...rows(otherForm('role.set'), ['change roles', 'roles'], ['Rollen ändern', 'Rollen']),
  ...rows(
    otherForm('role.set', { assignee: ben.id }),
    ['change the role of Ben Carter'],
    ['Rolle von Ben Carter ändern'],
  ),
  ...rows(
    show('overview'),
    ['who is lead?', 'who is the project manager?', "who's the FastTrack contact?"],
    ['wer ist Projektleitung?', 'Wer hat die Projektleitung?', 'wer ist der FastTrack-Ansprechpartner?'],
  ),
  ...rows(
    unclear(),
    [
      'Ben Carter was lead',
      'is Ben Carter lead?',
      'Ben Carter is not lead',
      'maybe make Ben Carter lead',
      'make Ben Carter and Mehmet Yılmaz lead',
    ],
    [
      'Ben Carter war Projektleiter',
      'Ist Ben Carter Projektleiter?',
      'Ben Carter ist nicht Projektleiter',
      'Ben Carter Projektleiter',
      'im FastTrack-Team',
    ],
  ),
  ...rows(given('G2', ben.id), ['Ben Carter takes project management'], ['Ben Carter übernimmt Projektmanagement']),
  ...rows(done('A1'), ['name stakeholders is done'], ['Beteiligte benennen ist erledigt']),
];

const handOver: Row[] = [
  ...rows(
    overTo(ben.id, mehmet.id),
    [
      "@Mehmet Yılmaz takes over all of @Ben Carter's items",
      'Mehmet Yılmaz takes over everything from Ben Carter',
      'Mehmet Yılmaz will take over all items of Ben Carter',
      'hand over all items of Ben Carter to Mehmet Yılmaz',
      "Please give all of Ben Carter's items to Mehmet Yılmaz",
      "assign all of Ben Carter's open items to Mehmet Yılmaz",
      "hand Ben Carter's items over to Mehmet Yılmaz",
    ],
    [
      'Mehmet Yılmaz übernimmt alles von Ben Carter',
      'Mehmet Yılmaz uebernimmt alle Punkte von Ben Carter',
      'übergib alle Punkte von Ben Carter an Mehmet Yılmaz',
      'Bitte alle Punkte von Ben Carter an Mehmet Yılmaz übergeben',
      'alles von Ben Carter an Mehmet Yılmaz',
      'Übertrage alle offenen Punkte von Ben Carter an Mehmet Yılmaz',
    ],
  ),
  ...rows(
    overTo(anna.id, ben.id),
    [
      'give all my items to Ben Carter',
      'Ben Carter takes over all my items',
      'hand over everything from me to Ben Carter',
    ],
    [
      'alle meine Punkte an Ben Carter',
      'Ich übergebe alle meine Punkte an Ben Carter',
      'Ben Carter übernimmt alle meine Punkte',
      'Ben Carter übernimmt alles von mir',
    ],
  ),
  ...rows(
    overTo(ben.id, anna.id),
    ['I take over everything from Ben Carter', "I'll take over all of Ben Carter's items"],
    ['ich übernehme alles von Ben Carter', 'Ich übernehme alle Punkte von Ben Carter'],
  ),
  ...rows(
    overAtOnce(anna.id, ben.id),
    ['yes, give all my items to Ben Carter', 'Yes please give all my items to Ben Carter'],
    ['ja, alle meine Punkte an Ben Carter', 'Ja bitte alle meine Punkte an Ben Carter übergeben'],
  ),
  ...rows(
    otherForm('person.handOver', { person: anna.id }),
    ['hand over all my items'],
    ['alle meine Punkte übergeben'],
  ),
  ...rows(
    otherForm('person.handOver', { person: ben.id }),
    ['hand over all items of Ben Carter'],
    ['alle Punkte von Ben Carter übergeben'],
  ),
  ...rows(
    otherForm('person.handOver', { assignee: ben.id }),
    ['hand over all items to Ben Carter'],
    ['alle Punkte an Ben Carter übergeben'],
  ),
  ...rows(
    unclear(),
    ['assign all to Ben Carter', "don't give all my items to Ben Carter", 'should Ben Carter take over all my items?'],
    ['nicht alle meine Punkte an Ben Carter', 'Soll Ben Carter alle meine Punkte übernehmen?'],
  ),
];

const absence: Row[] = [
  ...rows(
    away('2027-01-11'),
    [
      'I am away until 11 Jan',
      "I'm out of office until 11 Jan",
      "I'm on holiday until 11 Jan",
      'I am on vacation till 11 January',
      "I'll be away until 11 Jan",
      'out of office until 11 Jan',
      '@Anna Schmidt is away until 11 Jan',
      "I'm away until 11 Jan because of private things",
    ],
    [
      'ich bin bis 11.01. weg',
      'Ich bin bis 11.01. im Urlaub',
      'ich bin bis zum 11.01. nicht da',
      'bis 11.01. bin ich abwesend',
      'Ich habe bis 11.01. Urlaub',
      'ich bin bis einschließlich 11.01. im Urlaub',
      'Ich bin abwesend bis 11.01.',
      'Bin bis 11.01. weg',
      'Anna Schmidt ist bis 11.01. weg',
    ],
  ),
  ...rows(
    away('2027-01-11', mehmet.id),
    [
      '@Mehmet Yılmaz is away until 11 Jan',
      'Mehmet Yılmaz is out of office until 11 Jan',
      'Mehmet Yılmaz will be away until 11 Jan',
    ],
    [
      '@Mehmet Yılmaz ist bis 11.01. abwesend',
      'Mehmet Yılmaz ist im Urlaub bis 11.01.',
      'Mehmet Yılmaz fehlt bis 11.01.',
    ],
  ),
  ...rows(away('2026-12-14'), ["I'm away for two weeks"], ['Ich bin für zwei Wochen weg']),
  ...rows(
    away(),
    ["I'm back", 'I am back', 'I am back again', "I'm back from vacation", 'I am no longer away'],
    ['ich bin wieder da', 'Ich bin zurück', 'ich bin aus dem Urlaub zurück', 'Ich bin nicht mehr abwesend'],
  ),
  ...rows(away(undefined, mehmet.id), ['Mehmet Yılmaz is back'], ['Mehmet Yılmaz ist wieder da']),
  ...rows(
    otherForm('person.away'),
    ['I am away', "I'm on vacation", "I'm away on Friday", 'I am away until 31.02.', "I'm back on 11 Jan"],
    [
      'ich bin im Urlaub',
      'Ich bin weg',
      'ich bin am Freitag nicht da',
      'Ich bin bis 31.02. weg',
      'ich bin am 11.01. wieder da',
    ],
  ),
  ...rows(
    otherForm('person.away', { until: '2027-01-11' }),
    ["I'm away from 4 Jan until 11 Jan"],
    ['ich bin vom 04.01. bis 11.01. im Urlaub'],
  ),
  ...rows(otherForm('person.away', { person: mehmet.id }), ['Mehmet Yılmaz is away'], ['Mehmet Yılmaz ist im Urlaub']),
  ...rows(
    unclear(),
    ['is Mehmet Yılmaz away?', 'Mehmet Yılmaz is not away', 'Mehmet Yılmaz is probably away', 'back'],
    ['Ist Mehmet Yılmaz im Urlaub?', 'Mehmet Yılmaz ist nicht im Urlaub', 'Mehmet Yılmaz ist vielleicht weg', 'zurück'],
  ),
];

describe.each([
  ['roles', roles],
  ['hand over', handOver],
  ['away and back', absence],
])('%s', (_, table) => {
  test.each(table)('[%s] %s', (language, text, expected) => {
    expect(meaning(language, text)).toEqual(expected);
  });
});
