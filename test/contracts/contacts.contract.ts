import { fresh, type Open, type Stores } from './given';

export const describeContacts = (open: Open): void => {
  let one: Stores;
  let other: Stores;
  beforeAll(async () => {
    [one, other] = [await open(), await open()];
  });

  describe('contacts', () => {
    const somebody = () => [fresh('tenant/ü'), `29:${fresh('aad')}/\\#?'😀`] as const;
    /** So that there is no doubt about which came first. */
    const moment = () => new Promise((resolve) => setTimeout(resolve, 5));

    test('whoever is part of nothing has no engagements', async () => {
      expect(await one.contacts.engagementsOf(...somebody())).toEqual([]);
    });

    test('the engagements of somebody come the oldest first, whoever wrote them down', async () => {
      const who = somebody();
      const ids = ['z-1', 'a-2', `odd/\\#?'ü ${'x'.repeat(500)}`, 'a-10', 'b-1'];
      for (const [n, id] of ids.entries()) {
        await (n % 2 === 0 ? one : other).contacts.join(...who, id);
        await moment();
      }
      expect(await one.contacts.engagementsOf(...who)).toEqual(ids);
      expect(await other.contacts.engagementsOf(...who)).toEqual(ids);
    });

    test('joining again changes nothing, not even the order', async () => {
      const who = somebody();
      for (const id of ['first', 'second', 'first']) {
        await one.contacts.join(...who, id);
        await moment();
      }
      await other.contacts.join(...who, 'first');
      expect(await one.contacts.engagementsOf(...who)).toEqual(['first', 'second']);
    });

    test('whoever leaves an engagement is no longer listed for it, and can join it again', async () => {
      const who = somebody();
      for (const id of ['first', 'second']) await one.contacts.join(...who, id);
      await one.contacts.leave(...who, 'first');
      await one.contacts.leave(...who, 'first');
      await other.contacts.leave(...who, 'never joined');
      expect(await other.contacts.engagementsOf(...who)).toEqual(['second']);
      await moment();
      await one.contacts.join(...who, 'first');
      expect(await other.contacts.engagementsOf(...who)).toEqual(['second', 'first']);
    });

    test('two who say at the same moment that somebody joined say it once', async () => {
      const who = somebody();
      await Promise.all([one, other, one, other].map(({ contacts }) => contacts.join(...who, 'e-1')));
      expect(await other.contacts.engagementsOf(...who)).toEqual(['e-1']);
    });

    test('nobody is part of what somebody else joined, whoever they are', async () => {
      const [tenantId, person] = somebody();
      await one.contacts.join(tenantId, person, 'e-1');
      for (const similar of [`${person}-`, person.slice(0, -2), `${person}-e-1`, ''])
        expect(await one.contacts.engagementsOf(tenantId, similar)).toEqual([]);
    });

    test('no tenant ever sees what another one has of the same person', async () => {
      const [tenantId, person] = somebody();
      const tenants = [tenantId, fresh('tenant'), `${tenantId}\n`, `${tenantId}2`];
      for (const [n, tenant] of tenants.entries()) {
        await one.contacts.join(tenant, person, `e-${n}`);
        await one.contacts.meet(tenant, person, `chat-${n}`);
      }
      await other.contacts.part(tenants[1]!, person);
      for (const [n, tenant] of tenants.entries())
        for (const { contacts } of [one, other]) {
          expect(await contacts.engagementsOf(tenant, person)).toEqual([`e-${n}`]);
          expect(await contacts.chatOf(tenant, person)).toBe(n === 1 ? undefined : `chat-${n}`);
        }
      expect(await one.contacts.engagementsOf(fresh('tenant'), person)).toEqual([]);
      expect(await one.contacts.chatOf(fresh('tenant'), person)).toBeUndefined();
    });

    test('a personal chat is known to all once somebody was met there, and the newest counts', async () => {
      const who = somebody();
      expect(await one.contacts.chatOf(...who)).toBeUndefined();
      await one.contacts.meet(...who, '{"serviceUrl":"https://smba.example/emea/"}');
      expect(await other.contacts.chatOf(...who)).toBe('{"serviceUrl":"https://smba.example/emea/"}');
      await one.contacts.meet(...who, '{"serviceUrl":"https://smba.example/emea/"}');
      await other.contacts.meet(...who, 'moved');
      expect(await one.contacts.chatOf(...who)).toBe('moved');
    });

    test('whoever takes nothing any more has no chat until they are met again, in the same chat or another', async () => {
      for (const chat of ['chat', 'another']) {
        const who = somebody();
        await one.contacts.meet(...who, 'chat');
        await one.contacts.part(...who);
        expect(await one.contacts.chatOf(...who)).toBeUndefined();
        expect(await other.contacts.chatOf(...who)).toBeUndefined();
        await one.contacts.part(...who);
        await one.contacts.meet(...who, chat);
        expect(await other.contacts.chatOf(...who)).toBe(chat);
      }
    });

    test('parting from somebody never met is harmless', async () => {
      const who = somebody();
      await one.contacts.part(...who);
      expect(await other.contacts.chatOf(...who)).toBeUndefined();
      expect(await other.contacts.engagementsOf(...who)).toEqual([]);
    });

    test('whoever takes nothing any more is still part of their engagements', async () => {
      const who = somebody();
      await one.contacts.join(...who, 'e-1');
      await one.contacts.meet(...who, 'chat');
      await other.contacts.part(...who);
      expect(await one.contacts.engagementsOf(...who)).toEqual(['e-1']);
    });
  });
};
