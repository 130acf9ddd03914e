import { type Event, fold, isOpen, notStarted } from '../../src/engagement/index';
import { textOf } from '../support/card-content';
import { eventually } from '../support/connector';
import { type Stage, startStage } from '../support/lotse';
import { type Channel, newest } from '../support/teams';
import { type Step, wholeOnboarding } from './whole-onboarding';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(async () => {
  await stage.stop();
});

type Way = (here: Channel, step: Step) => Promise<string>;

const byButton: Way = async (here, { by, verb, data }) => {
  const engagementId = await stage.kept.idOf(here.place);
  return textOf(await here.press({ verb, data: { engagementId, ...data } }, {}, by));
};
const bySentence: Way = async (here, { by, says, mentions }) => textOf((await here.say(says, by, mentions)).card);

/** What has to be the same: everything but when, and which sentence or press it was. */
const lasting = ({ at: _, op: __, ...event }: Event) => event;

const play = async (here: Channel, way: Way) => {
  const record: { readonly step: string; readonly events: readonly unknown[] }[] = [];
  let known = 0;
  for (const step of wholeOnboarding) {
    const answer = await way(here, step);
    const events = (await stage.kept.historyOf(here.place)).slice(known);
    known += events.length;
    const name = `${step.by.name}: ${step.verb} / ${step.says.split('\n')[0]}`;
    if ((events.length === 0) !== (step.refused ?? false)) throw new Error(`${name}\n${answer}`);
    record.push({
      step: name,
      events: events.map(
        (event) =>
          JSON.parse(
            JSON.stringify(lasting(event), (key, value: unknown) =>
              key === 'at' || key === 'op' || key === 'of' ? undefined : value,
            ),
          ) as unknown,
      ),
    });
  }
  return record;
};

test('a whole onboarding leads to the same by buttons and by sentences', async () => {
  const [pressed, said] = [
    stage.channel({ channelId: '19:pressed@thread.tacv2' }),
    stage.channel({ channelId: '19:said@thread.tacv2' }),
  ];
  const byButtons = await play(pressed, byButton);
  const bySentences = await play(said, bySentence);
  expect(bySentences).toEqual(byButtons);

  const events = await stage.kept.historyOf(said.place);
  const engagement = fold(events, notStarted);
  expect(engagement.status).toBe('finished');
  expect(Object.values(engagement.items)).toHaveLength(43 + 12 + 2);
  expect(Object.values(engagement.items).filter((item) => isOpen(item) && item.countsIn !== 'general')).toEqual([]);
  for (const place of [pressed, said]) {
    const closing = await eventually(() =>
      place
        .posts()
        .find((post) => newest(post).summary.includes('Contoso AG') && textOf(newest(post).card).includes('R10')),
    );
    expect(textOf(newest(closing).card)).toContain('provisioning follows');
  }
}, 120_000);
