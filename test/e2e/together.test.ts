import { setTimeout as wait } from 'node:timers/promises';
import { inDays } from '../support/days';
import type { Card } from './support/card';
import type { Playground } from './support/playground';
import { pressedIn, readTraffic } from './support/playground-api';
import { type Stage, startStage } from './support/stage';

let stage: Stage;
let teams: Playground;

beforeAll(async () => {
  stage = await startStage('together');
  teams = stage.teams;
});

afterAll(async () => {
  await stage.stop();
});

const anna = '10000000-0000-4000-8000-0000000000a0';
const ben = '10000000-0000-4000-8000-0000000000a1';
const mehmet = '10000000-0000-4000-8000-0000000000a2';
const assess = (): Promise<Card> => teams.card('nothing in Initiate is open any more');
const photograph = (card: Card, name: string): Promise<void> => stage.photograph(card, name);

/** Somebody else presses, on the card that was pressed last. */
const press = async (as: string, verb: string, data: object): Promise<string> => {
  const [{ engagementId, conversationId, messageId } = { engagementId: '', conversationId: '', messageId: '' }] =
    pressedIn(readTraffic(stage.recordingFile));
  const answer = await stage.api.press({ as, conversationId, messageId, verb, data: { engagementId, ...data } });
  return JSON.stringify(answer.value);
};

test('Assess is open, with two people at work', async () => {
  await teams.openChannel('General');
  await teams.ask('start Contoso', 'The onboarding of Contoso has started.');
  await teams.post({ mention: 'Ben Carter' }, ' is FastTrack');
  await teams.card('Ben Carter is FastTrack now.');
  await teams.ask('I1 and I2 are done', 'Assess is open now');
  await (await assess()).shows('6 of 6 open');
});

test('what somebody types in a form outlives the press of another', async () => {
  const post = await assess();
  await post.tap('A1');
  await post.press('Defer…');
  await post.fillText('Reason', 'Kick-off moved to January');
  expect(await press(mehmet, 'item.complete', { itemId: 'A2' })).toContain('A2 is done.');
  await wait(4_000);
  expect(await post.typed('Reason')).toBe('Kick-off moved to January');
  await post.fillDate('Or on this date', inDays(53));
  await post.press('Defer');
  await post.shows('1 done · 1 deferred');
  await post.shows('Done · Mehmet Yılmaz');
  expect(await post.text()).toContain('4 of 6 open');
});

test('the overview comes to where the talk is', async () => {
  await photograph(await teams.ask('overview', 'I have posted the overview anew'), 'posted');
  const line = await teams.card('The overview now stands here');
  await photograph(line, 'moved');
  expect(await line.text()).not.toContain('4 of 6 open');
  const [newest] = await teams.threads().all();
  await (await teams.card('Contoso · EMS onboarding', newest)).shows('4 of 6 open');
});

/** A message without a card. */
const textOf = async (text: string, title: string): Promise<string> => {
  await teams.post(text);
  const thread = teams.thread(text);
  await thread.getByText(title).first().waitFor();
  expect(await teams.cards('', thread).count()).toBe(0);
  return thread.innerText();
};

test('what happened is answered, and how it stands as text', async () => {
  const changes = await teams.ask("what's new since Monday?", 'What changed since');
  await changes.shows('Mehmet Yılmaz completed A2');
  const answer = await teams.ask('who deferred A1?', 'Anna Schmidt deferred A1');
  await answer.shows('Kick-off moved to January');
  await teams.ask('history of A2', 'Mehmet Yılmaz completed A2');
  const text = await textOf('status as text', 'Contoso · EMS onboarding · ');
  expect(text).toContain('A1 Name stakeholders – nobody yet, deferred until');
  await teams.ask('my items', 'Nothing is waiting for you here.');
});

test('one German sentence makes the answers German, and no post of the channel', async () => {
  await photograph(await teams.ask('Wer hat A1 zurückgestellt?', 'Anna Schmidt hat A1 bis'), 'who-deferred-de');
  await teams.ask('Was gibt es Neues seit Montag?', 'Was sich seit');
  await teams.ask('Verlauf von A2', 'Mehmet Yılmaz hat A2 als erledigt eingetragen');
  const text = await textOf('Status als Text', 'Contoso · EMS-Onboarding · ');
  expect(text).toContain('A1 Beteiligte benennen – noch niemand, zurückgestellt bis');
  await teams.ask('meine Punkte', 'Hier wartet nichts auf Sie.');
  await (await assess()).shows('1 done · 1 deferred');
  await teams.ask('what can I say?', 'What you can say');
});

test('whoever was given work hears of it in their personal chat, and nobody else', async () => {
  await (await assess()).tap('A3');
  expect(await press(ben, 'item.assign', { itemId: 'A3', assignee: anna })).toContain('Anna Schmidt');
  expect(await press(ben, 'item.assign', { itemId: 'A4', assignee: anna })).toContain('Anna Schmidt');
  expect(await press(ben, 'item.assign', { itemId: 'A6', assignee: mehmet })).toContain('Mehmet');
  const mention = await teams.notice('asks you to take this on');
  await photograph(mention, 'mention');
  expect(await teams.thread('nothing in Initiate is open any more').innerText()).toContain('asks you to take this on');
  expect(await mention.text()).toMatch(/Mehmet Yılmaz, Ben Carter asks you to take this on:\s+A6 Support plan/);
  expect(await teams.cards('asks you to take').count()).toBe(1);
  await teams.openPersonalChat();
  await photograph(await teams.card('Here I show you your items from all onboardings'), 'welcome-alone');
  const told = await teams.card('Ben Carter gave you A3 and A4.');
  await photograph(told, 'told-alone');
  await told.press('Show A3');
  await told.shows('Owner: Anna Schmidt');
});

test('an item is done from the list of one’s own, across onboardings', async () => {
  await teams.openChannel('Fabrikam');
  await teams.ask('start Fabrikam', 'The onboarding of Fabrikam has started.');
  await teams.ask('take I1', 'I1 is yours now.');
  await teams.openPersonalChat();
  await teams.sayInPersonalChat('my items');
  const mine = await teams.card('My items: 3 open');
  await mine.shows(/A3.*Contoso/s);
  await mine.shows(/I1.*Fabrikam/s);
  await photograph(mine, 'mine-across');
  await mine.tap('A3');
  await mine.shows('A3 Remediation checklist meetings');
  await mine.press('Done');
  await mine.shows('A3 is done.');
  await photograph(mine, 'mine-done');
  await teams.openChannel('General');
  await (await assess()).shows('3 of 6 open');
  await (await assess()).shows('Done · Anna Schmidt');
});

describe('texts nobody would think of', () => {
  const customer = '**Contoso** <at>x</at> {{DATE(2026-01-01)}} ${x}';
  const titles = ['اجتماع الإطلاق مع الفريق', 'פגישת פתיחה עם הצוות', '🚢 Kick-off 🎉 mit Ä & <b>fett</b>'];
  const reason = `[Link](https://x.example) _wichtig_ ~nein~ ${'sehr lang '.repeat(40)}`.slice(0, 299).trim();
  /** A space nobody sees keeps braces from being read. */
  const seen = (text: string): string => text.replace(/\u200b/g, '').replace(/\s+/g, ' ');

  test('are shown as they were typed', async () => {
    await teams.openGroupChat();
    await teams.sayInGroupChat('start');
    const form = await teams.card('Start the onboarding');
    await form.fillText('Customer', customer);
    await form.press('Start');
    const phase = await teams.card('The onboarding starts here');
    const overview = await teams.card('0 of 25 acknowledged');
    await photograph(overview, 'nasty-overview');
    expect(seen(await overview.text())).toContain(`${customer} · EMS onboarding`);
    await phase.press('Add items…');
    await phase.fillText('Items', titles.join('\n'));
    await phase.press('Add');
    await phase.shows('5 of 5 open');
    for (const title of titles) expect(seen(await phase.text())).toContain(title);
    expect(seen(await phase.text())).toContain(`${customer} · EMS onboarding`);
    await photograph(phase, 'nasty-phase');
    await stage.settled();
    await phase.tap('I3');
    await phase.press('Defer…');
    await phase.fillDate('Or on this date', inDays(20));
    await phase.fillText('Reason', reason);
    await phase.press('Defer');
    await phase.shows('Deferred until');
    await stage.settled();
    await phase.tap('I3');
    await phase.shows('sehr lang');
    expect(seen(await phase.text())).toContain(reason);
    await photograph(phase, 'nasty-item');
  });
});
