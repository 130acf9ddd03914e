import { randomUUID } from 'node:crypto';
import { button, pressesOf, textOf } from '../support/card-content';
import { type Account, account, anna, ben, eventually, mehmet } from '../support/connector';
import { inDays, written } from '../support/days';
import { type Stage, startStage } from '../support/lotse';
import { bot, type Channel, newest } from '../support/teams';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(async () => {
  await stage.stop();
});

let places = 0;
const place = (where: Parameters<Stage['channel']>[0] = {}): Channel =>
  stage.channel({ channelId: `19:life-${++places}@thread.tacv2`, ...where });

const begun = async (where: Parameters<Stage['channel']>[0] = {}, by: Account = anna): Promise<Channel> => {
  const here = place(where);
  await here.say('start Contoso', by);
  await eventually(() => here.posts().length === 2);
  return here;
};

const told = async (here: Channel, text: string, by: Account = anna, mentions: readonly Account[] = []) =>
  textOf((await here.say(text, by, mentions)).card);

const contents = (here: Channel): readonly string[] => here.posts().map((post) => textOf(newest(post).card));

/** Teams tells of a change nobody wrote. */
const news = async (here: Channel, more: object) => {
  const { status } = await here.send(here.activity(anna, { type: 'conversationUpdate', text: undefined, ...more }));
  expect(status).toBe(200);
};

const inTeam = (more: object = {}) => ({
  channelData: { tenant: { id: 'tenant-1' }, team: { id: 'team-1' }, ...more },
});

describe.each(['groupChat', 'personal'] as const)('in a %s', (kind) => {
  test('an onboarding starts, is worked on and ends as in a channel', async () => {
    const here = await begun({ kind, channelId: `19:${kind}@unq.gbl.spaces` });
    expect(await told(here, 'A3 done')).toContain('A3 is done.');
    await eventually(() => contents(here)[0]?.includes('Initiate'));
    expect(await told(here, 'cancel the onboarding because the project was stopped')).toContain('Contoso');
    await eventually(() => contents(here).every((text) => text.includes('the project was stopped')));
    expect(stage.connector.asked.filter(({ path }) => path === '/v3/conversations')).toHaveLength(0);
  });
});

describe('the end of an onboarding', () => {
  test('the next one starts in the same conversation, and the old one stays readable and as it was', async () => {
    const here = await begun();
    const old = await stage.kept.idOf(here.place);
    await told(here, 'I1 done');
    await told(here, 'cancel the onboarding because the project was stopped');
    expect(await told(here, 'I2 done')).not.toContain('I2 is done');
    expect(await told(here, 'start Fabrikam')).toContain('The onboarding of Fabrikam has started.');
    await eventually(() => contents(here).some((text) => text.startsWith('Fabrikam')));
    expect(await stage.kept.idOf(here.place)).toBe(old.replace(/1$/, '2'));
    const read = textOf(await here.press({ verb: 'phase.show', data: { engagementId: old, phase: 'initiate' } }));
    expect(read).toContain('Done');
    const changed = await here.press({ verb: 'item.complete', data: { engagementId: old, itemId: 'I2' } });
    expect(textOf(changed)).not.toContain('I2 is done');
    expect((await stage.kept.store.load(old)).engagement.items['I2']?.state.type).toBe('open');
    expect((await here.say("what's left in Initiate?")).summary).toBe('Initiate: 2 of 2 open');
  });

  test('what was discarded is gone, and its posts are one line', async () => {
    const here = await begun();
    const asked = (await here.say('discard the onboarding')).card;
    expect((await stage.kept.store.load(await stage.kept.idOf(here.place))).engagement.status).toBe('running');
    const discard = pressesOf(asked).find(({ verb }) => verb === 'engagement.discard')!;
    await here.press(discard);
    await eventually(() => contents(here).every((text) => !text.includes('I1') && text.split('\n').length <= 2));
    expect(await told(here, "what's left?")).toContain('No onboarding runs here');
    expect(await told(here, 'start Fabrikam')).toContain('has started');
  });

  test('what is paused waits until somebody resumes it', async () => {
    const here = await begun();
    await told(here, `pause the onboarding until ${written(inDays(20))}`);
    expect(await told(here, 'I1 done', mehmet)).not.toContain('I1 is done');
    expect(await told(here, 'resume', mehmet)).not.toContain('goes on');
    await told(here, 'fortsetzen');
    expect(await told(here, 'I1 done', mehmet)).toContain('I1 is done');
  });
});

describe('people', () => {
  test('a guest who starts is FastTrack and names the lead', async () => {
    const here = place();
    const { card } = await here.say('start Contoso', ben);
    expect(textOf(card)).toContain('project lead');
    const send = button(card, 'Start');
    await here.press(send, { customer: 'Contoso', lead: anna.aadObjectId }, ben);
    const { engagement, people } = await stage.kept.store.load(await stage.kept.idOf(here.place));
    const named = Object.entries(engagement.roles).map(([key, role]) => [people[key]?.name, role]);
    expect(Object.fromEntries(named)).toEqual({ 'Anna Schmidt': 'lead', 'Ben Carter': 'specialist' });
  });

  test('whoever left the team is shown with what they leave behind, a lead is told once, and another lead can be found', async () => {
    const [eva, old] = [account(5, 'Eva König'), account(6, 'Otto Groß')];
    stage.connector.people.push(eva, old);
    const here = await begun({}, old);
    await told(here, '@Anna Schmidt is project lead', old, [anna]);
    await told(here, 'assign A3 to @Eva König', old, [eva]);
    stage.connector.people.splice(stage.connector.people.indexOf(eva), 1);
    const left = { ...inTeam(), membersRemoved: [{ id: eva.id, aadObjectId: eva.aadObjectId }] };
    await news(here, left);
    await news(here, left);
    const notices = () =>
      stage.connector.shown.filter(
        (one) =>
          textOf(newest(one).card).includes('Eva König') &&
          newest(one).summary.includes('A3') &&
          one.conversationId.startsWith(here.place.conversationId) &&
          one.conversationId.includes(';') &&
          one.replyTo === undefined,
      );
    await eventually(() => notices().length > 0);
    expect(await told(here, 'A3')).toMatch(/left/);

    // Both leads leave; then a member may take over, and only then.
    expect(await told(here, 'make me lead', mehmet)).not.toContain('took over');
    for (const lead of [anna, old]) stage.connector.people.splice(stage.connector.people.indexOf(lead), 1);
    await told(here, 'make me lead', mehmet);
    const { engagement, people } = await stage.kept.store.load(await stage.kept.idOf(here.place));
    expect(people[engagement.tookOver?.by ?? '']?.name).toBe('Mehmet Yılmaz');
    await eventually(() => contents(here)[0]?.includes('Mehmet'));
    stage.connector.people.push(anna);
    expect(notices().filter((one) => newest(one).summary.includes('left'))).toHaveLength(1);
  });

  test('handing over shows what would be handed over before it is', async () => {
    const here = await begun();
    await told(here, 'assign A3, A4 and E2 to @Mehmet Yılmaz', anna, [mehmet]);
    const { card } = await here.say('@Ben Carter takes over everything from @Mehmet Yılmaz', anna, [ben, mehmet]);
    expect(textOf(card)).toMatch(/A3[^]*A4[^]*E2/);
    const press = pressesOf(card).find(({ verb }) => verb === 'person.handOver')!;
    const done = textOf(await here.press(press));
    expect(done).toContain('Ben Carter');
    const { engagement, people } = await stage.kept.store.load(await stage.kept.idOf(here.place));
    for (const code of ['A3', 'A4', 'E2']) expect(people[engagement.items[code]?.owner ?? '']?.name).toBe('Ben Carter');
  });

  test('two leads moving on at once move one phase, and a card of a phase already left moves nothing', async () => {
    const here = await begun();
    await told(here, '@Mehmet Yılmaz is project lead', anna, [mehmet]);
    const engagementId = await stage.kept.idOf(here.place);
    const advance = (by: Account, phase = 'initiate') =>
      here.press({ verb: 'phase.advance', data: { engagementId, phase, reason: 'no time' } }, {}, by);
    const answers = await Promise.all([advance(anna), advance(mehmet)]);
    const { engagement } = await stage.kept.store.load(engagementId);
    expect(engagement.phase).toBe('assess');
    expect(answers.map(textOf).filter((text) => text.includes('already'))).toHaveLength(1);
    expect(textOf(await advance(anna))).toContain('already');
    expect((await stage.kept.store.load(engagementId)).engagement.phase).toBe('assess');
  });
});

describe('defer or move the date', () => {
  test('an item with a due day is moved only if that is what was meant', async () => {
    const here = await begun();
    await told(here, `A5 due ${written(inDays(10))}`);
    const { card } = await here.say(`move A5 to ${written(inDays(12))}`);
    const [move, defer] = [
      pressesOf(card).find(({ verb }) => verb === 'item.schedule')!,
      pressesOf(card).find(({ data }) => data['form'] === 'item.defer')!,
    ];
    const form = await here.press(defer);
    expect(JSON.stringify(form)).toContain(inDays(12));
    await here.press(move);
    const { engagement } = await stage.kept.store.load(await stage.kept.idOf(here.place));
    expect(engagement.items['A5']).toMatchObject({ dueOn: inDays(12), state: { type: 'open' } });
  });
});

describe('a channel', () => {
  test('that is renamed changes nothing', async () => {
    const here = await begun();
    await news(here, inTeam({ eventType: 'channelRenamed', channel: { id: here.place.conversationId, name: 'Neu' } }));
    expect(await told(here, 'I1 done')).toContain('I1 is done');
    await eventually(() => contents(here)[1]?.includes('1 done'));
  });

  test('that is deleted is left alone, and caught up with once it is back', async () => {
    const here = await begun();
    const where = { id: here.place.conversationId, name: 'Onboarding' };
    await news(here, inTeam({ eventType: 'channelDeleted', channel: where }));
    const engagementId = await stage.kept.idOf(here.place);
    const before = stage.connector.asked.length;
    const loaded = await stage.kept.store.load(engagementId);
    // Somebody who still has its card open presses; Teams itself would no longer let a post through.
    expect(loaded.engagement.status).toBe('running');
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(stage.connector.asked.slice(before).filter(({ path }) => path.includes(where.id))).toEqual([]);
    await news(here, inTeam({ eventType: 'channelRestored', channel: where }));
    expect(await told(here, 'I1 done')).toContain('I1 is done');
    await eventually(() => contents(here)[1]?.includes('1 done'));
  });

  test('from which Lotse is removed is left alone until it is installed again', async () => {
    const here = await begun();
    await news(here, { ...inTeam(), membersRemoved: [{ id: bot.id }], id: randomUUID() });
    await news(here, { ...inTeam(), membersAdded: [{ id: bot.id }], id: randomUUID() });
    expect(await told(here, 'I1 done')).toContain('I1 is done');
    await eventually(() => contents(here)[1]?.includes('1 done'));
  });
});
