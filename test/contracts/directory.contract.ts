import type { Place } from '../../src/application/ports';
import { fresh, type Open, place, type Stores } from './given';

export const describeDirectory = (open: Open): void => {
  let one: Stores;
  let other: Stores;
  beforeAll(async () => {
    [one, other] = [await open(), await open()];
  });

  describe('the directory', () => {
    test('a place nobody registered has the same id each time, and its own', async () => {
      const where = place();
      const first = await one.directory.locate(where);
      expect(first).toEqual({ id: expect.stringMatching(/^[0-9a-f]{32}-1$/) as string });
      expect(await other.directory.locate({ ...where })).toEqual(first);
      expect(await one.directory.locate({ ...where, tenantId: fresh('tenant') })).not.toEqual(first);
      expect(await one.directory.locate({ ...where, conversationId: fresh('19') })).not.toEqual(first);
    });

    test('what one instance registers the other finds', async () => {
      const where = { tenantId: `${fresh('tenant')}/ü#`, conversationId: `a:${fresh('c')}/\\?😀` };
      await other.directory.locate(where);
      const { id } = await one.directory.locate(where);
      await one.directory.register(where, id, '{"serviceUrl":"https://smba.example/emea/"}');
      expect(await other.directory.locate(where)).toEqual({
        id,
        address: '{"serviceUrl":"https://smba.example/emea/"}',
      });
      expect(await one.directory.locate(where)).toEqual(await other.directory.locate(where));
    });

    test('registering again replaces', async () => {
      const where = place();
      await one.directory.register(where, 'e-1', 'old');
      await one.directory.register(where, 'e-1', 'old');
      await one.directory.register(where, 'e-2', 'new');
      expect(await one.directory.locate(where)).toEqual({ id: 'e-2', address: 'new' });
      expect(await other.directory.locate(where)).toEqual({ id: 'e-2', address: 'new' });
    });

    test('ids follow one another, and each belongs to its place', async () => {
      const { id } = await one.directory.locate(place());
      const ids = [id];
      while (ids.length < 12) ids.push(one.directory.following(ids.at(-1)!));
      const stem = id.replace(/-1$/, '');
      expect(ids).toEqual(Array.from({ length: 12 }, (_, n) => `${stem}-${n + 1}`));
      expect(other.directory.following(id)).toBe(ids[1]);
    });

    test('the next onboarding of a place is found by whoever asks anew', async () => {
      const where = place();
      const { id } = await one.directory.locate(where);
      await one.directory.register(where, id, 'address');
      await other.directory.locate(where);
      await one.directory.register(where, one.directory.following(id), 'address');
      const next = { id: id.replace(/1$/, '2'), address: 'address' };
      expect(await one.directory.locate(where)).toEqual(next);
      expect(await other.directory.locate(where, true)).toEqual(next);
      expect(await other.directory.locate(where)).toEqual(next);
    });

    test('a place that was forgotten keeps its onboarding, and cannot be reached', async () => {
      const where = place();
      await one.directory.register(where, 'e-3', 'address');
      await other.directory.locate(where);
      await one.directory.forget(where);
      expect(await one.directory.locate(where)).toEqual({ id: 'e-3' });
      expect(await other.directory.locate(where, true)).toEqual({ id: 'e-3' });
      await one.directory.forget(where);
      expect(await one.directory.locate(where)).toEqual({ id: 'e-3' });
    });

    test('a place that was forgotten can be registered again, by the same instance or another', async () => {
      for (const again of [one, other]) {
        const where = place();
        await one.directory.register(where, 'e-1', 'address');
        await one.directory.forget(where);
        expect(await again.directory.locate(where, true)).toEqual({ id: 'e-1' });
        await again.directory.register(where, 'e-1', 'address');
        expect(await one.directory.locate(where, true)).toEqual({ id: 'e-1', address: 'address' });
        expect(await other.directory.locate(where, true)).toEqual({ id: 'e-1', address: 'address' });
      }
    });

    test('forgetting a place nobody knows leaves it unknown', async () => {
      const where = { ...place(), team: fresh('19:team') };
      const before = await one.directory.locate(where);
      await one.directory.forget(where);
      expect(await other.directory.locate(where, true)).toEqual(before);
      expect(await other.directory.inTeam(where.tenantId, where.team)).toEqual([]);
    });

    test('the places of a team are found, lost ones too, and no others', async () => {
      const tenantId = fresh('tenant/ü');
      const team = `19:o'team&"#?${fresh('x')}@thread.tacv2`;
      const [first, second, lost] = [1, 2, 3].map(
        (n): Place => ({ tenantId, conversationId: `19:${n}/\\#?'@thread.tacv2`, team }),
      ) as [Place, Place, Place];
      const strangers: readonly Place[] = [
        { tenantId, conversationId: '19:other team', team: `${team}2` },
        { tenantId, conversationId: '19:chat' },
        { tenantId: fresh('tenant'), conversationId: '19:other tenant', team },
      ];
      expect(await one.directory.inTeam(tenantId, team)).toEqual([]);
      for (const [n, where] of [first, second, lost, ...strangers].entries())
        await (n % 2 === 0 ? one : other).directory.register(where, `e-${n}`, 'address');
      await one.directory.forget(lost);
      const byId = (places: readonly Place[]) =>
        [...places].sort((a, b) => a.conversationId.localeCompare(b.conversationId));
      expect(byId(await one.directory.inTeam(tenantId, team))).toEqual([first, second, lost]);
      expect(byId(await other.directory.inTeam(tenantId, team))).toEqual([first, second, lost]);
    });

    test('a place stays with its team, though it is registered or forgotten without naming that', async () => {
      const where = { ...place(), team: fresh('19:team') };
      const { team, ...bare } = where;
      await one.directory.register(where, 'e-1', 'address');
      await other.directory.register(bare, 'e-1', 'moved');
      expect(await one.directory.inTeam(where.tenantId, team)).toEqual([where]);
      await other.directory.forget(bare);
      expect(await one.directory.inTeam(where.tenantId, team)).toEqual([where]);
      expect(await one.directory.locate(where, true)).toEqual({ id: 'e-1' });
    });

    describe('a place that is parked', () => {
      const parked = async (more: Partial<Place> = {}) => {
        const where = { ...place(), ...more };
        await one.directory.register(where, `of ${where.conversationId}`, 'address');
        await one.directory.park(where);
        return { where, id: `of ${where.conversationId}` };
      };

      test('keeps its onboarding and where its overview stands, and cannot be reached', async () => {
        const { where, id } = await parked();
        await one.directory.showsOverview(where, id, 'post');
        expect(await one.directory.locate(where)).toEqual({ id, overview: 'post' });
        expect(await other.directory.locate(where, true)).toEqual({ id, overview: 'post' });
        await other.directory.park(where);
        expect(await one.directory.locate(where, true)).toEqual({ id, overview: 'post' });
      });

      test('is reached as before once Lotse is there again, which is told once', async () => {
        for (const again of [one, other]) {
          const { where, id } = await parked();
          expect(await again.directory.unpark([where])).toEqual([id]);
          expect(await again.directory.locate(where)).toEqual({ id, address: 'address' });
          for (const { directory } of [one, other]) {
            expect(await directory.unpark([where])).toEqual([]);
            expect(await directory.locate(where, true)).toEqual({ id, address: 'address' });
          }
        }
      });

      test('is reached again once somebody writes there', async () => {
        for (const again of [one, other]) {
          const { where, id } = await parked();
          await again.directory.locate(where, true);
          await again.directory.register(where, id, 'address');
          expect(await one.directory.locate(where, true)).toEqual({ id, address: 'address' });
          expect(await other.directory.unpark([where])).toEqual([]);
        }
      });

      test('is one of several, of which only the parked ones are told', async () => {
        const team = fresh('19:team');
        const { where, id } = await parked({ team });
        const another = await parked({ team });
        const open = { ...place(), team };
        await one.directory.register(open, 'open', 'address');
        const unknown = place();
        const back = await other.directory.unpark([where, open, unknown, another.where]);
        expect([...back].sort()).toEqual([id, another.id].sort());
        expect(await other.directory.locate(open, true)).toEqual({ id: 'open', address: 'address' });
        expect(await other.directory.unpark([])).toEqual([]);
      });

      test('still belongs to its team', async () => {
        const team = fresh('19:team');
        const { where } = await parked({ team });
        expect(await other.directory.inTeam(where.tenantId, team)).toEqual([where]);
      });

      test('is lost for good when it is forgotten: nobody knows how to reach it again', async () => {
        const { where, id } = await parked();
        await other.directory.forget(where);
        expect(await one.directory.unpark([where])).toEqual([]);
        expect(await one.directory.locate(where, true)).toEqual({ id });
      });

      test('was known before: others stay unknown, and what was forgotten stays forgotten', async () => {
        const where = place();
        const blank = await one.directory.locate(where);
        await one.directory.park(where);
        expect(await one.directory.unpark([where])).toEqual([]);
        expect(await other.directory.locate(where, true)).toEqual(blank);
        await one.directory.register(where, blank.id, 'address');
        await one.directory.forget(where);
        await one.directory.park(where);
        expect(await one.directory.unpark([where])).toEqual([]);
        expect(await other.directory.locate(where, true)).toEqual(blank);
      });
    });

    describe('where the overview stands', () => {
      const registered = async (id = 'e-1') => {
        const where = { ...place(), team: fresh('19:team') };
        await one.directory.register(where, id, 'address');
        return where;
      };

      test('is told to whoever looks for the place, and the newest counts', async () => {
        const where = await registered();
        expect(await one.directory.locate(where)).toEqual({ id: 'e-1', address: 'address' });
        await one.directory.showsOverview(where, 'e-1', '1:post/ü');
        const shown = { id: 'e-1', address: 'address', overview: '1:post/ü' };
        expect(await one.directory.locate(where)).toEqual(shown);
        expect(await other.directory.locate(where)).toEqual(shown);
        await one.directory.showsOverview(where, 'e-1', '1:post/ü');
        await other.directory.showsOverview(where, 'e-1', 'anew');
        expect(await other.directory.locate(where)).toEqual({ ...shown, overview: 'anew' });
        expect(await one.directory.locate(where, true)).toEqual({ ...shown, overview: 'anew' });
      });

      test('is no longer told once the next onboarding has begun there', async () => {
        const where = await registered();
        await one.directory.showsOverview(where, 'e-1', 'first');
        await one.directory.register(where, 'e-2', 'address');
        expect(await one.directory.locate(where)).toEqual({ id: 'e-2', address: 'address' });
        expect(await other.directory.locate(where, true)).toEqual({ id: 'e-2', address: 'address' });
        await other.directory.showsOverview(where, 'e-2', 'second');
        expect(await other.directory.locate(where)).toEqual({ id: 'e-2', address: 'address', overview: 'second' });
        expect(await one.directory.locate(where, true)).toEqual({ id: 'e-2', address: 'address', overview: 'second' });
      });

      test('is not what an onboarding shows that does not live there any more', async () => {
        const where = await registered('e-2');
        await one.directory.showsOverview(where, 'e-2', 'second');
        for (const { directory } of [one, other]) await directory.showsOverview(where, 'e-1', 'first');
        const found = { id: 'e-2', address: 'address', overview: 'second' };
        expect(await one.directory.locate(where, true)).toEqual(found);
        expect(await other.directory.locate(where)).toEqual(found);
      });

      test('outlives that the place moves, is lost, and comes back', async () => {
        const where = await registered();
        const { team: _, ...bare } = where;
        await one.directory.showsOverview(bare, 'e-1', 'post');
        await other.directory.register(where, 'e-1', 'moved');
        const moved = { id: 'e-1', address: 'moved', overview: 'post' };
        expect(await other.directory.locate(where)).toEqual(moved);
        expect(await one.directory.locate(where, true)).toEqual(moved);
        await one.directory.forget(where);
        expect(await one.directory.locate(where)).toEqual({ id: 'e-1', overview: 'post' });
        expect(await other.directory.locate(where, true)).toEqual({ id: 'e-1', overview: 'post' });
        await one.directory.register(where, 'e-1', 'address');
        expect(await one.directory.locate(where)).toEqual({ ...moved, address: 'address' });
        expect(await other.directory.inTeam(where.tenantId, where.team)).toEqual([where]);
      });

      test('makes no place known that nobody registered', async () => {
        const where = place();
        const blank = await one.directory.locate(where);
        await one.directory.showsOverview(where, blank.id, 'post');
        expect(await one.directory.locate(where)).toEqual(blank);
        expect(await other.directory.locate(where, true)).toEqual(blank);
      });

      test('is settled among several who tell of it at the same moment', async () => {
        const where = await registered();
        const shown = ['a', 'b', 'c', 'd'];
        await Promise.all(
          shown.map((post, n) => (n % 2 === 0 ? one : other).directory.showsOverview(where, 'e-1', post)),
        );
        const { overview } = await one.directory.locate(where, true);
        expect(shown).toContain(overview);
        expect((await other.directory.locate(where, true)).overview).toBe(overview);
      });
    });
  });
};
