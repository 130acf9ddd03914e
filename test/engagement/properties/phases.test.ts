import {
  type Confirmation,
  type Engagement,
  evolve,
  isOpen,
  isSettled,
  itemsOf,
  missingToLeave,
  phases,
  roleOf,
  waitsForAgreement,
} from '../../../src/engagement';
import { halfConfirmed, hasBegun, type Seen, whenever } from './runs';

const place = ({ status, phase }: Engagement) =>
  status === 'notStarted' ? -1 : phase === undefined ? phases.length : phases.indexOf(phase);

/** Each event with the state it met. */
const oneByOne = ({ before, events }: Seen) => {
  let state = before;
  return events.map((event) => {
    const [met, next] = [state, evolve(state, event)];
    state = next;
    return { event, met, next };
  });
};

const whoGave = ({ by, recorded }: Confirmation) => (recorded ? (recorded.person ?? `called ${recorded.name}`) : by);

describe('whatever people do, about phases', () => {
  test('the phase changes only by an event that says so', () => {
    whenever((seen) => {
      for (const { event, met, next } of oneByOne(seen))
        if (met.phase !== next.phase)
          expect(['PhaseOpened', 'PhaseLeft', 'PhaseReturned', 'EngagementDiscarded']).toContain(event.type);
    });
  });

  test('phases go back only when a lead steps back, and what was left stays left until then', () => {
    whenever(({ before, after, events, step }) => {
      if (after.status === 'discarded') return;
      const goesBack =
        place(after) < place(before) || phases.some((one) => before.phases[one].left && !after.phases[one].left);
      expect(events.some(({ type }) => type === 'PhaseReturned')).toBe(goesBack);
      if (goesBack) expect(roleOf(before, step.by)).toBe('lead');
    });
  });

  test('a phase is left by itself only when all in it is settled and agreed, or else by a lead with a reason', () => {
    whenever((seen) => {
      for (const { event, met, next } of oneByOne(seen)) {
        if (event.type !== 'PhaseLeft') continue;
        if (event.anyway) {
          expect(roleOf(met, event.by)).toBe('lead');
          expect(event.anyway.reason.trim()).not.toBe('');
          expect(event.anyway.items.length + event.anyway.sides.length).toBeGreaterThan(0);
        } else {
          const open = itemsOf(next, event.phase).filter(isOpen);
          expect(open).toEqual([]);
          // A lead who moves on agrees by that, a moment after.
          const unagreed = itemsOf(seen.after, event.phase).filter(waitsForAgreement);
          if (event.phase !== 'remediate') expect(unagreed).toEqual([]);
        }
      }
    });
  });

  test('Remediate is left only on the word of two different people, or by a lead moving on anyway', () => {
    whenever((seen) => {
      for (const { event, met } of oneByOne(seen)) {
        if (event.type !== 'PhaseLeft' || event.phase !== 'remediate' || event.anyway) continue;
        const { customer, specialist } = met.confirmations;
        expect([customer, specialist]).not.toContain(undefined);
        expect(whoGave(customer!)).not.toBe(whoGave(specialist!));
      }
    }, halfConfirmed);
  });

  test('the customer’s word is a lead’s, FastTrack’s is a specialist’s or recorded by a lead', () => {
    whenever((seen) => {
      for (const { event, met } of oneByOne(seen)) {
        if (event.type !== 'ResultsConfirmed') continue;
        const isLeads = event.side === 'customer' || event.recorded !== undefined;
        expect(roleOf(met, event.by)).toBe(isLeads ? 'lead' : 'specialist');
      }
    });
  });

  test('confirmations exist only in Remediate, while nothing but the joint check is open there', () => {
    whenever(({ after }) => {
      if (Object.keys(after.confirmations).length === 0) return;
      expect(after.phase).toBe('remediate');
      expect(itemsOf(after, 'remediate').filter((item) => isOpen(item) && item.code !== 'R2')).toEqual([]);
    });
  });

  test('nobody is left standing in a phase that could be left, unless a lead stepped back into it', () => {
    whenever(({ after, events }) => {
      const { phase } = after;
      if (events.length === 0 || phase === undefined || phase === 'remediate') return;
      if (after.status === 'running' && !after.phases[phase].stays)
        expect(missingToLeave(after, phase)).not.toEqual([]);
    });
  });

  test('a phase stays only while it is current and everything in it is settled', () => {
    whenever(({ after }) => {
      for (const phase of phases) {
        if (!after.phases[phase].stays) continue;
        expect(after.phase).toBe(phase);
        expect(itemsOf(after, phase).every(isSettled)).toBe(true);
      }
    });
  });

  test('what lies before the current phase was left, what lies behind it was not, and the current one was opened', () => {
    whenever(({ after }) => {
      if (!hasBegun(after)) return;
      for (const phase of phases)
        expect(after.phases[phase].left !== undefined).toBe(phases.indexOf(phase) < place(after));
      if (after.phase !== undefined) expect(after.phases[after.phase].opened).toBeDefined();
    });
  });
});
