import { randomUUID } from 'node:crypto';
import { type CardContent, button, inputsOf, row, headingOf, textOf } from '../support/card-content';
import { anna, ben, mehmet, type Shown } from '../support/connector';
import { type Stage, startStage } from '../support/lotse';
import { bot, type Channel, eventually, newest } from '../support/teams';

let stage: Stage;
let general: Channel;

beforeAll(async () => {
  stage = await startStage();
  general = stage.channel();
  await general.say('start Contoso');
  await eventually(() => general.posts().length === 2);
});

afterAll(() => stage.stop());

let channels = 0;
/** A channel nobody has written in. */
const another = (where: { locale?: string; tenantId?: string } = {}): Channel =>
  stage.channel({ channelId: `19:channel-${++channels}@thread.tacv2`, ...where });

const post = (title: string): Promise<Shown> =>
  eventually(() => general.posts().find((one) => headingOf(newest(one).card).startsWith(title)));

const mention = (who: { id: string; name: string }, text = `<at>${who.name}</at>`) => ({
  type: 'mention',
  text,
  mentioned: { id: who.id, name: who.name },
});

const answerTo = async (more: object, by = anna): Promise<string> => {
  const { status, answers } = await general.tell(more, by);
  expect(status).toBe(200);
  expect(answers).toHaveLength(1);
  return textOf(newest(answers[0]).card);
};

const saysOf = (card: CardContent): string | undefined => textOf(card).split('\n')[0];

/** An activity Teams sends about a conversation, from the person who did it. */
const told = (where: Channel, by: typeof anna, more: object) => where.send(where.activity(by, more));

describe('a sentence, however Teams writes it down', () => {
  const ways: readonly (readonly [string, object])[] = [
    ['with &nbsp; after the mention', { text: '<at>Lotse</at>&nbsp;show A3', entities: [mention(bot)] }],
    [
      'with the mention twice among the entities',
      { text: '<at>Lotse</at> show A3', entities: [mention(bot), mention(bot)] },
    ],
    [
      'with a line break and a trailing &nbsp;',
      { text: '<at>Lotse</at> \n show A3&nbsp;\n', entities: [mention(bot)] },
    ],
    ['without entities', { text: '<at>Lotse</at> show A3', entities: undefined }],
    ['with entities that are null', { text: '<at>Lotse</at> show A3', entities: null }],
    [
      'with a null among the entities',
      { text: '<at>Lotse</at> show A3', entities: [null, {}, { type: 'mention' }, mention(bot)] },
    ],
    ['without channelData', { text: '<at>Lotse</at> show A3', entities: [mention(bot)], channelData: undefined }],
    [
      'in a thread of an old post, with the mention at the end',
      { text: 'show A3 <at>Lotse</at>', entities: [mention(bot)], replyToId: '1' },
    ],
    [
      'with attachments of its own',
      { text: '<at>Lotse</at> show A3', attachments: [{ contentType: 'text/html', content: '<p>show A3</p>' }] },
    ],
  ];

  test.each(ways)('is understood %s', async (_, more) => {
    expect(await answerTo(more)).toContain('A3 Remediation checklist meetings');
  });

  test('names people by the entity, even when a name is split over several', async () => {
    const text = '<at>Lotse</at>&nbsp;assign A4 to <at>Mehmet</at> <at>Yılmaz</at>';
    const entities = ['Mehmet', 'Yılmaz'].map((name) => mention({ id: mehmet.aadObjectId, name }));
    expect(await answerTo({ text, entities: [mention(bot), ...entities] })).toContain(
      'A4 is assigned to Mehmet Yılmaz.',
    );
  });

  test.each([
    ['no text', { text: undefined }],
    ['an empty text', { text: '' }],
    ['the mention alone', { text: '<at>Lotse</at>&nbsp;', entities: [mention(bot)] }],
  ])('with %s is answered with what can be said', async (_, more) => {
    const answer = await answerTo(more);
    expect(answer).toContain("I'm listening. Write something after @Lotse.");
    expect(answer).toContain('What you can say');
  });

  test('with an empty value is taken for a press that cannot be read', async () => {
    expect(await answerTo({ value: {} })).toContain('I could not read that. Nothing changed');
  });

  test('delivered twice with the same id is done once', async () => {
    const id = randomUUID();
    const more = { id, text: '<at>Lotse</at> A5 blocked: waiting for the tenant', entities: [mention(bot)] };
    expect(await answerTo(more)).toContain('A5 is marked as blocked.');
    const before = await stage.kept.historyOf(general.place);
    expect(await answerTo(more)).toContain('A5');
    expect(await stage.kept.historyOf(general.place)).toEqual(before);
  });
});

describe('an installation', () => {
  const installed = (id: string) => ({ type: 'installationUpdate', action: 'add', id });
  const joined = (who: readonly { id: string; name?: string }[]) => ({
    type: 'conversationUpdate',
    membersAdded: who,
    channelData: { eventType: 'teamMemberAdded', tenant: { id: 'tenant-1' }, team: { id: 'team-1' } },
  });

  test('that Teams tells of in two ways is welcomed once', async () => {
    const where = another();
    const answers = await Promise.all([
      told(where, anna, installed('i1')),
      told(where, anna, joined([bot])),
      told(where, anna, installed('i2')),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(where.posts()).toHaveLength(1);
    expect(textOf(newest(where.posts()[0]).card)).toContain("I'm Lotse. I keep your FastTrack onboarding on course");
    await told(where, anna, { ...installed('i3'), action: 'add-upgrade' });
    await told(where, anna, joined([bot]));
    expect(where.posts()).toHaveLength(1);
  });

  test('by somebody who reads German is welcomed in German', async () => {
    const where = another({ locale: 'de-DE' });
    await told(where, anna, installed('i4'));
    expect(textOf(newest(where.posts()[0]).card)).toContain(
      'Ich bin Lotse und halte Ihr FastTrack-Onboarding auf Kurs',
    );
  });

  test('is offered to be started from, and the start shows in the posts', async () => {
    const where = another();
    await told(where, anna, installed('i5'));
    const form = await where.press(button(newest(where.posts()[0]).card, 'Start onboarding'));
    expect(inputsOf(form).map(({ id }) => id)).toContain('customer');
  });

  test.each([
    ['people join', joined([mehmet, ben])],
    ['the bot is removed', { type: 'installationUpdate', action: 'remove' }],
    ['nobody joins', { type: 'conversationUpdate', membersAdded: null }],
    ['a channel is renamed', { type: 'conversationUpdate', channelData: { eventType: 'channelRenamed' } }],
  ])('is not what it is when %s', async (_, more) => {
    const where = another();
    expect((await told(where, anna, more)).status).toBe(200);
    expect(where.posts()).toEqual([]);
  });
});

describe('an activity nobody waits for', () => {
  const unknown: readonly (readonly [string, object])[] = [
    ['a reaction', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }], replyToId: '1' }],
    ['an event', { type: 'event', name: 'application/vnd.microsoft.meetingStart', value: {} }],
    [
      'an edited message',
      { type: 'messageUpdate', text: '<at>Lotse</at> A1 done', channelData: { eventType: 'editMessage' } },
    ],
    ['a deleted message', { type: 'messageDelete', channelData: { eventType: 'softDeleteMessage' } }],
    ['a typing sign', { type: 'typing' }],
    ['a type from the future', { type: 'hologram', value: { verb: 'item.complete' } }],
    ['an invoke of another kind', { type: 'invoke', name: 'composeExtension/query', value: { commandId: 'x' } }],
    ['an invoke without a name', { type: 'invoke' }],
    ['a file consent', { type: 'invoke', name: 'fileConsent/invoke', value: { action: 'accept' } }],
    ['a task module', { type: 'invoke', name: 'task/fetch', value: { data: { verb: 'item.complete', itemId: 'A1' } } }],
  ];

  test.each(unknown)('such as %s is answered with 200 and changes nothing', async (_, more) => {
    const before = await stage.kept.historyOf(general.place);
    const shown = stage.connector.shown.length;
    const { status } = await general.tell(more);
    expect(status).toBe(200);
    expect(stage.connector.shown).toHaveLength(shown);
    expect(await stage.kept.historyOf(general.place)).toEqual(before);
  });
});

describe('a press from an older client, which comes as a message', () => {
  test('shows and does the same as a press of today, in one reply that is changed from then on', async () => {
    const initiate = await post('Phase 1 of 4: Initiate');
    const open = row(newest(initiate).card, 'I1');
    const today = await general.press(open, {}, anna, initiate.activityId);

    const [shown, ...others] = await general.submit(open, initiate);
    expect(others).toEqual([]);
    expect(newest(shown).card).toEqual(today);

    const after = await general.submit(button(newest(shown).card, 'Acknowledge'), shown!);
    expect(after).toHaveLength(1);
    expect(shown!.contents).toHaveLength(2);
    expect(saysOf(newest(shown).card)).toBe('I1 is acknowledged.');
    expect((await stage.kept.historyOf(general.place)).at(-1)).toMatchObject({ type: 'ItemAcknowledged', item: 'I1' });

    await general.submit(button(newest(shown).card, 'Back to Initiate'), shown!);
    expect(shown!.contents).toHaveLength(3);
    expect(headingOf(newest(shown).card)).toBe('Phase 1 of 4: Initiate');
  });

  test('takes the inputs of a form along', async () => {
    const { answers } = await general.tell({ text: 'show E2' });
    const [item] = await general.submit(button(newest(answers[0]).card, 'Not applicable…'), answers[0]!);
    await general.submit(button(newest(item).card, 'Not applicable'), item!, { reason: 'No own network' });
    expect(newest(item).summary).toBe('E2 is marked as not applicable.');
    expect((await stage.kept.historyOf(general.place)).at(-1)).toMatchObject({
      type: 'ItemExcluded',
      item: 'E2',
      reason: 'No own network',
    });
    expect(item!.contents.length).toBeGreaterThan(1);
  });
});

describe('a start by button', () => {
  const form = async (where: Channel, by = anna): Promise<CardContent> => {
    const { answers } = await where.tell({ text: '<at>Lotse</at>&nbsp;hello' }, by);
    return where.press(button(newest(answers[0]).card, 'Start onboarding'), {}, by);
  };
  const valueOf = (card: CardContent, id: string): unknown => inputsOf(card).find((one) => one.id === id)?.value;

  test('with every field filled in keeps them all', async () => {
    const where = another();
    const card = await form(where);
    const started = await where.press(button(card, 'Start'), {
      customer: 'Fabrikam',
      language: 'de',
      timeZone: 'America/New_York',
      lead: mehmet.aadObjectId,
      specialist: ben.aadObjectId,
      every: 'twoWeeks',
      weekday: '3',
      time: '14:30',
    });
    expect(saysOf(started)).toBe('The onboarding of Fabrikam has started.');
    await eventually(() => where.posts().length === 2);
    const [overview, initiate] = where.posts().map((one) => textOf(newest(one).card));
    expect(overview).toContain('Fabrikam · EMS-Onboarding');
    expect(overview).toMatch(/Checkpoint: .*, 14:30$/m);
    expect(overview).toContain('Mehmet Yılmaz');
    expect(overview).toContain('Ben Carter');
    expect(initiate).toMatch(/Phase 1 von 4/);
    const { engagement } = await stage.kept.store.load(await stage.kept.idOf(where.place));
    expect(engagement).toMatchObject({
      customer: 'Fabrikam',
      language: 'de',
      timeZone: 'America/New_York',
      checkpoint: { every: 'twoWeeks', weekday: 3, time: '14:30' },
    });
    expect(Object.values(engagement.roles).sort()).toEqual(['lead', 'specialist']);
  });

  test('with nothing but the customer makes the starter lead and sets no meeting', async () => {
    const where = another();
    const card = await form(where);
    expect(valueOf(card, 'customer')).toBe('Contoso Onboarding');
    expect(valueOf(card, 'lead')).toBe(anna.aadObjectId);
    expect([valueOf(card, 'weekday') ?? '', valueOf(card, 'time') ?? '']).toEqual(['', '']);
    const empty = { language: '', timeZone: '', specialist: '', every: '', weekday: '', time: '' };
    await where.press(button(card, 'Start'), { customer: 'Adatum', lead: anna.aadObjectId, ...empty });
    const { engagement } = await stage.kept.store.load(await stage.kept.idOf(where.place));
    expect(engagement).toMatchObject({
      customer: 'Adatum',
      language: 'en',
      timeZone: 'Europe/Berlin',
      roles: { p1: 'lead' },
    });
    expect(engagement.checkpoint).toBeUndefined();
  });

  test('by a guest needs a lead, and the form still says so after it was refused', async () => {
    const where = another();
    const card = await form(where, ben);
    expect(valueOf(card, 'specialist')).toBe(ben.aadObjectId);
    expect(valueOf(card, 'lead') ?? '').toBe('');
    const refused = await where.press(button(card, 'Start'), { customer: 'Tailwind' }, ben);
    expect(saysOf(refused)).toContain("As a guest, please choose the customer's project lead");
    expect(valueOf(refused, 'customer')).toBe('Tailwind');
    expect(valueOf(refused, 'lead') ?? '').toBe('');
    expect(valueOf(refused, 'specialist')).toBe(ben.aadObjectId);
    expect(await stage.kept.historyOf(where.place)).toEqual([]);

    const himself = await where.press(button(refused, 'Start'), { customer: 'Tailwind', lead: ben.aadObjectId }, ben);
    expect(saysOf(himself)).toContain('As a guest');
    const started = await where.press(button(refused, 'Start'), { customer: 'Tailwind', lead: anna.aadObjectId }, ben);
    expect(saysOf(started)).toBe('The onboarding of Tailwind has started.');
    const { engagement, people } = await stage.kept.store.load(await stage.kept.idOf(where.place));
    const roles = Object.entries(engagement.roles).map(([key, role]) => [people[key]?.name, role]);
    expect(new Map(roles as [string, string][])).toEqual(
      new Map([
        ['Ben Carter', 'specialist'],
        ['Anna Schmidt', 'lead'],
      ]),
    );
  });

  test('with one person for both sides is refused', async () => {
    const where = another();
    const both = { customer: 'Litware', lead: anna.aadObjectId, specialist: anna.aadObjectId };
    const refused = await where.press(button(await form(where), 'Start'), both);
    expect(saysOf(refused)).toBe('Project lead and FastTrack contact must be two different people.');
    expect(await stage.kept.historyOf(where.place)).toEqual([]);
    expect(where.posts()).toEqual([]);
  });

  test.each([
    ['no customer', { customer: '  ' }, "Please enter the customer's name."],
    [
      'a customer of 81 characters',
      { customer: 'x'.repeat(81) },
      "The customer's name may have 80 characters at most.",
    ],
    [
      'a lead who is not there',
      { customer: 'Litware', lead: 'nobody' },
      'That person is not in this conversation. Nothing changed.',
    ],
    ['a time zone nobody knows', { customer: 'Litware', timeZone: 'Europe/Atlantis' }, 'I could not read that.'],
    ['a day no week has', { customer: 'Litware', weekday: '8' }, 'I could not read that.'],
    ['a time no clock shows', { customer: 'Litware', time: '25:00' }, 'I could not read that.'],
  ])('with %s starts nothing and says why', async (_, inputs, sentence) => {
    const where = another();
    const refused = await where.press(button(await form(where), 'Start'), inputs);
    expect(saysOf(refused)).toContain(sentence);
    expect(await stage.kept.historyOf(where.place)).toEqual([]);
  });
});
