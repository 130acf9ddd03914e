import type { DigestSent } from '../../src/application/ports';
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

    describe('the digest of somebody', () => {
      const [now, until] = ['2026-11-23T07:00:00.000Z', '2026-11-23T07:00:30.000Z'];
      const [today, tomorrow] = ['2026-11-23', '2026-11-24'];
      type Who = readonly [string, string];
      const claim = ({ contacts }: Stores, who: Who, day = today, at = now, to = until) =>
        contacts.claimDigest(...who, day, at, to);
      const sent = { had: ['e-1', `odd/\\#?'ü ${'x'.repeat(500)}`], at: '2026-11-23T07:00:05.000Z' };
      const settle = ({ contacts }: Stores, who: Who, had?: DigestSent, day = today, to = until) =>
        contacts.settleDigest(...who, day, to, had);

      test('is claimed by one, and by nobody else while they are at it', async () => {
        const who = somebody();
        expect(await claim(one, who)).toBe('mine');
        for (const stores of [one, other]) expect(await claim(stores, who)).toEqual({ busyUntil: until });
      });

      test('was had that day once it was sent, and comes again on the next', async () => {
        const who = somebody();
        await claim(one, who);
        await settle(one, who, sent);
        for (const stores of [one, other]) expect(await claim(stores, who)).toEqual(sent);
        expect(await claim(one, who, today, '2026-11-23T16:00:00.000Z', '2026-11-23T16:00:30.000Z')).toEqual(sent);
        expect(await claim(other, who, tomorrow)).toBe('mine');
        expect(await claim(one, who, tomorrow)).toEqual({ busyUntil: until });
      });

      test('of an earlier day was had with the one of a later day', async () => {
        const who = somebody();
        await claim(one, who, tomorrow);
        expect(await claim(other, who, today)).toEqual({ busyUntil: until });
        await settle(one, who, sent, tomorrow);
        expect(await claim(other, who, today)).toEqual(sent);
        expect(await claim(other, who, tomorrow)).toEqual(sent);
      });

      test('that was not sent may be claimed anew at once', async () => {
        const who = somebody();
        await claim(one, who);
        await settle(one, who);
        expect(await claim(other, who)).toBe('mine');
        expect(await claim(one, who)).toEqual({ busyUntil: until });
      });

      test('that somebody died over may be claimed anew as soon as their time is up', async () => {
        const who = somebody();
        await claim(one, who);
        expect(await claim(other, who, today, '2026-11-23T07:00:29.999Z')).toEqual({ busyUntil: until });
        const later = '2026-11-23T07:01:00.000Z';
        expect(await claim(other, who, today, until, later)).toBe('mine');
        expect(await claim(one, who, today, until, later)).toEqual({ busyUntil: later });
      });

      test('is not given back by whose time was up before, be they the same or another', async () => {
        const who = somebody();
        await claim(one, who);
        const later = '2026-11-23T07:01:00.000Z';
        expect(await claim(one, who, today, until, later)).toBe('mine');
        for (const stores of [one, other]) {
          await settle(stores, who);
          expect(await claim(other, who, today, until, later)).toEqual({ busyUntil: later });
        }
        await settle(one, who, undefined, today, later);
        expect(await claim(other, who, today, until, later)).toBe('mine');
      });

      test('says what was in it, of however many engagements', async () => {
        for (const had of [[], Array.from({ length: 200 }, (_, n) => `${String(n)} ${'x'.repeat(800)}`)]) {
          const who = somebody();
          await claim(one, who);
          await settle(one, who, { ...sent, had });
          expect(await claim(other, who)).toEqual({ ...sent, had });
        }
      });

      test('is had, whoever says that it was sent, and stays so whatever is said after', async () => {
        const who = somebody();
        await claim(one, who);
        await settle(other, who, sent);
        await settle(one, who);
        await settle(one, who, { had: [], at: until });
        expect(await claim(one, who)).toEqual(sent);
      });

      test('of a day that is over is nothing to the claim of the next', async () => {
        const who = somebody();
        await claim(one, who);
        await claim(other, who, tomorrow);
        for (const had of [undefined, sent]) {
          await settle(one, who, had);
          expect(await claim(one, who, tomorrow)).toEqual({ busyUntil: until });
        }
      });

      test('that nobody claimed is nothing to settle', async () => {
        const who = somebody();
        for (const had of [undefined, sent]) await settle(one, who, had);
        expect(await claim(other, who)).toBe('mine');
      });

      test('goes to exactly one of several who claim it at the same moment', async () => {
        for (let round = 0; round < 5; round += 1) {
          const who = somebody();
          const claims = await Promise.all([one, other, one, other, one].map((stores) => claim(stores, who)));
          expect(claims.filter((found) => found === 'mine')).toHaveLength(1);
          expect(claims.filter((found) => found !== 'mine')).toEqual(Array(4).fill({ busyUntil: until }));
          // Again, onto what the first ones left.
          const next = await Promise.all([one, other, other].map((stores) => claim(stores, who, tomorrow)));
          expect(next.filter((found) => found === 'mine')).toHaveLength(1);
        }
      });

      test('is each person’s own, in each tenant', async () => {
        const [tenantId, person] = somebody();
        await claim(one, [tenantId, person]);
        expect(await claim(other, [tenantId, `${person}-`])).toBe('mine');
        expect(await claim(other, [fresh('tenant'), person])).toBe('mine');
      });

      test('stands in the way of nothing else that is known of them', async () => {
        const who = somebody();
        await one.contacts.meet(...who, 'chat');
        await one.contacts.join(...who, 'e-1');
        await claim(one, who);
        await Promise.all([other.contacts.meet(...who, 'moved'), settle(one, who, sent)]);
        await one.contacts.part(...who);
        expect(await other.contacts.engagementsOf(...who)).toEqual(['e-1']);
        expect(await claim(other, who)).toEqual(sent);
      });
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
