import { join } from 'node:path';
import { inDays } from '../support/days';
import type { Card } from './support/card';
import type { Playground } from './support/playground';
import { readTraffic } from './support/playground-api';
import { type Stage, startStage } from './support/stage';

let stage: Stage;
let teams: Playground;

beforeAll(async () => {
  stage = await startStage('first-onboarding');
  teams = stage.teams;
});

afterAll(async () => {
  await stage.stop();
});

const photograph = (card: Card, name: string): Promise<void> => stage.photograph(card, name);

test('Lotse welcomes the channel it was added to', async () => {
  await teams.openChannel('General');
  await photograph(await teams.card('keep your FastTrack onboarding on course'), 'welcome');
});

test('an onboarding is started by a mention and the form', async () => {
  await teams.post('start');
  const form = await teams.card('Start the onboarding');
  await photograph(form, 'start-form');
  await form.fillText('Customer', 'Contoso');
  await form.press('Start');
  await form.shows('The onboarding of Contoso has started.');
  await photograph(await teams.card('Contoso · EMS onboarding', teams.thread('of 25 acknowledged')), 'overview');
  await photograph(await teams.card('Phase 1 of 4: Initiate', teams.thread('The onboarding starts here')), 'initiate');
});

test('I1 is completed in the post of its phase, and the post shows it', async () => {
  const initiate = await teams.card('The onboarding starts here');
  await initiate.tap('I1');
  await initiate.shows('Owner: nobody yet');
  await photograph(initiate, 'item');
  await initiate.press('Done');
  await initiate.shows('1 of 2 open');
  await initiate.shows('Done · Anna Schmidt');
});

test('I2 is deferred with a date and a reason, and Assess opens', async () => {
  const initiate = await teams.card('The onboarding starts here');
  await initiate.tap('I2');
  await initiate.press('Defer…');
  await initiate.shows('Defer I2');
  await initiate.fillDate('Or on this date', inDays(53));
  await initiate.fillText('Reason', 'Kick-off moved to January');
  await photograph(initiate, 'defer-form');
  await initiate.press('Defer');
  await teams.card('Phase 2 of 4: Assess', teams.thread('nothing in Initiate is open any more'));
  await initiate.shows('1 done · 1 deferred');
});

test('A1 is assigned by choosing from the people of the channel', async () => {
  const assess = await teams.card('nothing in Initiate is open any more');
  await photograph(assess, 'assess');
  await assess.tap('A1');
  await assess.press('Assign…');
  await assess.shows('Who takes A1?');
  await assess.choose('Person', 'Mehmet Yılmaz', 'Mehmet');
  await photograph(assess, 'assign-form');
  await assess.press('Assign');
  await assess.shows('Mehmet Yılmaz');
  await photograph(await teams.notice('asks you to take this on'), 'assigned');
});

test('what is left in Assess is answered in English and in German', async () => {
  const english = await teams.ask("what's left in Assess?", 'Assess');
  await english.shows('6 of 6 open');
  for (const code of ['A1', 'A2', 'A3', 'A4', 'A5', 'A6']) expect(await english.text()).toContain(code);
  await photograph(english, 'left-in-assess');
  const german = await teams.ask('was ist in der Analysephase noch offen?', 'Analysephase');
  await german.shows('6 von 6 offen');
  for (const code of ['A1', 'A2', 'A3', 'A4', 'A5', 'A6']) expect(await german.text()).toContain(code);
  await photograph(german, 'left-in-assess-de');
  await german.tap('A3');
  await german.shows('Zuständig: noch niemand');
  await photograph(german, 'item-de');
});

test('the other channel knows nothing of it', async () => {
  await teams.openChannel('Fabrikam');
  await photograph(await teams.ask('overview', 'No onboarding runs here yet'), 'nothing-here');
});

test('an onboarding in German reads well', async () => {
  await teams.ask('Onboarding für Müller & Söhne GmbH starten', 'Das Onboarding von Müller & Söhne GmbH hat begonnen.');
  await photograph(
    await teams.card('Müller & Söhne GmbH · EMS-Onboarding', teams.thread('von 25 zur Kenntnis')),
    'overview-de',
  );
  const standing = await teams.ask('zeig Allgemein', 'Allgemeine Zuständigkeiten');
  const text = await standing.text();
  for (let number = 1; number <= 25; number++) expect(text).toMatch(new RegExp(`G${number}\\s`));
  await photograph(standing, 'general-de');
  await photograph(await teams.ask('was ist noch offen?', 'Was noch offen ist'), 'left-de');
  await photograph(await teams.ask('A1 zurückstellen bis übernächsten Montag', 'A1 zurückstellen'), 'defer-form-de');
  await photograph(await teams.ask('Termine erledigt', 'Welchen Punkt meinen Sie?'), 'choice-de');
  await photograph(await teams.ask('Hilfe', 'Was Sie sagen können'), 'help-de');
});

test('after a restart of the bot everything is still there', async () => {
  await stage.restart();
  await teams.openChannel('General');
  await teams.ask('show me the overview', 'I have posted the overview anew');
  const overview = await teams.card('Contoso · EMS onboarding', teams.thread('of 25 acknowledged'));
  await overview.shows('6 of 6 open');
  await photograph(await teams.ask('show I2', 'Kick-off moved to January'), 'deferred-item');
  await photograph(await teams.ask('my items', 'My items'), 'mine');
});

test('somebody else writes, and everybody’s post shows it', async () => {
  const question = await teams.post("what's left in Assess?");
  const assess = await teams.card('nothing in Initiate is open any more');
  await assess.shows('6 of 6 open');
  const mehmet = '10000000-0000-4000-8000-0000000000a2';
  await stage.api.say({ as: mehmet, conversationId: question.conversationId, text: 'A2 erledigt', locale: 'de-DE' });
  await teams.card('A2 ist erledigt.', teams.thread("what's left in Assess?"));
  await assess.shows('5 of 6 open');
  await assess.shows('Done · Mehmet Yılmaz');
  await photograph(assess, 'assess-later');
  await teams.screenshot(join(stage.album, 'channel.png'));
});

test('every answer says in one sentence what it says', () => {
  const sent = JSON.stringify(readTraffic(stage.recordingFile));
  for (const summary of ['Assess: 6 of 6 open', 'Analysephase: 6 von 6 offen', 'Alle Phasen: 43 von 43 offen'])
    expect(sent).toContain(JSON.stringify(summary).slice(1, -1));
});
