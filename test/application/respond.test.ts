import type { Place } from '../../src/application/ports';
import type { Wish } from '../../src/application/request';
import { createGreet } from '../../src/application/greet';
import { address, anna, ben, type Channel, complete, createChannel, eva, mehmet, place, saysOf } from './channel';

const overview = { type: 'show', what: 'overview' } as const;
const startForm = { type: 'show', what: 'startForm', filled: {} } as const;
const elsewhere: Place = { tenantId: 'tenant', conversationId: '19:other', team: '19:team' };

const cancel: Wish = { type: 'CancelEngagement', reason: 'Stopped' };
const discard: Wish = { type: 'DiscardEngagement' };

/** Everything that has to be done before an onboarding can be finished. */
const finishing = async ({ act, now }: Channel): Promise<void> => {
  await act(anna, ...complete('I1', 'I2', 'A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'R1'));
  await act(anna, { type: 'ConfirmResults' });
  await act(ben, { type: 'ConfirmResults' });
  const rest = Object.values((await now()).items).filter(({ state }) => state.type === 'open');
  await act(anna, ...rest.map(({ code }): Wish => ({ type: 'ExcludeItem', item: code, reason: 'Not here' })));
  await act(anna, { type: 'FinishEngagement' });
};

const running = async (): Promise<Channel> => {
  const channel = createChannel();
  await channel.begin();
  return channel;
};

describe('where nothing runs', () => {
  test('there is nothing to show, and nothing is kept', async () => {
    const { say, memory, idOf } = createChannel();
    expect((await say(anna, 'overview', overview)).show).toEqual({ show: 'nothingHere' });
    expect(await memory.directory.locate(place)).not.toHaveProperty('address');
    expect((await memory.store.load(await idOf())).engagement.status).toBe('notStarted');
  });

  test('one starts, and the place is known from then on', async () => {
    const { begin, memory, delivered, idOf } = createChannel();
    const reply = await begin();
    expect(saysOf(reply)).toEqual(['accepted']);
    expect(reply.show).toEqual({ show: 'started' });
    expect(await memory.directory.locate(place)).toEqual({ id: await idOf(), address });
    expect(await memory.directory.inTeam('tenant', '19:team')).toEqual([place]);
    expect((await memory.store.load(await idOf())).place).toMatchObject(place);
    expect(delivered()).toEqual([await idOf()]);
  });

  test('whoever is not here cannot be made lead, and the form comes back', async () => {
    const { begin, idOf, engagement } = createChannel();
    const reply = await begin(anna, { lead: 'nobody' });
    expect(saysOf(reply)).toEqual(['notAMember']);
    expect(reply.show).toMatchObject({ show: 'startForm', filled: { customer: 'Contoso', lead: 'nobody' } });
    expect((await engagement(await idOf())).status).toBe('notStarted');
  });

  test('a guest who starts has to name a lead', async () => {
    const { begin, keyOf, now } = createChannel();
    expect(saysOf(await begin(ben, { specialist: '' }))).toEqual(['notAMember']);
    const alone = await createChannel().press(ben, { type: 'start', answers: { customer: 'Contoso' } });
    expect(saysOf(alone)).toEqual(['engagement.guestNeedsLead']);
    expect(alone.show).toMatchObject({ show: 'startForm', asker: { guest: true } });
    await begin(ben, { lead: anna.id });
    expect((await now()).roles).toEqual({ [await keyOf(anna)]: 'lead', [await keyOf(ben)]: 'specialist' });
  });
});

describe('where one runs', () => {
  test('starting shows that one, to whoever was slower at another instance, too', async () => {
    const { shared, idOf } = await running();
    const { begin, press } = createChannel(shared);
    for (const reply of [await begin(mehmet, { customer: 'Fabrikam' }), await press(mehmet, startForm)]) {
      expect(saysOf(reply)).toEqual(['engagement.alreadyStarted']);
      expect(reply.show).toEqual({ show: 'overview' });
      expect(reply.seen?.id).toBe(await idOf());
      expect(reply.seen?.engagement.customer).toBe('Contoso');
    }
  });

  test('of two who start at the same time one does, and the other is shown theirs', async () => {
    const one = createChannel();
    const other = createChannel(one.shared);
    const replies = await Promise.all([one.begin(anna), other.begin(eva, { customer: 'Fabrikam' })]);
    expect(replies.map(saysOf).sort()).toEqual([['accepted'], ['engagement.alreadyStarted']]);
    expect(new Set(replies.map(({ seen }) => seen?.engagement.customer)).size).toBe(1);
  });
});

describe('where one has ended', () => {
  const ended: readonly (readonly [string, (channel: Channel) => Promise<unknown>])[] = [
    ['finished', finishing],
    ['cancelled', ({ act }) => act(anna, cancel)],
    ['discarded', ({ act }) => act(anna, discard)],
  ];

  test.each(ended)('as %s, the next one gets the next id', async (status, end) => {
    const channel = await running();
    const first = await channel.idOf();
    await end(channel);
    expect((await channel.now()).status).toBe(status);
    expect(saysOf(await channel.begin(eva, { customer: 'Fabrikam' }))).toEqual(['accepted']);
    expect(first).toMatch(/-1$/);
    expect(await channel.idOf()).toBe(first.replace(/1$/, '2'));
    expect(await channel.now()).toMatchObject({ status: 'running', customer: 'Fabrikam' });
    expect((await channel.engagement(first)).status).toBe(status);
    expect(channel.delivered()).toContain(await channel.idOf());
  });

  test.each(ended)('as %s, the form for the next one is shown', async (status, end) => {
    const channel = await running();
    await end(channel);
    expect((await channel.say(eva, 'start', startForm)).show).toMatchObject({
      show: 'startForm',
      filled: { customer: 'Contoso' },
    });
    expect((await channel.now()).status).toBe(status);
  });

  test('it is still shown, unless it was discarded', async () => {
    const [finished, cancelled, discarded] = await Promise.all([running(), running(), running()]);
    await finishing(finished);
    await cancelled.act(anna, cancel);
    await discarded.act(anna, discard);
    expect((await finished.say(anna, 'overview', overview)).show).toEqual({ show: 'closing' });
    expect((await cancelled.say(anna, 'overview', overview)).show).toEqual({ show: 'overview' });
    expect((await discarded.say(anna, 'overview', overview)).show).toEqual({ show: 'nothingHere' });
  });

  test('finishing shows how it went', async () => {
    const channel = await running();
    const reply = await finishing(channel).then(() => channel.press(anna, overview));
    expect(reply.show).toEqual({ show: 'closing' });
    const { cards } = await channel.memory.mailbox.pending(await channel.idOf());
    expect(cards.map(({ card }) => card)).toContain('closing');
  });

  test('it stays the one that is shown when the next one could not be started', async () => {
    const { act, begin, say, idOf } = await running();
    const first = await idOf();
    await act(anna, cancel);
    expect(saysOf(await begin(anna, { customer: ' ' }))).toEqual(['engagement.customerMissing']);
    const reply = await say(anna, 'overview', overview);
    expect(reply.show).toEqual({ show: 'overview' });
    expect(reply.seen?.id).toBe(first);
    await begin(anna, { customer: 'Fabrikam' });
    expect(await idOf()).toBe(first.replace(/1$/, '2'));
  });

  test('of two who start the next one at the same time one does', async () => {
    const one = await running();
    await one.act(anna, cancel);
    const other = createChannel(one.shared);
    const replies = await Promise.all([one.begin(anna), other.begin(eva, { customer: 'Fabrikam' })]);
    expect(replies.map(saysOf).sort()).toEqual([['accepted'], ['engagement.alreadyStarted']]);
    expect(await one.idOf()).toMatch(/-2$/);
  });
});

describe('a card of an onboarding that has ended', () => {
  /** The second one runs; the first one was cancelled. */
  const second = async () => {
    const channel = await running();
    const first = await channel.idOf();
    await channel.act(anna, ...complete('A1'), cancel);
    await channel.begin(anna, { customer: 'Fabrikam' });
    return { ...channel, first, next: await channel.idOf() };
  };

  test('shows that one, for as long as anybody presses it', async () => {
    const { press, first, next } = await second();
    const old = await press(anna, { type: 'show', what: 'item', item: 'A1' }, { engagementId: first });
    expect(old.seen?.id).toBe(first);
    expect(old.seen?.engagement.items['A1']?.state.type).toBe('complete');
    const now = await press(anna, { type: 'show', what: 'item', item: 'A1' }, { engagementId: next });
    expect(now.seen?.engagement.items['A1']?.state.type).toBe('open');
  });

  test('changes neither that one nor the one that runs', async () => {
    const { press, engagement, first, next } = await second();
    const before = [await engagement(first), await engagement(next)];
    const reply = await press(anna, { type: 'act', wishes: complete('A2') }, { engagementId: first });
    expect(saysOf(reply)).toEqual(['engagement.ended']);
    expect(reply.seen?.id).toBe(first);
    expect([await engagement(first), await engagement(next)]).toEqual(before);
  });

  test('leaves what lives here as it is', async () => {
    const { press, idOf, first, next } = await second();
    await press(anna, overview, { engagementId: first, address: 'moved' });
    expect(await idOf()).toBe(next);
  });

  test('that would start the next one shows the one that runs', async () => {
    const { begin, press, idOf, first, next } = await second();
    for (const reply of [
      await begin(eva, {}, { engagementId: first }),
      await press(eva, startForm, { engagementId: first }),
    ]) {
      expect(saysOf(reply)).toEqual(['engagement.alreadyStarted']);
      expect(reply.seen?.id).toBe(next);
    }
    expect(await idOf()).toBe(next);
  });

  test('that would start the next one starts the one after the last, whichever it was of', async () => {
    const { act, begin, idOf, first } = await second();
    await act(anna, cancel);
    expect(saysOf(await begin(eva, { customer: 'Third' }, { engagementId: first }))).toEqual(['accepted']);
    expect(await idOf()).toBe(first.replace(/1$/, '3'));
    await begin(eva, { customer: 'Fourth' }, { engagementId: first });
    expect(await idOf()).toBe(first.replace(/1$/, '3'));
  });
});

describe('a card of another conversation', () => {
  const both = async () => {
    const one = await running();
    await one.begin(eva, { customer: 'Fabrikam' }, { place: elsewhere, address: 'elsewhere' });
    return { ...one, foreign: await one.idOf(elsewhere) };
  };

  test.each<[string, Parameters<Channel['press']>[1]]>([
    ['show', overview],
    ['change', { type: 'act', wishes: complete('A1') }],
    ['start', { type: 'start', answers: { customer: 'Third' } }],
    ['add', { type: 'add', phase: 'assess', text: 'One' }],
    ['confirm', { type: 'confirm', wish: { type: 'FinishEngagement' } }],
  ])('is not for here: to %s', async (_, request) => {
    const { press, engagement, foreign, idOf } = await both();
    const before = [await engagement(foreign), await engagement(await idOf())];
    const reply = await press(anna, request, { engagementId: foreign });
    expect(saysOf(reply)).toEqual(['notForHere']);
    expect(reply.show).toEqual({ show: 'said' });
    // The way back leads to what lives here, never to where the card is from.
    expect(reply.seen?.id).toBe(await idOf());
    expect([await engagement(foreign), await engagement(await idOf())]).toEqual(before);
  });

  test('is not for here either when there is none by that name, or in another tenant', async () => {
    const { press, idOf } = await both();
    for (const engagementId of ['nothing', '__proto__', `${await idOf()}0`])
      expect(saysOf(await press(anna, overview, { engagementId }))).toEqual(['notForHere']);
    const sameElsewhere = { ...place, tenantId: 'other tenant' };
    expect(saysOf(await press(anna, overview, { engagementId: await idOf(), place: sameElsewhere }))).toEqual([
      'notForHere',
    ]);
  });

  test('is one of this conversation, whatever team it is said to belong to', async () => {
    const { press, idOf } = await both();
    const { team: _, ...bare } = place;
    const reply = await press(anna, overview, { engagementId: await idOf(), place: bare });
    expect(reply.show).toEqual({ show: 'overview' });
  });
});

describe('an instance that has not noticed yet', () => {
  /** It remembers what lived here, unless asked not to. */
  const remembering = async () => {
    const other = await running();
    await other.act(anna, cancel);
    const known = await other.memory.directory.locate(place);
    const channel = createChannel({
      ...other.shared,
      directory: (directory) => ({
        locate: (where, anew) => (anew ? directory.locate(where, anew) : Promise.resolve(known)),
      }),
    });
    await other.begin(eva, { customer: 'Fabrikam' });
    return { ...channel, next: await other.idOf() };
  };

  test('that another one has started the next one, shows that', async () => {
    const { say, next } = await remembering();
    const reply = await say(anna, 'overview', overview);
    expect(reply.seen?.id).toBe(next);
    expect(reply.show).toEqual({ show: 'overview' });
  });

  test('does not start it again', async () => {
    const { say, begin, next } = await remembering();
    const reply = await begin(anna, { customer: 'Third' });
    expect(saysOf(reply)).toEqual(['engagement.alreadyStarted']);
    expect(reply.seen?.id).toBe(next);
    expect((await say(anna, 'start', startForm)).seen?.id).toBe(next);
  });

  test('takes presses on the new cards for what they are', async () => {
    const { press, next, engagement } = await remembering();
    const reply = await press(eva, { type: 'act', wishes: complete('A1') }, { engagementId: next });
    expect(saysOf(reply)).toEqual(['accepted']);
    expect((await engagement(next)).items['A1']?.state.type).toBe('complete');
  });
});

describe('a place', () => {
  test('that was forgotten is known again by the next message, and what waited is delivered', async () => {
    const { memory, say, delivered, idOf } = await running();
    await memory.directory.forget(place);
    delivered();
    await say(mehmet, 'overview', overview);
    expect(await memory.directory.locate(place)).toEqual({ id: await idOf(), address });
    expect(await memory.directory.inTeam('tenant', '19:team')).toEqual([place]);
    expect(delivered()).toEqual([await idOf()]);
    await say(mehmet, 'overview', overview);
    expect(delivered()).toEqual([]);
  });

  test('that Teams has moved is reached where it is now', async () => {
    const { memory, press, idOf } = await running();
    await press(mehmet, overview, { address: 'moved' });
    expect(await memory.directory.locate(place)).toEqual({ id: await idOf(), address: 'moved' });
  });

  test('in which something was only said is not kept', async () => {
    const { memory, say } = createChannel();
    await say(anna, 'hello');
    expect(await memory.directory.inTeam('tenant', '19:team')).toEqual([]);
  });

  test('is welcomed once, and again after it was forgotten', async () => {
    const { memory, queue } = createChannel();
    const greet = createGreet(memory.directory, memory.contacts, queue);
    expect(await Promise.all([greet(place, address), greet(place, address)])).toEqual([true, false]);
    await memory.directory.forget(place);
    expect(await greet(place, address)).toBe(true);
  });
});
