import { inDays, written } from '../support/days';
import type { Card } from './support/card';
import type { Playground } from './support/playground';
import { type Stage, startStage } from './support/stage';

let stage: Stage;
let teams: Playground;

beforeAll(async () => {
  stage = await startStage('whole-life');
  teams = stage.teams;
});

afterAll(async () => {
  await stage.stop();
});

const photograph = (card: Card, name: string): Promise<void> => stage.photograph(card, name);
const ben = '10000000-0000-4000-8000-0000000000a1';

describe('in English', () => {
  test('Remediate is reached by sentences, and Ben is FastTrack', async () => {
    await teams.openChannel('General');
    await teams.ask('start Contoso', 'The onboarding of Contoso has started.');
    await teams.post({ mention: 'Ben Carter' }, ' is FastTrack');
    await teams.card('Ben Carter is FastTrack now.');
    await teams.ask('I1 and I2 are done', 'Assess is open now');
    await teams.ask('A1 to A6 are done', 'Remediate is open now');
    await teams.card('Phase 3 of 4: Remediate', teams.thread('nothing in Assess is open any more'));
  });

  test('a list is pasted into the field of the phase card', async () => {
    const remediate = await teams.card('nothing in Assess is open any more');
    expect(await remediate.buttons()).toContain('Add items…');
    await remediate.press('Add items…');
    await remediate.fillText(
      'Items',
      `Replace root CA – @Mehmet Yılmaz – ${written(inDays(10))}\n- Open the ports\n2. Netz für Außenstellen\nVPN – @Nobody Here`,
    );
    await photograph(remediate, 'add-form');
    await remediate.press('Add');
    await stage.answered('R3–R5 added to Remediate.', 'added');
    await stage.answered('nobody of that name is here');
    await remediate.shows('R5 Netz für Außenstellen');
    await photograph(await teams.notice('asks you to take this on'), 'assigned');
  });

  test('an item has everything else under its menu, and undo takes it back', async () => {
    const item = await teams.ask('show R3', 'R3 Replace root CA');
    await photograph(item, 'item');
    expect(await item.buttons()).toEqual(
      expect.arrayContaining(['Done', 'Change owner…', 'Defer…', 'Due date…', 'Note…', 'Rename…', 'Remove']),
    );
    await item.press('Note…');
    await photograph(item, 'note-form');
    await item.fillText('Note', 'network part missing');
    await item.press('Save');
    await item.shows('network part missing');
    await item.press('Remove');
    await item.shows('R3 is removed.');
    await item.press('Undo');
    await item.shows('Taken back: R3');
    await photograph(item, 'taken-back');
  });

  test('a due day is moved without deferring', async () => {
    const asked = await teams.ask(`move R3 to ${written(inDays(12))}`, 'R3 is due');
    await photograph(asked, 'move-or-defer');
    await asked.press((await asked.buttons())[0] ?? '');
    await asked.shows('R3 Replace root CA');
  });

  test('the joint check is asked for, and given by both sides', async () => {
    await teams.ask('R3 and R4 are done', 'R4 is done');
    const last = await teams.ask(`defer R5 until ${written(inDays(60))} because delivery`, 'R5 is deferred');
    await last.shows('Is R1 done?');
    await photograph(last, 'steps-settled');
    await teams.ask('R1 is done', 'R1 is done');
    const gate = await teams.card('ready for the joint check', teams.thread('Confirming means'));
    await gate.shows('Customer: waiting for Anna Schmidt');
    await photograph(gate, 'gate');
    await gate.press('Confirm results');
    await stage.answered('Your confirmation is recorded');
    await gate.shows('FastTrack: waiting for Ben Carter');
    await photograph(gate, 'gate-one-side');
    const { conversationId } = await teams.post("what's left in Remediate?");
    await stage.api.say({ as: ben, conversationId, text: 'Ergebnis bestätigen', locale: 'de-DE' });
    await photograph(await teams.card('Phase 4 of 4: Enable', teams.thread('nothing in Remediate is open')), 'enable');
  });

  test('moving on anyway, stepping back, settings, roles, absences', async () => {
    const anyway = await teams.ask('move on anyway', 'Still missing');
    await photograph(anyway, 'anyway-form');
    await anyway.fillText('Reason', 'clients follow in spring');
    await anyway.press('Move on');
    await anyway.shows('All four phases are behind you');
    await photograph(await teams.ask('show Enable', 'Phase 4 of 4: Enable'), 'moved-on-anyway');
    const settings = await teams.ask('settings', 'Settings');
    await photograph(settings, 'settings');
    await settings.press('Roles…');
    await photograph(settings, 'roles-form');
    await photograph(await teams.ask('I am away', 'Away'), 'away-form');
    await teams.ask('overview', 'I have posted the overview anew');
    await photograph(await teams.card('Contoso · EMS onboarding', teams.thread('of 25 acknowledged')), 'overview');
  });

  test('it cannot be finished before its time, and then it can', async () => {
    await photograph(await teams.ask('finish the onboarding', 'cannot be finished yet'), 'not-finished');
    await teams.ask('E1 to E8 are done', 'E8 is done');
    await teams.ask('G1 to G25 are done', 'G25 is done');
    const take = await teams.ask('take R5', 'R5 is yours now');
    await photograph(take, 'deferred-item');
    const preview = await teams.ask('please finish the onboarding', 'Finish the onboarding of Contoso?');
    await photograph(preview, 'finish-preview');
    await preview.press('Finish onboarding');
    await preview.shows('The onboarding of Contoso is finished.');
    await photograph(await teams.card('Contoso · onboarding summary', teams.thread('Moved on anyway')), 'closing');
    await photograph(await teams.card(/Phase 3 of 4: Remediate.*Finished on/), 'finished-phase');
  });

  test('the next one starts in the same conversation, and is discarded', async () => {
    await teams.ask('start Fabrikam', 'The onboarding of Fabrikam has started.');
    const preview = await teams.ask('discard the onboarding', 'Discard the onboarding of Fabrikam?');
    await photograph(preview, 'discard-preview');
    await preview.press('Discard');
    const posts = teams.cards('The onboarding of Fabrikam was discarded');
    await posts.nth(2).waitFor();
    await photograph(await teams.card('The onboarding of Fabrikam was discarded'), 'discarded');
  });
});

describe('auf Deutsch', () => {
  test('vom Einfügen der Maßnahmen bis zur gemeinsamen Prüfung', async () => {
    await teams.openChannel('Fabrikam');
    await teams.ask(
      'Onboarding für Müller & Söhne GmbH starten',
      'Das Onboarding von Müller & Söhne GmbH hat begonnen.',
    );
    await teams.post({ mention: 'Ben Carter' }, ' ist FastTrack');
    await teams.card('Ben Carter gehört jetzt zum FastTrack-Team.');
    await teams.ask('I1 und I2 sind erledigt', 'Die Analysephase ist jetzt eröffnet');
    await photograph(await teams.ask('trotzdem weiter', 'Es fehlt noch'), 'anyway-form-de');
    await teams.ask('A1 bis A6 sind erledigt', 'Die Korrekturphase ist jetzt eröffnet');
    await photograph(await teams.ask('Punkte zur Korrekturphase hinzufügen', 'Ein Punkt je Zeile'), 'add-form-de');
    const added = await teams.ask('zur Korrekturphase hinzufügen: VPN-Zertifikate erneuern', 'R3');
    await photograph(added, 'added-de');
    const item = await teams.ask('zeig R3', 'R3 VPN-Zertifikate erneuern');
    await photograph(item, 'item-de');
    expect(await item.buttons()).toEqual(expect.arrayContaining(['Fällig am…', 'Notiz…', 'Umbenennen…', 'Entfernen']));
    await item.press('Zurückstellen…');
    await photograph(item, 'defer-form-de');
    await teams.ask(
      `R3 bis ${written(inDays(60), 'de')} zurückstellen, weil die Lieferung fehlt`,
      'R3 ist zurückgestellt',
    );
    await teams.ask('R1 ist erledigt', 'R1 ist erledigt');
    const gate = await teams.card('bereit zur gemeinsamen Prüfung', teams.thread('Bestätigen heißt'));
    await photograph(gate, 'gate-de');
    await gate.press('Im Termin erteilte Bestätigung eintragen');
    await photograph(gate, 'record-form-de');
  });

  test('Einstellungen, Übergabe, Pause, Abbruch', async () => {
    await photograph(await teams.ask('Einstellungen', 'Einstellungen'), 'settings-de');
    await teams.post({ mention: 'Mehmet Yılmaz' }, ' übernimmt E1 und E2');
    await teams.card('Mehmet Yılmaz zugewiesen');
    await teams.post({ mention: "Clara O'Neil" }, ' übernimmt alles von ', { mention: 'Mehmet Yılmaz' });
    await photograph(await teams.card('Diese Punkte übergeben?'), 'hand-over-de');
    await photograph(await teams.ask(`ich bin bis ${written(inDays(9), 'de')} abwesend`, 'abwesend'), 'away-de');
    await teams.ask(`Onboarding bis ${written(inDays(30), 'de')} pausieren`, 'Das Onboarding ist pausiert');
    await teams.ask('zeig die Übersicht', 'Ich habe die Übersicht neu gepostet');
    await photograph(await teams.card('Pausiert seit', teams.thread('von 25 zur Kenntnis')), 'paused-de');
    await teams.ask('fortsetzen', 'Das Onboarding geht weiter.');
    await photograph(await teams.ask('Onboarding abbrechen', 'Grund'), 'cancel-form-de');
    await teams.ask('Onboarding abbrechen, weil das Projekt endet', 'ist abgebrochen');
    await photograph(await teams.ask('Übersicht zeigen', 'Abgebrochen am'), 'cancelled-de');
  });
});
