import { inDays, written } from '../support/days';
import type { Card } from './support/card';
import type { Part, Playground } from './support/playground';
import { type Stage, startStage } from './support/stage';

let stage: Stage;
let teams: Playground;

beforeAll(async () => {
  stage = await startStage('album');
  teams = stage.teams;
});

afterAll(async () => {
  await stage.stop();
});

const ben = '10000000-0000-4000-8000-0000000000a1';

/** What the pages for users show. */
const documented: readonly string[] = ['overview', 'phase', 'item', 'mine'];

const photograph = async (card: Card, language: string, name: string): Promise<void> => {
  await stage.photographInThemes(card, `${language}-${name}`);
  if (documented.includes(name)) stage.document(`${language}-${name}`, `${language}/${name}.png`);
};

const mehmet: Part = { mention: 'Mehmet Yılmaz' };

const scenes = [
  {
    language: 'en',
    channel: 'General',
    start: 'start Contoso',
    started: 'The onboarding of Contoso has started.',
    specialist: ' is FastTrack',
    isSpecialist: 'Ben Carter is FastTrack now.',
    initiate: 'I1 and I2 are done',
    opened: 'Assess is open now',
    opens: 'nothing in Initiate is open any more',
    done: 'A2 done',
    steps: [
      [`take A1 by ${written(inDays(2))}`],
      ['A4 is blocked: waiting for the vendor'],
      [`defer A5 until ${written(inDays(40))} because of the change freeze`],
      ['assign A6 to ', mehmet, ` by ${written(inDays(9))}`],
    ],
    counts: '4 of 6 open',
    overview: 'overview',
    customer: 'Contoso · EMS onboarding',
    mine: 'Owner: Anna Schmidt',
    defer: 'Defer…',
    until: 'Or on this date',
    reason: 'Reason',
    because: 'The network team is back in January',
    back: 'Back',
    changes: "what's new since yesterday?",
    changed: 'What changed since',
    ofItem: 'history of A5',
    itemHistory: 'History of A5',
    asks: 'asks you to take this on',
    myItems: 'my items',
    count: 'My items: 2 open',
  },
  {
    language: 'de',
    channel: 'Fabrikam',
    start: 'Onboarding für Müller & Söhne GmbH starten',
    started: 'Das Onboarding von Müller & Söhne GmbH hat begonnen.',
    specialist: ' ist FastTrack',
    isSpecialist: 'Ben Carter gehört jetzt zum FastTrack-Team.',
    initiate: 'I1 und I2 sind erledigt',
    opened: 'Die Analysephase ist jetzt eröffnet',
    opens: /Phase 2 von 4: Analysephase.*Eröffnet/s,
    done: 'A2 erledigt',
    steps: [
      [`ich übernehme A1 bis ${written(inDays(2), 'de')}`],
      ['A4 ist blockiert: wartet auf den Dienstleister'],
      [`A5 bis ${written(inDays(40), 'de')} zurückstellen: Änderungssperre`],
      ['A6 bis ', `${written(inDays(9), 'de')} an `, mehmet, ' zuweisen'],
    ],
    counts: '4 von 6 offen',
    overview: 'Übersicht',
    customer: 'Müller & Söhne GmbH · EMS-Onboarding',
    mine: 'Zuständig: Anna Schmidt',
    defer: 'Zurückstellen…',
    until: 'Oder an diesem Tag',
    reason: 'Grund',
    because: 'Das Netzwerkteam ist im Januar wieder da',
    back: 'Zurück',
    changes: 'Was gibt es Neues seit gestern?',
    changed: 'Was sich seit',
    ofItem: 'Verlauf von A5',
    itemHistory: 'Verlauf von A5',
    asks: 'bittet Sie, diesen Punkt zu übernehmen',
    myItems: 'meine Punkte',
    count: 'Meine Punkte: 2 offen',
  },
] as const;

describe.each(scenes)('in $language', (scene) => {
  const { language } = scene;
  const take = (card: Card, name: string): Promise<void> => photograph(card, language, name);

  test('an onboarding in the middle of its second phase', async () => {
    await teams.openChannel(scene.channel);
    await teams.ask(scene.start, scene.started);
    await teams.post({ mention: 'Ben Carter' }, scene.specialist);
    await teams.card(scene.isSpecialist);
    const { conversationId } = await teams.post(scene.initiate);
    await teams.card(scene.opened, teams.thread(scene.initiate));
    await teams.card(scene.opens);
    await stage.api.say({ as: ben, conversationId, text: scene.done });
    for (const parts of scene.steps) await teams.post(...parts);
    const phase = await teams.card(scene.opens);
    await phase.shows(scene.counts);
    await phase.shows('Mehmet Yılmaz');
    await take(phase, 'phase');
  });

  test('the overview', async () => {
    await teams.post(scene.overview);
    const overview = await teams.card(scene.customer, teams.thread(scene.counts));
    await overview.shows(scene.counts);
    await take(overview, 'overview');
  });

  test('one item, and a form of it', async () => {
    const phase = await teams.card(scene.opens);
    await phase.tap('A1');
    await phase.shows(scene.mine);
    await take(phase, 'item');
    await phase.press(scene.defer);
    await phase.fillDate(scene.until, inDays(45));
    await phase.fillText(scene.reason, scene.because);
    await take(phase, 'form');
    await phase.press(scene.back);
    await phase.shows(scene.mine);
  });

  test('what happened', async () => {
    await take(await teams.ask(scene.changes, scene.changed), 'history');
    await take(await teams.ask(scene.ofItem, scene.itemHistory), 'item-history');
  });

  test('whoever is given work is told', async () => {
    await take(await teams.notice(scene.asks), 'notice');
  });
});

test.each(scenes)('one’s own items in the personal chat, in $language', async ({ language, myItems, count }) => {
  await teams.openPersonalChat();
  await teams.sayInPersonalChat(myItems);
  await photograph(await teams.card(count), language, 'mine');
});
