import { button, row, headingOf, textOf } from '../support/card-content';
import { anna, eventually, mehmet } from '../support/connector';
import { type Stage, startStage } from '../support/lotse';
import { type Channel, newest } from '../support/teams';

const channelId = '19:shared@thread.tacv2';

let stage: Stage;
let contoso: Channel;
let fabrikam: Channel;

beforeAll(async () => {
  stage = await startStage();
  contoso = stage.channel({ channelId, tenantId: 'tenant-contoso' });
  fabrikam = stage.channel({ channelId, tenantId: 'tenant-fabrikam' });
  await contoso.say('start Contoso');
  await eventually(() => contoso.posts().length === 2);
});

afterAll(() => stage.stop());

/** Looks for every trace of the other customer in everything that is answered. */
const seenBy = (text: string): boolean => /Contoso|Anna Schmidt/.test(text);

describe('the same channel id in another tenant', () => {
  test.each(["what's left?", 'overview', 'show A3', 'my items', 'show General', 'A3 done'])(
    'sees nothing of the onboarding: %s',
    async (sentence) => {
      const { card } = await fabrikam.say(sentence, mehmet);
      expect(textOf(card)).toContain('No onboarding runs here yet');
      expect(seenBy(JSON.stringify(card))).toBe(false);
      expect(await stage.kept.historyOf(fabrikam.place)).toEqual([]);
    },
  );

  test.each([
    ['item.show', { itemId: 'A3' }],
    ['item.complete', { itemId: 'A3' }],
    ['item.acknowledge', { itemIds: 'A3,A4' }],
    ['phase.acknowledge', { phase: 'assess' }],
    ['phase.show', { phase: 'assess' }],
    ['engagement.show', {}],
    ['mine.show', {}],
    ['form.show', { form: 'item.assign', itemId: 'A3' }],
    ['engagement.start', { customer: 'Fabrikam' }],
  ])('cannot press %s in the onboarding of the other one', async (verb, data) => {
    const before = await stage.kept.historyOf(contoso.place);
    const card = await fabrikam.press(
      { verb, data: { ...data, engagementId: await stage.kept.idOf(contoso.place) } },
      {},
      mehmet,
    );
    expect(textOf(card)).toBe('This card belongs to another onboarding. Nothing changed.');
    expect(await stage.kept.historyOf(contoso.place)).toEqual(before);
    expect(await stage.kept.historyOf(fabrikam.place)).toEqual([]);
  });

  test('has an onboarding of its own, with its own people', async () => {
    const { card } = await fabrikam.say('start Fabrikam', mehmet);
    expect(textOf(card)).toContain('The onboarding of Fabrikam has started.');
    expect(await stage.kept.idOf(fabrikam.place)).not.toBe(await stage.kept.idOf(contoso.place));
    await fabrikam.say('A3 done', mehmet);
    const [theirs, ours] = await Promise.all(
      [fabrikam, contoso].map(async ({ place }) => stage.kept.store.load(await stage.kept.idOf(place))),
    );
    expect(theirs?.engagement.items['A3']?.state.type).toBe('complete');
    expect(ours?.engagement.items['A3']?.state.type).toBe('open');
    expect(Object.values(theirs?.people ?? {}).map(({ name }) => name)).toEqual(['Mehmet Yılmaz']);
  });

  test('cannot be reached by the tenant a body claims beside the one Teams names', async () => {
    const before = await stage.kept.historyOf(contoso.place);
    const forged = { text: '<at>Lotse</at> A3 done', tenantId: 'tenant-contoso', value: undefined };
    const { answers } = await fabrikam.tell(forged, mehmet);
    expect(textOf(newest(answers[0]).card)).toContain('A3 is done already (Mehmet Yılmaz');
    expect(await stage.kept.historyOf(contoso.place)).toEqual(before);
  });
});

describe('another channel of the same team', () => {
  test('has nothing to do with the first', async () => {
    const other = stage.channel({ channelId: '19:other@thread.tacv2', tenantId: 'tenant-contoso' });
    expect(textOf((await other.say("what's left?")).card)).toContain('No onboarding runs here yet');
    const post = contoso.posts().find((one) => headingOf(newest(one).card).startsWith('Phase 1 of 4'));
    const item = await contoso.press(row(newest(post).card, 'I1'));
    const before = await stage.kept.historyOf(contoso.place);
    const card = await other.press(button(item, 'Done'), {}, anna);
    expect(textOf(card)).toBe('This card belongs to another onboarding. Nothing changed.');
    expect(await stage.kept.historyOf(contoso.place)).toEqual(before);
  });
});
