import { setTimeout as wait } from 'node:timers/promises';
import { dayAt, inDays, today } from '../support/days';
import type { Playground } from './support/playground';
import { pressedIn, readTraffic } from './support/playground-api';
import { type Stage, startStage } from './support/stage';

/** A checkpoint is waited for as people do: until its time has come. */
jest.setTimeout(300_000);

let stage: Stage;
let teams: Playground;

beforeAll(async () => {
  await untilThereIsTimeToday();
  stage = await startStage('checkpoint');
  teams = stage.teams;
});

afterAll(async () => {
  await stage.stop();
});

const mehmet = '10000000-0000-4000-8000-0000000000a2';

/** Two minutes ahead, where the onboarding is; `weekday` as one says it. */
const soon = (language: 'en' | 'de') => {
  const at = new Date(Date.now() + 2 * 60_000);
  const say = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'de-DE', { timeZone: 'Europe/Berlin', ...options }).format(
      at,
    );
  return { weekday: say({ weekday: 'long' }), time: say({ hour: '2-digit', minute: '2-digit' }) };
};

/** A checkpoint two minutes ahead has to be on the same day. */
const untilThereIsTimeToday = async (): Promise<void> => {
  while (dayAt(Date.now()) !== dayAt(Date.now() + 5 * 60_000)) await wait(5_000);
};

/** Somebody else presses, in the onboarding in which something was pressed last. */
const press = async (verb: string, data: object): Promise<void> => {
  const [about] = pressedIn(readTraffic(stage.recordingFile));
  if (!about) throw new Error('Nothing was pressed yet.');
  const { engagementId, conversationId, messageId } = about;
  await stage.api.press({ as: mehmet, conversationId, messageId, verb, data: { engagementId, ...data } });
};

test('a checkpoint set two minutes ahead arrives, mentions who is due, and can be silenced', async () => {
  await teams.openChannel('General');
  await teams.ask('start Contoso', 'The onboarding of Contoso has started.');
  const initiate = await teams.card('Phase 1 of 4: Initiate', teams.thread('The onboarding starts here'));
  await initiate.tap('I2');
  await initiate.shows('‹ Initiate');
  await press('item.take', { itemId: 'I1', dueOn: today() });
  await teams.ask('I2 is done', 'I2 is done');
  const { weekday, time } = soon('en');
  await teams.ask('remind us at the start', 'when the meeting starts');
  const set = await teams.ask(`checkpoint every ${weekday} at ${time}`, 'The next two');
  await stage.photograph(set, 'set');
  const post = await teams.card('Checkpoint', teams.thread('Done so far'), 180_000);
  await stage.photographInThemes(post, 'post');
  stage.document('post', 'en/checkpoint.png');
  expect(await post.text()).toContain('1 of 2 open');
  expect(await post.text()).toContain('Mehmet Yılmaz');
  await post.press('Quiet until…');
  await stage.photograph(post, 'quiet-form');
  await post.fillDate('Quiet until (empty: remind me again)', inDays(14));
  await post.press('Save');
  await stage.answered('You get no reminders of this onboarding before', 'quiet');
});

test('auf Deutsch steht dort dasselbe', async () => {
  await teams.openChannel('Fabrikam');
  await teams.ask('Onboarding für Müller & Söhne GmbH starten', 'Das Onboarding von Müller & Söhne GmbH hat begonnen.');
  await stage.photograph(await teams.ask('Checkpoint ändern', 'Wann ist der Checkpoint?'), 'form-de');
  await teams.ask('erinnere uns zu Beginn', 'zu Beginn');
  const { weekday, time } = soon('de');
  const set = await teams.ask(`Checkpoint jeden ${weekday} um ${time}`, 'Die nächsten beiden');
  await stage.photograph(set, 'set-de');
  const post = await teams.card('Checkpoint jetzt', undefined, 180_000);
  await stage.photograph(post, 'post-de');
  stage.document('post-de', 'de/checkpoint.png');
  expect(await post.text()).toContain('Stumm');
});
