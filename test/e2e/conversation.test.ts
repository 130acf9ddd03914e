import { button } from '../support/card-content';
import type { Playground } from './support/playground';
import { placeOf, readTraffic } from './support/playground-api';
import { type Stage, startStage } from './support/stage';

const mehmet = '10000000-0000-4000-8000-0000000000a2';

let stage: Stage;
let teams: Playground;

beforeAll(async () => {
  stage = await startStage('conversation');
  teams = stage.teams;
});

afterAll(async () => {
  await stage.stop();
});

type Answered = readonly [sentence: string, picture: string, answer: string];

const answers = (table: readonly Answered[]): void => {
  test.each(table)('%s is answered', async (sentence, picture, answer) => {
    await stage.photograph(await teams.ask(sentence, answer), picture);
  });
};

const answersForEach = (sentence: string, picture: string, says: readonly [string, ...string[]]): void => {
  test('several items at once say for each of them what happened', async () => {
    const answer = await teams.ask(sentence, says[0]);
    for (const text of says) await answer.shows(text);
    await stage.photograph(answer, picture);
  });
};

describe('in English', () => {
  test('which of two items is meant is chosen on the card, and the answer stands in its place', async () => {
    await teams.openChannel('General');
    await teams.ask('start Contoso', 'The onboarding of Contoso has started.');
    const question = await teams.ask('screen sharing is done', 'Which one do you mean?');
    await stage.photograph(question, 'ask-back');
    stage.document('ask-back', 'en/ask-back.png');
    const place = placeOf(readTraffic(stage.recordingFile), 'Which one do you mean?');
    const { verb, data } = button(stage.sent('Which one do you mean?'), 'A2');
    const answer = await stage.api.press({ as: mehmet, ...place, verb, data });
    expect(JSON.stringify(answer.value)).toContain('This question was for Anna Schmidt.');
    await question.press('A2');
    await teams.card('A2 is done.', teams.thread('screen sharing is done'));
    await stage.settled();
    expect(await teams.cards('Which one do you mean?').count()).toBe(0);
    await stage.photograph(
      await teams.card('A2 is done.', teams.thread('screen sharing is done')),
      'ask-back-answered',
    );
  });

  test('a missing reason is given by a sentence, and the question gives way to what became of it', async () => {
    const form = await teams.ask('defer A3 until 18 Jan', 'Defer A3');
    await form.shows('Still missing: the reason.');
    await stage.photograph(form, 'missing-reason');
    await teams.reply('defer A3 until 18 Jan', 'because the vendor is late');
    const done = await teams.card('the vendor is late', teams.thread('defer A3 until 18 Jan'));
    await stage.settled();
    await stage.photograph(done, 'reason-given');
    expect(await teams.cards('Still missing: the reason.').count()).toBe(0);
  });

  answersForEach('complete A1, A2 and A4', 'several', [
    'A1 is done.',
    'A2 is done already (Anna Schmidt,',
    'A4 is done.',
  ]);

  answers([
    ["what's overdue?", 'overdue', 'Nothing is overdue.'],
    ['which items of Enable have no owner?', 'without-owner', 'Without an owner in Enable'],
    ['who owns A3?', 'owner', 'A3 has no owner yet.'],
    ["what's next?", 'next', 'What to do next'],
    ['what stops us from moving on?', 'gate', 'To move on from Initiate: I1, I2'],
    ['who still has to confirm?', 'confirmations', 'Remediate has not been opened yet.'],
    ['mark it as done', 'which-item', 'Which item is done?'],
    ['banana split', 'not-understood', 'I did not understand that. Nothing changed.'],
  ]);
});

describe('in German', () => {
  test('which of two items is meant is chosen by a sentence', async () => {
    await teams.openChannel('Fabrikam');
    await teams.ask(
      'Onboarding für Müller & Söhne GmbH starten',
      'Das Onboarding von Müller & Söhne GmbH hat begonnen.',
    );
    const question = await teams.ask('Bildschirmfreigabe ist erledigt', 'Welchen Punkt meinen Sie?');
    await stage.photograph(question, 'ask-back-de');
    stage.document('ask-back-de', 'de/ask-back.png');
    await teams.reply('Bildschirmfreigabe ist erledigt', 'den zweiten');
    await teams.card('E1 ist erledigt.', teams.thread('Bildschirmfreigabe ist erledigt'));
    await stage.settled();
    expect(await teams.cards('Welchen Punkt meinen Sie?').count()).toBe(0);
  });

  test('a missing reason is given on the card', async () => {
    const form = await teams.ask('A3 bis 18.01. zurückstellen', 'A3 zurückstellen');
    await stage.photograph(form, 'missing-reason-de');
    await form.fillText('Grund', 'Änderungssperre');
    await form.press('Zurückstellen');
    await teams.card('Änderungssperre', teams.thread('A3 bis 18.01. zurückstellen'));
    await stage.settled();
    await stage.photograph(
      await teams.card('Änderungssperre', teams.thread('A3 bis 18.01. zurückstellen')),
      'reason-given-de',
    );
  });

  answersForEach('A1, A2 und E1 erledigt', 'several-de', [
    'A1 ist erledigt.',
    'A2 ist erledigt.',
    'E1 ist bereits erledigt (Anna Schmidt,',
  ]);

  answers([
    ['was ist überfällig?', 'overdue-de', 'Nichts ist überfällig.'],
    [
      'welche Punkte in der Aktivierungsphase hat niemand?',
      'without-owner-de',
      'Ohne Zuständige in der Aktivierungsphase',
    ],
    ['wer ist für A3 zuständig?', 'owner-de', 'Für A3 ist noch niemand zuständig.'],
    ['was kommt als Nächstes?', 'next-de', 'Was als Nächstes ansteht'],
    ['was fehlt noch zum Weitergehen?', 'gate-de', 'Zum Weitergehen fehlen in der Einleitungsphase noch: I1, I2'],
    ['wer muss noch bestätigen?', 'confirmations-de', 'Die Korrekturphase ist noch nicht eröffnet.'],
    ['als erledigt markieren', 'which-item-de', 'Welcher Punkt ist erledigt?'],
    ['Bananensplit', 'not-understood-de', 'Das habe ich nicht verstanden. Nichts geändert.'],
  ]);
});
