import type { Entry } from '../../src/application/reply';
import type { HistoryQuestion } from '../../src/application/request';
import { deeds } from '../../src/application/request';
import { address, anna, ben, createChannel, eva, mehmet, place } from './channel';
import { createReminding, firstCheckpoint } from './reminding';

const day = 86_400_000;

const running = async () => {
  const channel = createChannel();
  await channel.begin(anna);
  const ask = async (question: HistoryQuestion, by = anna): Promise<{ entries: readonly Entry[]; more: boolean }> => {
    const { show } = await channel.press(by, { type: 'show', what: 'history', question });
    if (show.show !== 'history') throw new Error(show.show);
    return show;
  };
  const told = async (question: HistoryQuestion = {}, by = anna): Promise<readonly string[]> =>
    (await ask(question, by)).entries.map((entry) => {
      const items = entry.flatMap((event) => ('item' in event ? [event.item] : []));
      return [entry[0].type, ...items].join(' ');
    });
  return { ...channel, ask, told };
};

test('the record is told newest first, what came of one operation in the same way as one', async () => {
  const { act, told } = await running();
  await act(mehmet, { type: 'TakeItem', item: 'A1' }, { type: 'TakeItem', item: 'A2' });
  await act(anna, { type: 'CompleteItem', item: 'I1' }, { type: 'CompleteItem', item: 'I2' });
  expect(await told()).toEqual([
    'PhaseOpened',
    'PhaseLeft',
    'ItemCompleted I1 I2',
    'ItemAssigned A1 A2',
    'PhaseOpened',
    'EngagementStarted',
  ]);
});

test('it can be asked for one item, for what was done, for who did it, and for both together', async () => {
  const { act, told } = await running();
  await act(mehmet, { type: 'CompleteItem', item: 'A1' });
  await act(anna, { type: 'CompleteItem', item: 'A2' });
  await act(anna, { type: 'ReopenItem', item: 'A1' });
  expect(await told({ item: 'A1' })).toEqual(['ItemReopened A1', 'ItemCompleted A1']);
  expect(await told({ did: 'completed' })).toEqual(['ItemCompleted A2', 'ItemCompleted A1']);
  expect(await told({ person: mehmet.id })).toEqual(['ItemCompleted A1']);
  expect(await told({ item: 'A1', did: 'deferred' })).toEqual([]);
  expect(await told({ person: eva.id })).toEqual([]);
});

test('what undid an item, or handed it over, belongs to its record', async () => {
  const { act, told } = await running();
  await act(mehmet, { type: 'TakeItem', item: 'A1' });
  await act(anna, { type: 'HandOver', person: mehmet.id, assignee: ben.id });
  expect((await told({ item: 'A1' }))[0]).toBe('ItemsHandedOver');
  await act(ben, { type: 'ReleaseItem', item: 'A1' });
  await act(ben, { type: 'Undo' });
  expect((await told({ item: 'A1' }))[0]).toBe('OperationUndone');
});

test('days are those of the onboarding, both ends included', async () => {
  const { act, told, clock } = await running();
  clock.pass(day);
  await act(anna, { type: 'TakeItem', item: 'A1' });
  clock.pass(day);
  await act(anna, { type: 'TakeItem', item: 'A2' });
  clock.pass(day);
  await act(anna, { type: 'TakeItem', item: 'A3' });
  const assigned = (since?: string, until?: string) =>
    told({ did: 'assigned', ...(since && { since }), ...(until && { until }) });
  expect(await assigned('2026-12-02')).toEqual(['ItemAssigned A3', 'ItemAssigned A2']);
  expect(await assigned('2026-12-02', '2026-12-02')).toEqual(['ItemAssigned A2']);
  expect(await assigned(undefined, '2026-12-01')).toEqual(['ItemAssigned A1']);
  expect(await assigned('2026-12-04')).toEqual([]);
});

test('it goes on on further pages, from which nothing is missing and nothing is told twice', async () => {
  const { act, ask, told } = await running();
  for (let n = 1; n <= 40; n++) await act(anna, { type: 'NoteItem', item: 'A1', note: `Note ${String(n)}` });
  const pages = [];
  for (let page = 1; page <= 4; page++) pages.push(await ask({ page }));
  expect(pages.map(({ entries }) => entries.length)).toEqual([15, 15, 12, 0]);
  expect(pages.map(({ more }) => more)).toEqual([true, true, false, false]);
  const notes = pages.flatMap(({ entries }) => entries.flat()).flatMap((one) => ('note' in one ? [one.note] : []));
  expect(notes).toEqual(Array.from({ length: 40 }, (_, n) => `Note ${String(40 - n)}`));
  expect(await told({ did: 'noted', page: 3 })).toHaveLength(10);
});

test('of a long record only the newest part is read, as far as the page needs it', async () => {
  const parts: (readonly [number, number] | undefined)[] = [];
  const channel = createChannel({
    store: (store) => ({
      history: (id, part) => {
        parts.push(part && [part.first, part.last]);
        return store.history(id, part);
      },
    }),
  });
  await channel.begin(anna);
  for (let n = 1; n <= 500; n++) await channel.act(anna, { type: 'NoteItem', item: 'A1', note: `Note ${String(n)}` });
  parts.length = 0;
  await channel.press(anna, { type: 'show', what: 'history', question: {} });
  expect(parts).toEqual([[303, 502]]);
  parts.length = 0;
  await channel.press(anna, { type: 'show', what: 'history', question: { did: 'life' } });
  expect(parts).toEqual([
    [303, 502],
    [103, 302],
    [1, 102],
  ]);
});

test('who is away is told to those who steer and to themselves only, and never where all can read it', async () => {
  const { act, told, say } = await running();
  await act(mehmet, { type: 'SetAway', until: '2026-12-24' });
  expect(await told({ did: 'roles' }, anna)).toEqual(['AwaySet']);
  expect(await told({ did: 'roles' }, ben)).toEqual(['AwaySet']);
  expect(await told({ did: 'roles' }, mehmet)).toEqual(['AwaySet']);
  expect(await told({ did: 'roles' }, eva)).toEqual([]);
  const { show } = await say(anna, 'history', { type: 'show', what: 'history', question: { did: 'roles' } });
  expect(show).toMatchObject({ show: 'history', entries: [] });
});

test('who wants no reminders is told to those who steer and to themselves only, and never where all can read it', async () => {
  const { act, told, say } = await running();
  await act(mehmet, { type: 'SnoozeReminders', until: '2026-12-24' });
  for (const one of [anna, ben, mehmet]) expect(await told({ did: 'roles' }, one)).toEqual(['RemindersSnoozed']);
  expect(await told({ did: 'roles' }, eva)).toEqual([]);
  const { show } = await say(anna, 'history', { type: 'show', what: 'history', question: {} });
  expect(JSON.stringify(show)).not.toContain('RemindersSnoozed');
});

test('a checkpoint post stands in the record as a whole, but is no change; who was reminded stands nowhere', async () => {
  const { act, press, until } = await createReminding();
  await act(anna, { type: 'TakeItem', item: 'I1', dueOn: '2026-12-03' });
  await act(anna, { type: 'SetCheckpoint', mention: 'private', remind: 'atStart' });
  await until(firstCheckpoint);
  const told = async (question: HistoryQuestion) => {
    const { show } = await press(anna, { type: 'show', what: 'history', question });
    return show.show === 'history' ? show.entries.map(([{ type }]) => type) : [];
  };
  expect(await told({})).toEqual([
    'CheckpointPosted',
    'CheckpointSet',
    'ItemAssigned',
    'PhaseOpened',
    'EngagementStarted',
  ]);
  expect(await told({ since: '2026-12-01' })).toEqual([]);
  expect(await told({ did: 'life' })).toEqual(['CheckpointSet', 'EngagementStarted']);
  expect(await told({ item: 'I1' })).toEqual(['ItemAssigned']);
});

test('a person is known by whichever of their ids was mentioned', async () => {
  const { act, told, people } = await running();
  people.alsoKnownAs(mehmet, '29:mehmet');
  await act(mehmet, { type: 'TakeItem', item: 'A1' });
  expect(await told({ person: '29:mehmet', did: 'assigned' })).toEqual(['ItemAssigned A1']);
});

test('an item that is none is named', async () => {
  const { press } = await running();
  const reply = await press(anna, { type: 'show', what: 'history', question: { item: 'A99' } });
  expect(reply.says).toMatchObject([{ type: 'refused', rejection: { code: 'item.unknown', item: 'A99' } }]);
});

test('everything that happens can be asked for by what it was', async () => {
  const { act, told, presence, people } = await running();
  await act(mehmet, { type: 'TakeItem', item: 'A1' });
  people.leaves(mehmet, address);
  await presence.changed(place, [mehmet.id], 'left');
  const all = await told();
  const parts = await Promise.all(deeds.map((did) => told({ did })));
  // Taking something on accepts it, which is told only to those who ask for that.
  expect(parts.flat().sort()).toEqual([...all, 'ItemAcknowledged A1'].sort());
});
