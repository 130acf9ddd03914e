import { button, pressesOf, textOf } from '../support/card-content';
import { type Account, anna, ben, eventually, mehmet, type Shown } from '../support/connector';
import { type Stage, startStage } from '../support/lotse';
import { type Channel, newest } from '../support/teams';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(async () => {
  await stage.stop();
});

let tenants = 0;

/** Channels and personal chats of one tenant of its own; Mehmet takes A1 in every onboarding. */
const tenant = () => {
  const tenantId = `tenant-of-${String(++tenants)}`;
  let channels = 0;
  const started = async (customer: string): Promise<Channel> => {
    const channelId = `19:${tenantId}-${String(++channels)}@thread.tacv2`;
    const here = stage.channel({ tenantId, channelId });
    await here.say(`start ${customer}`);
    await here.press({ verb: 'item.take', data: { itemId: 'A1' } }, {}, mehmet);
    await eventually(async () => {
      const { store, contacts } = stage.kept;
      const id = await stage.kept.idOf(here.place);
      const all = await contacts.engagementsOf(tenantId, mehmet.aadObjectId);
      return (await store.load(id)).engagement.version > 1 && all.includes(id) && here.posts().length === 2;
    });
    return here;
  };
  const chatOf = (who: Account): Channel =>
    stage.channel({ tenantId, kind: 'personal', of: who, channelId: `a:${tenantId}-${who.aadObjectId}` });
  return { started, chatOf };
};

const assign = (here: Channel, items: string, to: Account, by = anna) =>
  here.press({ verb: 'item.assign', data: { itemIds: items, assignee: to.aadObjectId } }, {}, by);

const isTold = ({ contents }: Shown): boolean => /Schmidt/.test(contents[0]?.summary ?? '');

/** Everything that was ever shown there. */
const all = (chat: Channel): readonly Shown[] =>
  stage.connector.shown.filter(({ conversationId }) => conversationId === chat.place.conversationId);

/** What is told in a channel: answers in threads of its posts. */
const toldIn = (here: Channel): readonly Shown[] =>
  stage.connector.shown.filter(({ conversationId }) =>
    here.posts().some(({ activityId }) => conversationId === `${here.place.conversationId};messageid=${activityId}`),
  );

describe('whoever has a personal chat with Lotse', () => {
  test('is welcomed there once, and is told there of work given, together and not in the channel', async () => {
    const { started, chatOf } = tenant();
    const here = await started('Contoso');
    const chat = chatOf(mehmet);
    await chat.install();
    await chat.install();
    expect(all(chat)).toHaveLength(1);
    await Promise.all([assign(here, 'I1', mehmet), assign(here, 'A3', mehmet)]);
    const [told] = await eventually(() => chat.posts().length > 0 && chat.posts());
    const text = textOf(newest(told).card);
    expect(text).toContain('Contoso');
    expect(text).toContain('Anna Schmidt');
    expect(text).toMatch(/I1[^]*A3|A3[^]*I1/);
    expect(text).not.toContain('<at>');
    expect(toldIn(here)).toEqual([]);
    expect(all(chat)).toHaveLength(2);
  });

  test('finds what is theirs in every onboarding, and acts on it from there', async () => {
    const { started, chatOf } = tenant();
    const [contoso, fabrikam] = [await started('Contoso'), await started('Fabrikam')];
    const chat = chatOf(mehmet);
    const { card } = await chat.say('my items');
    expect(textOf(card)).toMatch(/Contoso[^]*Fabrikam|Fabrikam[^]*Contoso/);
    const id = await stage.kept.idOf(fabrikam.place);
    const press = pressesOf(card).find(({ verb, data }) => verb === 'item.show' && data['engagementId'] === id);
    const item = await chat.press(press!);
    await chat.press(button(item, 'Done'));
    const stateIn = async (where: Channel) =>
      (await stage.kept.store.load(await stage.kept.idOf(where.place))).engagement.items['A1']?.state.type;
    expect([await stateIn(contoso), await stateIn(fabrikam)]).toEqual(['open', 'complete']);
  });

  test('is asked which onboarding is meant, and the answer is about that', async () => {
    const { started, chatOf } = tenant();
    await started('Contoso');
    await started('Fabrikam');
    const chat = chatOf(mehmet);
    const which = await chat.say("what's left in Assess?");
    const shown = await chat.press(button(which.card, 'Fabrikam'));
    expect(textOf(shown)).toMatch(/Fabrikam[^]*6 of 6 open/);
  });

  test('is told by a mention again once they have removed Lotse', async () => {
    const { started, chatOf } = tenant();
    const here = await started('Contoso');
    const chat = chatOf(mehmet);
    await chat.install();
    await chat.uninstall();
    await assign(here, 'I1', mehmet);
    const [told] = await eventually(() => toldIn(here).length > 0 && toldIn(here));
    expect(textOf(newest(told).card)).toContain('<at>Mehmet Yılmaz</at>');
    expect(chat.posts().filter(isTold)).toEqual([]);
  });

  test('is told by a mention where their chat takes nothing any more', async () => {
    const { started, chatOf } = tenant();
    const here = await started('Contoso');
    const chat = chatOf(mehmet);
    await chat.install();
    stage.connector.down.set(chat.place.conversationId, { status: 403, code: 'ConversationBlockedByUser' });
    await assign(here, 'I1', mehmet);
    const [told] = await eventually(() => toldIn(here).length > 0 && toldIn(here));
    expect(textOf(newest(told).card)).toContain('<at>Mehmet Yılmaz</at>');
    expect(toldIn(here)).toHaveLength(1);
  });

  test('of one tenant sees and reaches nothing of another', async () => {
    const [one, other] = [tenant(), tenant()];
    const here = await one.started('Contoso');
    const foreign = other.chatOf(mehmet);
    expect(textOf((await foreign.say('my items')).card)).not.toContain('Contoso');
    const data = { engagementId: await stage.kept.idOf(here.place), itemId: 'A1' };
    const answer = await foreign.press({ verb: 'item.complete', data });
    expect(textOf(answer)).not.toContain('Contoso');
    const { engagement } = await stage.kept.store.load(data.engagementId);
    expect(engagement.items['A1']?.state.type).toBe('open');
  });

  test('and is no part of an onboarding reaches nothing of it', async () => {
    const { started, chatOf } = tenant();
    const here = await started('Contoso');
    const data = { engagementId: await stage.kept.idOf(here.place), phase: 'assess' };
    expect(textOf(await chatOf(ben).press({ verb: 'phase.show', data }))).not.toContain('of 6 open');
  });
});

describe('one German sentence', () => {
  test('makes the views of one person German, not those of others and not the posts', async () => {
    const { started } = tenant();
    const here = await started('Contoso');
    expect((await here.say('was ist in der Analysephase noch offen?', mehmet)).summary).toBe(
      'Analysephase: 6 von 6 offen',
    );
    const show = { verb: 'phase.show', data: { phase: 'assess' } };
    expect(textOf(await here.press(show, {}, mehmet))).toContain('6 von 6 offen');
    expect(textOf(await here.press(show, {}, anna))).toContain('6 of 6 open');
    await here.press({ verb: 'item.take', data: { itemId: 'I1' } }, {}, mehmet);
    await eventually(() => textOf(newest(here.posts()[1]).card).includes('Mehmet'));
    expect(textOf(newest(here.posts()[1]).card)).toContain('2 of 2 open');
  });
});
