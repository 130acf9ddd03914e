import type { Member } from '../../src/application/ports';
import { anna, ben, createChannel, mehmet, saysOf } from './channel';

/** A running onboarding, and lines pasted into it. */
const adding = async () => {
  const channel = createChannel();
  await channel.begin();
  const add = (text: string, by: Member = anna) => channel.press(by, { type: 'add', phase: 'remediate', text });
  const added = async () => Object.values((await channel.now()).items).filter(({ title }) => title !== undefined);
  return { ...channel, add, added };
};

describe('pasted lines', () => {
  test('are added in one operation, with whom they are for and until when', async () => {
    const { add, added, keyOf, act, now } = await adding();
    const reply = await add('Renew certificates\nOpen port 443 – Mehmet Yılmaz – 2026-12-04');
    expect(saysOf(reply)).toEqual(['accepted']);
    expect(reply.show).toMatchObject({ show: 'section', section: 'remediate' });
    expect(await added()).toMatchObject([
      { code: 'R3', title: 'Renew certificates' },
      { code: 'R4', title: 'Open port 443', owner: await keyOf(mehmet), dueOn: '2026-12-04' },
    ]);
    await act(anna, { type: 'Undo', of: reply.undo ?? '' });
    expect((await now()).items).not.toHaveProperty('R3');
    expect(await added()).toEqual([]);
  });

  test('are added as far as they can be read, and the rest is named', async () => {
    const { add, added } = await adding();
    const reply = await add('One\n??\nThree – Nobody\nFour');
    expect(saysOf(reply)).toEqual(['accepted', 'unread']);
    expect(reply.says[1]).toEqual({
      type: 'unread',
      unread: [
        { line: '??', why: 'title' },
        { line: 'Three – Nobody', why: 'title' },
      ],
    });
    expect((await added()).map(({ title }) => title)).toEqual(['One', 'Four']);
  });

  test('of which none can be read are shown again in the form', async () => {
    const { add, now } = await adding();
    const before = await now();
    const reply = await add('??\nWho?');
    expect(saysOf(reply)).toEqual(['unread']);
    expect(reply.show).toEqual({
      show: 'form',
      form: 'item.add',
      about: { phase: 'remediate' },
      filled: { lines: '??\nWho?' },
    });
    expect(reply).not.toHaveProperty('undo');
    expect(await now()).toEqual(before);
  });

  test('that are very long are shown again whole', async () => {
    const { add } = await adding();
    const { show } = await add('?'.repeat(5_000));
    expect(show).toMatchObject({ filled: { lines: '?'.repeat(5_000) } });
  });

  test('that are none are asked for', async () => {
    const { add } = await adding();
    const reply = await add(' \n');
    expect(saysOf(reply)).toEqual(['items.none']);
    expect(reply.show).toMatchObject({ show: 'form', form: 'item.add', about: { phase: 'remediate' } });
  });

  test('that cannot all be added come back whole, with the names and days in them', async () => {
    const { add, added } = await adding();
    const text = Array.from({ length: 21 }, (_, n) => `Step ${n} – Mehmet Yılmaz – 2026-12-04`).join('\n');
    const reply = await add(text);
    expect(saysOf(reply)).toEqual(['items.tooMany']);
    expect(reply.show).toMatchObject({ show: 'form', form: 'item.add', filled: { lines: text } });
    expect(await added()).toEqual([]);
  });

  test('twice the same are there once', async () => {
    const { add, added } = await adding();
    expect(saysOf(await add('One\none'))).toEqual(['accepted']);
    expect(saysOf(await add('ONE'))).toEqual(['items.alreadyThere']);
    expect(await added()).toHaveLength(1);
  });

  test('are not for members to add', async () => {
    const { add, added } = await adding();
    expect(saysOf(await add('One', mehmet))).toEqual(['role.missing']);
    expect(saysOf(await add('One', ben))).toEqual(['accepted']);
    expect(await added()).toHaveLength(1);
  });
});

describe('whoever is named in a line', () => {
  test('may be anybody who is there, though nobody has met them here', async () => {
    const { add, added } = await adding();
    await add('One – Eva Novak');
    expect(await added()).toMatchObject([{ owner: 'p3' }]);
  });

  test('may be anybody who was met here, where there are too many for a list', async () => {
    const { add, added, people } = await adding();
    people.state.crowded = true;
    const reply = await add('One – Ben Carter\nTwo – Eva Novak');
    expect(saysOf(reply)).toEqual(['accepted', 'unread']);
    expect((await added()).map(({ title }) => title)).toEqual(['One']);
  });

  test('may be anybody who is mentioned, whatever the list says', async () => {
    const { people, sayMentioning, added } = await adding();
    people.state.crowded = true;
    const add = { type: 'add', phase: 'remediate', text: 'One – Eva Novak' } as const;
    await sayMentioning(anna, 'add One for Eva', add, [{ id: 'eva', name: 'Eva Novak' }]);
    expect(await added()).toMatchObject([{ title: 'One', owner: 'p3' }]);
  });
});
