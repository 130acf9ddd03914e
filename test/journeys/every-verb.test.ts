import { type CardContent, type Pressable, pressesOf, textOf } from '../support/card-content';
import { type Account, anna, ben, eventually, mehmet } from '../support/connector';
import { type Stage, startStage } from '../support/lotse';
import { type Channel, newest } from '../support/teams';

let stage: Stage;
let here: Channel;
beforeAll(async () => {
  stage = await startStage();
  here = stage.channel();
  await here.say('start Contoso');
  await here.say('@Ben Carter is FastTrack', anna, [ben]);
  for (const text of ['I1, I2 done', 'A1-A6 done', 'take E1', 'E2 blocked: waiting for the vendor', 'R1 done'])
    await here.say(text);
  await here.say('add to Enable: Pilot group', ben);
  await here.say('@Mehmet Yılmaz takes E3', anna, [mehmet]);
  await here.say('confirm the results', ben);
  await eventually(() => here.posts().some((post) => newest(post).summary.startsWith('Remediate')));
});
afterAll(async () => {
  await stage.stop();
});

/** Everything a person is offered who follows every button that only shows something. */
const offeredTo = async (by: Account): Promise<ReadonlySet<string>> => {
  const offered = new Set<string>();
  const known = new Set<string>();
  const waiting: CardContent[] = here.posts().map((post) => newest(post).card);
  const isNew = ({ verb, data }: Pressable): boolean => {
    const key = JSON.stringify([verb, data]);
    const before = known.size;
    return known.add(key).size > before;
  };
  // Of every section a few items are enough.
  const isWorthIt = ({ data }: Pressable): boolean => !/^(G([3-9]|..)|A[2-6]|E[4-8])$/.test(data['itemId'] ?? '');
  for (let card = waiting.shift(); card; card = waiting.shift())
    for (const press of pressesOf(card)) {
      offered.add(press.verb === 'form.show' ? `form ${press.data['form']}` : press.verb);
      if (press.verb.endsWith('.show') && isWorthIt(press) && isNew(press))
        waiting.push(await here.press(press, {}, by));
    }
  return offered;
};

const forAll = [
  'engagement.show',
  'mine.show',
  'history.show',
  'help.show',
  'item.show',
  'phase.show',
  'phase.acknowledge',
];
const ofItems = [
  'acknowledge',
  'take',
  'release',
  'schedule',
  'complete',
  'defer',
  'exclude',
  'block',
  'unblock',
  'reopen',
  'note',
];
const steering = ['item.assign', 'item.add', 'item.rename', 'item.remove', 'form person.handOver', 'phase.withdraw'];
const leading = [
  ...[
    'phase.confirm',
    'phase.advance',
    'phase.return',
    'role.set',
    'form engagement.finish',
    'form engagement.discard',
  ],
  ...['engagement.configure', 'engagement.pause', 'engagement.cancel'],
];

test('a lead finds every verb behind some button', async () => {
  const offered = await offeredTo(anna);
  const wanted = [...forAll, ...ofItems.map((move) => `item.${move}`), ...steering, ...leading, 'person.away'];
  expect(wanted.filter((verb) => !offered.has(verb))).toEqual([]);
});

test('FastTrack finds what is for both, and not in their own views what is for leads', async () => {
  const offered = await offeredTo(ben);
  const wanted = [...forAll, ...ofItems.map((move) => `item.${move}`), ...steering, 'person.away'];
  expect(wanted.filter((verb) => !offered.has(verb))).toEqual([]);
  for (const verb of ['role.set', 'engagement.pause', 'form engagement.discard', 'engagement.cancel'])
    expect([...offered]).not.toContain(verb);
});

test('a team member finds what is theirs', async () => {
  const offered = await offeredTo(mehmet);
  const wanted = [...forAll, 'item.take', 'item.release', 'item.complete', 'item.defer', 'item.note', 'person.away'];
  expect(wanted.filter((verb) => !offered.has(verb))).toEqual([]);
  for (const verb of ['item.assign', 'item.rename', 'item.remove', 'role.set', 'engagement.pause', 'person.handOver'])
    expect([...offered]).not.toContain(verb);
});

test('what was done can be taken back by the button on its answer', async () => {
  const answer = await here.press({ verb: 'item.complete', data: { itemId: 'E4' } });
  const undo = pressesOf(answer).find(({ verb }) => verb === 'undo')!;
  expect(textOf(await here.press(undo))).toContain('Taken back: E4');
  expect(textOf(await here.press(undo))).toContain('already');
});

test('a pause ends by a button', async () => {
  await here.say('pause');
  const card = await here.press({ verb: 'engagement.show', data: {} });
  const resume = pressesOf(card).find(({ verb }) => verb === 'engagement.resume')!;
  expect(textOf(await here.press(resume))).toContain('goes on');
});
