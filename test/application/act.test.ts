import type { Grave, Wish } from '../../src/application/request';
import { address, anna, ben, type Channel, complete, createChannel, eva, mehmet, saysOf } from './channel';

const running = async (...operations: readonly (readonly Wish[])[]): Promise<Channel> => {
  const channel = createChannel();
  await channel.begin();
  for (const wishes of operations) await channel.act(anna, ...wishes);
  return channel;
};

const toRemediate = [complete('I1', 'I2'), complete('A1', 'A2', 'A3', 'A4', 'A5', 'A6'), complete('R1')];

describe('an answer offers to take back', () => {
  test.each<[string, readonly Wish[]]>([
    ['what was done to an item', complete('A1')],
    ['what was done to several', complete('A1', 'A2')],
    ['a note', [{ type: 'NoteItem', item: 'A1', note: 'Seen' }]],
    ['an acknowledged phase', [{ type: 'AcknowledgePhase', phase: 'assess' }]],
    ['added items', [{ type: 'AddItems', phase: 'assess', lines: [{ title: 'One' }] }]],
    ['what could be done of a sentence', [...complete('A1'), { type: 'CompleteItem', item: 'Q7' }]],
    ['the last item of a phase, although it moved on', complete('I1', 'I2')],
  ])('%s, and it can be', async (_, wishes) => {
    const { act } = await running();
    const { undo } = await act(anna, ...wishes);
    expect(undo).toMatch(/^op-\d+$/);
    expect(saysOf(await act(anna, { type: 'Undo', of: undo ?? '' }))).toEqual(['accepted']);
  });

  test('what was handed over', async () => {
    const { act } = await running([{ type: 'TakeItem', item: 'A1' }]);
    const { undo } = await act(anna, { type: 'HandOver', person: anna.id, assignee: mehmet.id });
    expect(saysOf(await act(anna, { type: 'Undo', of: undo ?? '' }))).toEqual(['accepted']);
  });

  test('what somebody does who was said to be gone', async () => {
    const { act, people, presence } = await running();
    await act(mehmet, { type: 'AcknowledgeItem', item: 'A1' });
    people.leaves(mehmet, address);
    await presence.changed({ tenantId: 'tenant', conversationId: '19:project' }, [mehmet.id], 'left');
    const { undo } = await act(mehmet, ...complete('A1'));
    expect(saysOf(await act(mehmet, { type: 'Undo', of: undo ?? '' }))).toEqual(['accepted']);
  });
});

describe('an answer does not offer to take back', () => {
  test.each<[string, Wish]>([
    ['a role', { type: 'SetRole', assignee: mehmet.id, role: 'specialist' }],
    ['an absence', { type: 'SetAway', until: '2026-12-04' }],
    ['a setting', { type: 'ConfigureEngagement', customer: 'Fabrikam' }],
    ['a pause', { type: 'PauseEngagement' }],
    ['moving on anyway', { type: 'AdvancePhase', reason: 'No time' }],
    ['what was refused', { type: 'UnblockItem', item: 'A1' }],
    ['what named nobody', { type: 'AssignItem', item: 'A1', assignee: '' }],
    ['a discarding', { type: 'DiscardEngagement' }],
  ])('%s', async (_, wish) => {
    const { act } = await running();
    expect(await act(anna, wish)).not.toHaveProperty('undo');
  });

  test('taking back', async () => {
    const { act } = await running(complete('A1'));
    const reply = await act(anna, { type: 'Undo' });
    expect(saysOf(reply)).toEqual(['accepted']);
    expect(reply).not.toHaveProperty('undo');
  });

  test('a start', async () => {
    expect(await createChannel().begin()).not.toHaveProperty('undo');
  });

  test('a confirmation, although the last one completes the joint check', async () => {
    const { act, now } = await running(...toRemediate);
    expect(await act(anna, { type: 'ConfirmResults' })).not.toHaveProperty('undo');
    const reply = await act(ben, { type: 'ConfirmResults' });
    expect((await now()).items['R2']?.state.type).toBe('complete');
    expect(reply).not.toHaveProperty('undo');
  });
});

describe('an answer shows', () => {
  test.each<[string, readonly Wish[], object]>([
    ['the item it was about', complete('A1'), { show: 'item', item: 'A1' }],
    ['no more than what was said about several', complete('A1', 'A2'), { show: 'said' }],
    [
      'the section it was about',
      [{ type: 'AcknowledgePhase', phase: 'general' }],
      { show: 'section', section: 'general' },
    ],
    ['the phase it led to', [{ type: 'AdvancePhase', reason: 'No time' }], { show: 'section', section: 'assess' }],
    ['the overview after what concerns all', [{ type: 'PauseEngagement' }], { show: 'overview' }],
    ['what was said of an item that is none', complete('Q7'), { show: 'said' }],
  ])('%s', async (_, wishes, show) => {
    const { act } = await running();
    expect((await act(anna, ...wishes)).show).toMatchObject(show);
  });

  test.each<[Wish, object]>([
    [
      { type: 'DeferItem', item: 'A1', until: '2026-12-04', reason: '' },
      { form: 'item.defer', about: { item: 'A1' }, filled: { until: '2026-12-04', reason: '' } },
    ],
    [
      { type: 'AssignItem', item: 'A1', assignee: 'nobody', dueOn: '2026-12-04' },
      { form: 'item.assign', about: { item: 'A1' }, filled: { assignee: 'nobody', dueOn: '2026-12-04' } },
    ],
    [{ type: 'AdvancePhase' }, { form: 'phase.advance', about: {}, filled: {} }],
    [
      { type: 'AdvancePhase', phase: 'initiate' },
      { form: 'phase.advance', about: { phase: 'initiate' } },
    ],
    [
      { type: 'SetRole', assignee: '', role: 'lead' },
      { form: 'role.set', filled: { role: 'lead' } },
    ],
    [
      { type: 'ConfigureEngagement', customer: ' ' },
      { form: 'engagement.configure', filled: { customer: ' ' } },
    ],
    [
      { type: 'PauseEngagement', until: 'soon' },
      { form: 'engagement.pause', filled: { until: 'soon' } },
    ],
    [{ type: 'CancelEngagement', reason: '' }, { form: 'engagement.cancel' }],
  ])('the form again, with what was sent, after %j', async (wish, form) => {
    const { act, now } = await running();
    const before = await now();
    expect((await act(anna, wish)).show).toMatchObject({ show: 'form', ...form });
    expect(await now()).toEqual(before);
  });

  test('the item again that was put back, or no more than what was said of several', async () => {
    const { act } = await running();
    await act(anna, ...complete('A1'));
    expect((await act(anna, { type: 'Undo' })).show).toEqual({ show: 'item', item: 'A1' });
    await act(anna, ...complete('A1', 'A2'));
    expect((await act(anna, { type: 'Undo' })).show).toEqual({ show: 'said' });
    await act(anna, { type: 'AddItems', phase: 'assess', lines: [{ title: 'One' }] });
    expect((await act(anna, { type: 'Undo' })).show).toEqual({ show: 'said' });
  });

  test('that there is nothing yet, where nothing was started', async () => {
    const reply = await createChannel().act(anna, ...complete('A1'));
    expect(saysOf(reply)).toEqual(['engagement.notStarted']);
    expect(reply.show).toEqual({ show: 'nothingHere' });
  });
});

describe('what cannot be taken back', () => {
  const confirm = ({ press }: Channel, wish: Grave, by = anna) => press(by, { type: 'confirm', wish });
  const handOver = (person: string, assignee: string): Grave => ({ type: 'HandOver', person, assignee });

  test('is shown first as it would be, and nothing is changed by that', async () => {
    const channel = await running([{ type: 'TakeItem', item: 'A1' }]);
    const { memory, idOf, delivered } = channel;
    delivered();
    const before = await memory.store.load(await idOf());
    const reply = await confirm(channel, handOver(anna.id, eva.id));
    expect(reply.says).toEqual([]);
    expect(reply.show).toEqual({
      show: 'confirm',
      wish: handOver(anna.id, eva.id),
      command: { type: 'HandOver', person: 'p1', assignee: 'p3' },
    });
    // Whoever it is about has a name in the answer, though they are not kept.
    expect(reply.seen?.people['p3']?.name).toBe(eva.name);
    expect(reply).not.toHaveProperty('undo');
    expect(await memory.store.load(await idOf())).toEqual(before);
    expect(delivered()).toEqual([]);
  });

  test('is done when it is asked for without being shown first', async () => {
    const { act, now } = await running([{ type: 'TakeItem', item: 'A1' }]);
    expect(saysOf(await act(anna, handOver(anna.id, eva.id)))).toEqual(['accepted']);
    expect((await now()).items['A1']?.owner).toBe('p3');
  });

  test.each<[Grave, string]>([
    [{ type: 'FinishEngagement' }, 'engagement.notFinished'],
    [handOver(mehmet.id, eva.id), 'handOver.nothing'],
  ])('and would be refused is refused at once: %j', async (wish, code) => {
    const channel = await running();
    const reply = await confirm(channel, wish);
    expect(saysOf(reply)).toEqual([code]);
    expect(reply.show).toEqual({ show: 'overview' });
  });

  test('and is not for everybody is refused at once', async () => {
    const channel = await running();
    expect(saysOf(await confirm(channel, { type: 'DiscardEngagement' }, mehmet))).toEqual(['role.missing']);
    expect(saysOf(await confirm(channel, handOver(anna.id, eva.id), mehmet))).toEqual(['role.missing']);
    channel.clock.pass(86_400_001);
    expect(saysOf(await confirm(channel, { type: 'DiscardEngagement' }))).toEqual(['engagement.discardTooLate']);
  });

  test('to finish or to discard is shown where it is possible', async () => {
    const channel = await running();
    expect((await confirm(channel, { type: 'DiscardEngagement' })).show).toMatchObject({
      show: 'confirm',
      command: { type: 'DiscardEngagement' },
    });
    expect((await channel.now()).status).toBe('running');
  });

  test.each<[string, Grave, string]>([
    ['nobody takes over', handOver(anna.id, ''), 'personMissing'],
    ['nobody hands over', handOver('', anna.id), 'personMissing'],
    ['somebody takes over who is not here', handOver(anna.id, 'nobody'), 'notAMember'],
    ['somebody hands over whom nobody knows', handOver('nobody', anna.id), 'notAMember'],
    ['both are the same', handOver(anna.id, anna.id), 'handOver.same'],
  ])('shows its form again, with what was chosen and whom to choose from, where %s', async (_, wish, said) => {
    const channel = await running();
    const reply = await confirm(channel, wish);
    expect(saysOf(reply)).toEqual([said]);
    const { type: _type, ...filled } = wish;
    expect(reply.show).toMatchObject({ show: 'form', form: 'person.handOver', about: {}, filled });
    expect(reply.show).toHaveProperty('members');
  });

  test('can be shown for somebody who has left', async () => {
    const channel = await running();
    await channel.act(mehmet, { type: 'TakeItem', item: 'A1' });
    channel.people.leaves(mehmet, address);
    expect((await confirm(channel, handOver(mehmet.id, eva.id))).show).toMatchObject({ show: 'confirm' });
  });

  test('is nothing where nothing was started', async () => {
    const reply = await confirm(createChannel(), { type: 'FinishEngagement' });
    expect(saysOf(reply)).toEqual(['engagement.notStarted']);
    expect(reply.show).toEqual({ show: 'nothingHere' });
  });
});

describe('posts are brought up to date', () => {
  test('after whatever was done, and after nothing else', async () => {
    const { act, press, delivered, idOf } = await running();
    delivered();
    await act(anna, { type: 'UnblockItem', item: 'A1' });
    await press(anna, { type: 'show', what: 'overview' });
    expect(delivered()).toEqual([]);
    await act(anna, ...complete('A1'), { type: 'UnblockItem', item: 'A2' });
    expect(delivered()).toEqual([await idOf()]);
  });
});
