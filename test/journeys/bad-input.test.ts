import { request } from 'node:http';
import { type CardContent, button, inputsOf, textOf } from '../support/card-content';
import { anna, ben, type Account, eventually, mehmet, stranger } from '../support/connector';
import { inDays, today } from '../support/days';
import { type Stage, startStage } from '../support/lotse';
import { type Channel, type Invoked, newest, pressing } from '../support/teams';

let stage: Stage;
let general: Channel;
let german: Channel;
let elsewhere: Channel;
let engagementId: string;

beforeAll(async () => {
  stage = await startStage();
  general = stage.channel();
  // The same channel, as somebody with a German client writes in it.
  german = stage.channel({ locale: 'de-DE' });
  elsewhere = stage.channel({ channelId: '19:elsewhere@thread.tacv2' });
  await general.say('start Contoso');
  await elsewhere.say('start Fabrikam');
  engagementId = await stage.kept.idOf(general.place);
  await eventually(() => general.posts().length + elsewhere.posts().length === 4);
});

afterAll(() => stage.stop());

const leaks = /restify|node_modules|\bat .+:\d+:\d+|Error:|ZodError|botbuilder/;

/** Does something and makes sure that nothing is different afterwards: no event, no post, no update. */
const unchanged = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  const [before, other] = [await stage.kept.historyOf(general.place), await stage.kept.historyOf(elsewhere.place)];
  const posts = [...general.posts(), ...elsewhere.posts()];
  const contents = () => posts.map((one) => one.contents.length);
  const shown = contents();
  const result = await work();
  expect(await stage.kept.historyOf(general.place)).toEqual(before);
  expect(await stage.kept.historyOf(elsewhere.place)).toEqual(other);
  expect(contents()).toEqual(shown);
  return result;
};

const pressAnything = async (
  where: Channel,
  verb: unknown,
  data: unknown,
  by: Account = anna,
): Promise<CardContent> => {
  const { status, body } = await where.send(where.activity(by, pressing(verb, data)));
  const invoked = body as Invoked;
  expect([status, invoked.statusCode, invoked.type]).toEqual([200, 200, 'application/vnd.microsoft.card.adaptive']);
  expect(JSON.stringify(invoked)).not.toMatch(leaks);
  return invoked.value;
};

const firstLine = (card: CardContent): string => textOf(card).split('\n')[0] ?? '';

const unreadable = [
  'I could not read that. Nothing changed; please open the card again.',
  'Das konnte ich nicht lesen. Nichts geändert; bitte öffnen Sie die Karte noch einmal.',
] as const;
const notForHere = [
  'This card belongs to another onboarding. Nothing changed.',
  'Diese Karte gehört zu einem anderen Onboarding. Nichts geändert.',
] as const;
const notAMember = [
  'That person is not in this conversation. Nothing changed.',
  'Diese Person ist nicht in dieser Unterhaltung. Nichts geändert.',
] as const;
const notADay = ['That is not a date. Nothing changed.', 'Das ist kein Datum. Nichts geändert.'] as const;
const tooEarly = [
  'The date must be tomorrow or later. Nothing changed.',
  'Das Datum muss morgen oder später liegen. Nichts geändert.',
] as const;
const tooLate = [
  'The date may be two years away at most. Nothing changed.',
  'Das Datum darf höchstens zwei Jahre entfernt sein. Nichts geändert.',
] as const;
const noReason = [
  'Please give a reason. Nothing changed.',
  'Bitte geben Sie einen Grund an. Nichts geändert.',
] as const;
const longReason = [
  'The reason may have 300 characters at most. Nothing changed.',
  'Der Grund darf höchstens 300 Zeichen haben. Nichts geändert.',
] as const;
const noDueDay = [
  'The due date is not a date. Nothing changed.',
  'Das Fälligkeitsdatum ist kein Datum. Nichts geändert.',
] as const;

type Bad = readonly [what: string, verb: unknown, data: () => unknown, answers: readonly [en: string, de: string]];

const about = (itemId: unknown, more: object = {}) => ({ engagementId, itemId, ...more });

const presses: readonly Bad[] = [
  ['a verb nobody knows', 'item.explode', () => about('A1'), unreadable],
  ['a verb every object has', 'constructor', () => about('A1'), unreadable],
  ['a verb that is a number', 42, () => about('A1'), unreadable],
  ['no verb', undefined, () => about('A1'), unreadable],
  ['no data', 'item.complete', () => undefined, unreadable],
  ['data that is text', 'item.complete', () => 'A1', unreadable],
  ['data that is a list', 'item.complete', () => ['A1'], unreadable],
  ['an item called constructor', 'item.complete', () => about('constructor'), unreadable],
  ['an item called __proto__', 'item.show', () => about('__proto__'), unreadable],
  ['an item that is a number', 'item.complete', () => about(1), unreadable],
  ['an item that is an object', 'item.complete', () => about({ code: 'A1' }), unreadable],
  ['an item that is a list', 'item.complete', () => about(['A1']), unreadable],
  ['no item', 'item.complete', () => ({ engagementId }), unreadable],
  ['fifty-one items', 'item.complete', () => ({ engagementId, itemIds: Array(51).fill('A1').join(',') }), unreadable],
  [
    'an item nobody has',
    'item.complete',
    () => about('A9'),
    ['There is no A9 here. Nothing changed.', 'A9 gibt es hier nicht. Nichts geändert.'],
  ],
  [
    'a form for an item nobody has',
    'form.show',
    () => about('Q77', { form: 'item.defer' }),
    ['There is no Q77 here. Nothing changed.', 'Q77 gibt es hier nicht. Nichts geändert.'],
  ],
  ['a form nobody has', 'form.show', () => about('A1', { form: 'toString' }), unreadable],
  ['a phase nobody has', 'phase.acknowledge', () => ({ engagementId, phase: 'paradise' }), unreadable],
  [
    'the engagement of another channel',
    'item.complete',
    async () => ({ engagementId: await stage.kept.idOf(elsewhere.place), itemId: 'A1' }),
    notForHere,
  ],
  ['an engagement nobody has', 'phase.acknowledge', () => ({ engagementId: 'x', phase: 'assess' }), notForHere],
  ['a reason that is an object', 'item.exclude', () => about('A1', { reason: { toString: 'x' } }), unreadable],
  ['a date that is no date', 'item.defer', () => about('A1', { until: 'soon', reason: 'Later' }), notADay],
  ['a day February never has', 'item.defer', () => about('A1', { until: '2027-02-30', reason: 'Later' }), notADay],
  [
    'a date with a time',
    'item.defer',
    () => about('A1', { until: `${inDays(9)}T00:00:00Z`, reason: 'Later' }),
    notADay,
  ],
  ['no date', 'item.defer', () => about('A1', { reason: 'Later' }), notADay],
  ['today', 'item.defer', () => about('A1', { until: today(), reason: 'Later' }), tooEarly],
  ['a day in the past', 'item.defer', () => about('A1', { until: '2020-01-01', reason: 'Later' }), tooEarly],
  ['a day in three years', 'item.defer', () => about('A1', { until: inDays(3 * 365), reason: 'Later' }), tooLate],
  ['no reason', 'item.defer', () => about('A1', { until: inDays(9) }), noReason],
  ['a reason of blanks', 'item.exclude', () => about('A1', { reason: ' \n ' }), noReason],
  ['a reason of 301 characters', 'item.block', () => about('A1', { reason: 'x'.repeat(301) }), longReason],
  [
    'a note of 1,001 characters',
    'item.complete',
    () => about('A1', { note: 'x'.repeat(1001) }),
    [
      'The note may have 1,000 characters at most. Nothing changed.',
      'Die Notiz darf höchstens 1.000 Zeichen haben. Nichts geändert.',
    ],
  ],
  ['a due day that is none', 'item.take', () => about('A1', { dueOn: '2027-13-01' }), noDueDay],
  ['somebody who is not there', 'item.assign', () => about('A1', { assignee: stranger.aadObjectId }), notAMember],
  [
    'nobody to assign to',
    'item.assign',
    () => about('A1'),
    ['Please choose a person. Nothing changed.', 'Bitte wählen Sie eine Person. Nichts geändert.'],
  ],
  ['an assignee called __proto__', 'item.assign', () => about('A1', { assignee: '__proto__' }), notAMember],
];

describe('a press with', () => {
  test.each(presses)(
    '%s is answered in the language of the asker, and nothing changes',
    async (_, verb, data, answers) => {
      for (const [where, answer] of [
        [general, answers[0]],
        [german, answers[1]],
      ] as const)
        expect(
          firstLine(
            await unchanged(async () => pressAnything(where, verb, await data(), where === german ? ben : anna)),
          ),
        ).toBe(answer);
    },
  );

  test('a forged name in it changes nothing for the person it claims to be', async () => {
    const data = about('A1', { by: mehmet.aadObjectId, from: { aadObjectId: mehmet.aadObjectId } });
    const card = await unchanged(() => pressAnything(general, 'item.exclude', { ...data, reason: '' }));
    expect(firstLine(card)).toBe('Please give a reason. Nothing changed.');
  });

  test('a mistake in a form gives the form back, with what was typed', async () => {
    const card = await unchanged(() =>
      pressAnything(general, 'item.defer', about('A1', { until: '2020-01-01', reason: 'Later' })),
    );
    const typed = Object.fromEntries(inputsOf(card).map(({ id, value }) => [String(id), value] as const));
    expect(typed).toMatchObject({ until: '2020-01-01', reason: 'Later' });
    expect(button(card, 'Defer').verb).toBe('item.defer');
  });

  test('anything at all in a place without an onboarding says that none runs there', async () => {
    const nowhere = stage.channel({ channelId: '19:nowhere@thread.tacv2' });
    const card = await pressAnything(nowhere, 'item.complete', { itemId: 'A1' });
    expect(firstLine(card)).toBe('No onboarding runs here yet. Nothing changed.');
    expect(await stage.kept.historyOf(nowhere.place)).toEqual([]);
  });
});

describe('a sentence with', () => {
  const sentences: readonly (readonly [string, string, string, string])[] = [
    [
      'nothing but the mention',
      '',
      "I'm listening. Write something after @Lotse.",
      'Ich höre zu. Schreiben Sie etwas hinter @Lotse.',
    ],
    [
      'a code no item has',
      'A9 done',
      'There is no A9 here. Nothing changed.',
      'A9 gibt es hier nicht. Nichts geändert.',
    ],
    [
      'a code of no section',
      'Q77',
      'I did not understand that. Nothing changed.',
      'Das habe ich nicht verstanden. Nichts geändert.',
    ],
    [
      'a property every object has',
      'constructor',
      'I did not understand that. Nothing changed.',
      'Das habe ich nicht verstanden. Nichts geändert.',
    ],
  ];

  test.each(sentences)('%s is answered clearly, and nothing changes', async (_, text, english, inGerman) => {
    for (const [where, by, answer] of [
      [general, anna, english],
      [german, mehmet, inGerman],
    ] as const)
      expect(firstLine((await unchanged(() => where.say(text, by))).card)).toBe(answer);
  });

  test('somebody mentioned who is not there changes nothing', async () => {
    const { card } = await unchanged(() => general.say('assign A1 to @Sam Stranger', anna, [stranger]));
    expect(firstLine(card)).toBe('That person is not in this conversation. Nothing changed.');
  });

  test('100,000 characters is answered all the same', async () => {
    const { status, answers } = await unchanged(() =>
      general.tell({ text: `<at>Lotse</at> ${'abc '.repeat(25_000)}` }),
    );
    expect(status).toBe(200);
    expect(answers).toHaveLength(1);
    expect(JSON.stringify(newest(answers[0]).card).length).toBeLessThan(28_000);
  });
});

type Answered = { readonly status: number; readonly headers: Readonly<Record<string, unknown>>; readonly body: string };

/** Sends what `fetch` would refuse to. */
const ask = (method: string, path: string, body?: string, headers: Record<string, string> = {}): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port: stage.lotse.port, method, path, headers, agent: false },
      (answer) => {
        let text = '';
        answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
        answer.on('end', () => {
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text });
        });
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });

describe('a request', () => {
  const json = { 'content-type': 'application/json' };
  const cannotRead = ['This is not an activity I can read.', 'Das ist keine Aktivität, die ich lesen kann.'] as const;
  const tooLarge = ['This is too large.', 'Das ist zu groß.'] as const;
  const notHere = ['There is nothing here.', 'Hier ist nichts.'] as const;
  const activity = (more: object = {}) => JSON.stringify(general.activity(anna, { text: 'A1 done', ...more }));

  const requests: readonly (readonly [string, () => Promise<Answered>, number, readonly [string, string]])[] = (
    [
      ['with malformed JSON', 'POST', '/api/messages', () => '{"type": "message", ', json, 400, cannotRead],
      ['with an empty body', 'POST', '/api/messages', () => '', json, 400, cannotRead],
      ['with no content type', 'POST', '/api/messages', () => activity(), {}, 415, cannotRead],
      ['with plain text', 'POST', '/api/messages', () => activity(), { 'content-type': 'text/plain' }, 415, cannotRead],
      [
        'with a form',
        'POST',
        '/api/messages',
        () => 'type=message',
        { 'content-type': 'application/x-www-form-urlencoded' },
        415,
        cannotRead,
      ],
      [
        'with packed JSON',
        'POST',
        '/api/messages',
        () => activity(),
        { ...json, 'content-encoding': 'gzip' },
        415,
        cannotRead,
      ],
      ['with JSON null', 'POST', '/api/messages', () => 'null', json, 400, cannotRead],
      ['with a JSON list', 'POST', '/api/messages', () => '[{"type":"message"}]', json, 400, cannotRead],
      ['with JSON text', 'POST', '/api/messages', () => '"message"', json, 400, cannotRead],
      ['with JSON that is no activity', 'POST', '/api/messages', () => '{"hello":"world"}', json, 400, cannotRead],
      ['with a type that is a number', 'POST', '/api/messages', () => activity({ type: 7 }), json, 400, cannotRead],
      ['with an empty type', 'POST', '/api/messages', () => activity({ type: '' }), json, 400, cannotRead],
      [
        'of more than 256 KB',
        'POST',
        '/api/messages',
        () => activity({ text: 'x'.repeat(262_144) }),
        json,
        413,
        tooLarge,
      ],
      ['to read the messages', 'GET', '/api/messages', () => undefined, {}, 405, notHere],
      ['to replace the messages', 'PUT', '/api/messages', () => activity(), json, 405, notHere],
      ['for another page', 'GET', '/admin', () => undefined, {}, 404, notHere],
      ['for a file above', 'GET', '/../../etc/passwd', () => undefined, {}, 404, notHere],
    ] as const
  ).map(([what, method, path, body, headers, status, answers]) => [
    what,
    () => ask(method, path, body(), headers),
    status,
    answers,
  ]);

  test.each(requests)('%s is refused in words', async (_, send, status, answers) => {
    const { body, headers, ...answered } = await unchanged(send);
    expect(answered.status).toBe(status);
    expect(JSON.parse(body)).toEqual({ error: answers[0] });
    expect(body + JSON.stringify(headers)).not.toMatch(leaks);
  });

  test('is refused in German where that is asked for', async () => {
    const { body } = await ask('POST', '/api/messages', '{', { ...json, 'accept-language': 'de-DE,de;q=0.9' });
    expect(JSON.parse(body)).toEqual({ error: cannotRead[1] });
    const large = await ask('POST', '/api/messages', activity({ text: 'x'.repeat(262_144) }), {
      ...json,
      'accept-language': 'de',
    });
    expect(JSON.parse(large.body)).toEqual({ error: tooLarge[1] });
  });

  const odd: readonly (readonly [string, object])[] = [
    ['nobody sent', { from: undefined, text: 'show A1' }],
    ['sent to nobody', { recipient: undefined, text: 'show A1' }],
    ['from nowhere', { conversation: undefined, text: 'show A1' }],
    ['with a sender that is text', { from: 'Anna', text: 'show A1' }],
    ['with a text that is a number', { text: 42 }],
    ['with entities that are text', { text: 'show A1', entities: 'none' }],
    ['with a conversation that is text', { conversation: 'general', text: 'show A1' }],
    ['with a time that is none', { timestamp: 'yesterday', text: 'show A1' }],
    ['with a value that is text', { text: undefined, value: 'x' }],
    ['with a locale that is a number', { locale: 7, text: 'show A1' }],
    ['that is a press with a locale that is a number', { ...pressing('item.show', { itemId: 'A1' }), locale: 7 }],
    ['with a service address that is a number', { serviceUrl: 5, text: 'show A1' }],
    ['with members added that are text', { type: 'conversationUpdate', membersAdded: 'Anna' }],
    ['with null among the members added', { type: 'conversationUpdate', membersAdded: [null] }],
    ['with an action that is a number', { type: 'installationUpdate', action: 1 }],
    ['that is a press without an action', { type: 'invoke', name: 'adaptiveCard/action', value: null }],
    ['that is a press from nobody', { ...pressing('item.show', { itemId: 'A1' }), from: undefined }],
  ];

  test.each(odd)('with an activity %s does no harm and tells no secrets', async (_, more) => {
    const { status, body } = await unchanged(() => ask('POST', '/api/messages', activity(more), json));
    expect(status).toBeLessThan(500);
    expect(body).not.toMatch(leaks);
  });

  test('is still answered after all of that', async () => {
    expect((await ask('GET', '/healthz')).status).toBe(200);
    expect((await ask('GET', '/readyz')).status).toBe(200);
    expect((await general.say('show A1')).summary).toContain('A1');
  });
});
