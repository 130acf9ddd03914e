import {
  decide,
  type Engagement,
  type Event,
  fold,
  isGone,
  lotse,
  markOf,
  owed,
  phases,
  withRole,
} from '../../../src/engagement';
import { asking } from '../../support/given';
import { winter } from '../reminders/winter-calendar';
import { always, hasBegun, nearTheEnd, play, whenever } from './runs';

const leadsHere = (engagement: Engagement) =>
  withRole(engagement, 'lead').filter((person) => !isGone(engagement, person));

describe('whatever people do, about roles', () => {
  test('an onboarding never loses its last lead', () => {
    whenever(({ after }) => {
      if (hasBegun(after)) expect(withRole(after, 'lead')).not.toEqual([]);
    });
  });

  test('nor does the last lead who is still here give the role up', () => {
    whenever(({ before, after, command }) => {
      if (command.type === 'SetRole' && leadsHere(before).length > 0) expect(leadsHere(after)).not.toEqual([]);
    });
  });

  test('roles are a lead’s to give, unless somebody takes over', () => {
    whenever(({ before, events, step: { by } }) => {
      for (const event of events) {
        if (event.type !== 'RoleSet') continue;
        if (event.noLeadWasHere) expect(event).toMatchObject({ person: by, role: 'lead' });
        else expect(withRole(before, 'lead')).toContain(by);
      }
    });
  });

  test('whoever does something here is here', () => {
    whenever(({ after, events, step: { by } }) => {
      if (events.length > 0 && by !== lotse) expect(isGone(after, by)).toBe(false);
    });
  });
});

describe('whatever people do, about its life', () => {
  test('nothing changes while it is paused, but that it goes on or ends, who is there, and who leads where nobody did', () => {
    whenever(({ before, events }) => {
      if (before.status !== 'paused') return;
      const possible = [
        'EngagementResumed',
        'EngagementCancelled',
        'EngagementDiscarded',
        'PersonLeft',
        'PersonJoined',
      ];
      const takesOver = (event: Event) => event.type === 'RoleSet' && event.noLeadWasHere === true;
      for (const event of events) if (!takesOver(event)) expect(possible).toContain(event.type);
    });
  });

  test('nothing changes once it has ended, and nothing before it starts', () => {
    whenever(({ before, events }) => {
      if (before.ended) expect(events).toEqual([]);
      if (before.status === 'notStarted' && events.length > 0) expect(events[0]!.type).toBe('EngagementStarted');
    });
  });

  test('it is finished only when nothing is open and everything deferred has an owner', () => {
    whenever(({ before, events }) => {
      if (!events.some(({ type }) => type === 'EngagementFinished')) return;
      expect(phases.filter((phase) => !before.phases[phase].left)).toEqual([]);
      for (const item of Object.values(before.items)) {
        const { owner, state } = item;
        if (state.type === 'complete' || state.type === 'excluded') continue;
        expect(owner).toBeDefined();
        if (state.type === 'deferred') continue;
        expect(item.countsIn).toBe('general');
        expect(markOf(item, owner!)).toBeDefined();
      }
    }, nearTheEnd);
  });

  test('it is paused, resumed by hand, cancelled, finished and discarded by a lead only', () => {
    whenever(({ before, events, step: { by } }) => {
      const ofLife = /^Engagement(Paused|Resumed|Cancelled|Finished|Discarded|Configured)$/;
      if (by !== lotse && events.some(({ type }) => ofLife.test(type))) expect(withRole(before, 'lead')).toContain(by);
    });
  });

  test('doing what is owed leaves nothing owed, and the next look lies ahead', () => {
    always((begun, taken) => {
      const at = '2026-12-15T12:00:00.000Z';
      const due = play(begun, taken).engagement;
      const doing = (from: Engagement): Engagement =>
        owed(from, at, winter).owed.reduce((engagement, command) => {
          const decision = decide(command, engagement, asking(lotse, '2026-12-15'));
          return 'refused' in decision ? engagement : fold(decision.events, engagement);
        }, from);
      // First a pause ends, then items come back, then all of it is told.
      const after = doing(doing(doing(due)));
      const again = owed(after, at, winter);
      expect(again.owed).toEqual([]);
      if (again.next !== undefined) expect(again.next > at).toBe(true);
      // What came back may be due, so the next look never lies further away than before; unless it was for a confirmation
      // that is still missing, and that what came back took away with the other one.
      const first = owed(due, at, winter);
      const voided = Object.keys(due.confirmations).length > 0 && Object.keys(after.confirmations).length === 0;
      if (first.next !== undefined && !voided) expect((again.next ?? '9') <= first.next).toBe(true);
    });
  });
});
