import { type Azurite, startAzurite } from '../support/azurite';
import { button, row, headingOf, textOf } from '../support/card-content';
import { anna, type Connector, eventually, mehmet, startConnector } from '../support/connector';
import { inDays } from '../support/days';
import { startLotse } from '../support/lotse';
import { type Channel, channel, newest } from '../support/teams';

let azurite: Azurite;
let connector: Connector;
let lotse: Awaited<ReturnType<typeof startLotse>>;
let general: Channel;

beforeAll(async () => {
  azurite = await startAzurite();
  connector = await startConnector();
  lotse = await startLotse(azurite.connectionString);
  general = channel(lotse.port, connector);
});

afterAll(async () => {
  await lotse.stop();
  await connector.stop();
  await azurite.stop();
});

const post = (title: string) =>
  eventually(() => general.posts().find((one) => headingOf(newest(one).card).startsWith(title)));

describe('a first onboarding in a channel', () => {
  test('starts with a sentence and posts the overview, then the first phase', async () => {
    const { card } = await general.say('start Contoso');
    expect(textOf(card)).toContain('The onboarding of Contoso has started.');
    await post('Contoso · EMS onboarding');
    await post('Phase 1 of 4: Initiate');
    expect(general.posts().map((one) => newest(one).summary)).toEqual([
      'Contoso · Initiate: 2 of 2 open',
      'Initiate: 2 of 2 open',
    ]);
  });

  test('a second start says which onboarding runs here', async () => {
    const { card } = await general.say('start Fabrikam', mehmet);
    expect(textOf(card)).toContain('The onboarding of Contoso already runs here (Anna Schmidt started it');
    expect(general.posts()).toHaveLength(2);
  });

  test('what is left in Assess is answered in both languages', async () => {
    const english = await general.say("what's left in Assess?");
    expect(english.summary).toBe('Assess: 6 of 6 open');
    const german = await general.say('was ist in der Analysephase noch offen?', mehmet);
    expect(german.summary).toBe('Analysephase: 6 von 6 offen');
    for (const code of ['A1', 'A2', 'A3', 'A4', 'A5', 'A6']) {
      expect(row(english.card, code)).toBeDefined();
      expect(row(german.card, code)).toBeDefined();
    }
  });

  test('Initiate is completed and deferred by button, and Assess opens for everybody', async () => {
    const initiate = await post('Phase 1 of 4: Initiate');
    const item = await general.press(row(newest(initiate).card, 'I1'), {}, anna, initiate.activityId);
    expect(textOf(await general.press(button(item, 'Done')))).toContain('I1 is done.');
    const second = await general.press(row(newest(initiate).card, 'I2'), {}, anna, initiate.activityId);
    const form = await general.press(button(second, 'Defer…'));
    const deferred = await general.press(button(form, 'Defer'), {
      until: inDays(50),
      reason: 'Kick-off moved_to *January*',
    });
    expect(textOf(deferred)).toMatch(/I2 is deferred until \w{3} \d+ \w{3}( \d{4})?\. Assess is open now\./);
    await post('Phase 2 of 4: Assess');
    await eventually(() => textOf(newest(initiate).card).includes('1 done · 1 deferred'));
  });
});
