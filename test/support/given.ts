import {
  type Asked,
  type Command,
  type Day,
  type Decision,
  decide,
  type Engagement,
  type Event,
  fold,
  type Item,
  type ItemDefinition,
  lotse,
  notStarted,
  type PersonId,
  type Phase,
  phases,
  type Rejection,
} from '../../src/engagement';
import type { LifeCommand } from '../../src/engagement/life/messages';
import type { Fact } from '../../src/engagement/messages';

/** Invented people: Anna Schmidt leads, Ben Carter is FastTrack, Mehmet Yılmaz is a team member; so is whoever else comes. */
export const anna: PersonId = 'p1';
export const ben: PersonId = 'p2';
export const mehmet: PersonId = 'p3';
export const someoneNew: PersonId = 'p4';

/** Monday 30 November 2026, on which everything happens unless a test says otherwise. */
export const today: Day = '2026-11-30';
export const tomorrow: Day = '2026-12-01';
export const nextWeek: Day = '2026-12-07';

/** 43 responsibilities as in the catalogue: 25 general, 2 Initiate, 6 Assess, 2 Remediate, 8 Enable. */
const oneOff = ['G14', 'G15', 'G18', 'G19', 'G21', 'G22', 'G23', 'G24', 'G25'];
const run = (letter: string, count: number) => Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);
export const codes = {
  general: run('G', 25),
  initiate: run('I', 2),
  assess: run('A', 6),
  remediate: run('R', 2),
  enable: run('E', 8),
} as const;
export const allCodes = Object.values(codes).flat();
export const definitions: readonly ItemDefinition[] = [
  ...codes.general.map((code) => ({ code, section: 'general' as const, standing: !oneOff.includes(code) })),
  ...phases.flatMap((section) => codes[section].map((code) => ({ code, section, standing: false }))),
];

export const start: LifeCommand = {
  type: 'StartEngagement',
  customer: 'Contoso',
  language: 'en',
  timeZone: 'Europe/Berlin',
  catalogVersion: '2026-11',
  items: definitions,
  starterIsGuest: false,
  specialist: ben,
};

export const asking = (by: PersonId, on: Day = today): Asked => ({
  by,
  at: `${on}T08:00:00.000Z`,
  today: on,
  op: `op-${by}-${on}`,
});

/** A fact as it stands in the record. */
export const stamped = (fact: Fact, by: PersonId = anna, on: Day = today): Event => ({
  ...fact,
  by,
  at: asking(by, on).at,
  on,
});

export const eventsOf = (decision: Decision): readonly Event[] => {
  if ('refused' in decision) throw new Error(`Refused: ${JSON.stringify(decision.refused)}`);
  return decision.events;
};

/** Started by Anna, with Ben for FastTrack; and whatever happened since. */
export const started = (...since: readonly Event[]): readonly Event[] => [
  ...eventsOf(decide(start, notStarted, asking(anna))),
  ...since,
];

/** Started, and every phase before this one left with its items complete. */
export const startedIn = (phase: Phase): readonly Event[] =>
  started(
    ...phases
      .slice(0, phases.indexOf(phase))
      .flatMap((before, index) => [
        ...codes[before].map((item) => stamped({ type: 'ItemCompleted', item })),
        stamped({ type: 'PhaseLeft', phase: before }),
        stamped({ type: 'PhaseOpened', phase: phases[index + 1]! }),
      ]),
  );

/** What a refusal with this code may tell besides. */
type Details<Code extends Rejection['code'], Refused = Rejection> = Refused extends Rejection
  ? Code extends Refused['code']
    ? Partial<Omit<Refused, 'code'>>
    : never
  : never;

/** What followed from one command. `when` goes on from there, so it needs the command to have been accepted. */
export type Outcome = {
  readonly yields: (...facts: readonly Fact[]) => void;
  readonly refuses: <Code extends Rejection['code']>(code: Code, details?: Details<Code>) => void;
  readonly when: (command: Command, by?: PersonId, on?: Day) => Outcome;
  readonly decision: Decision;
  /** The state afterwards. */
  readonly engagement: Engagement;
};

export type Given = Pick<Outcome, 'when' | 'engagement'>;

/** `given(started()).when(complete('I1'), mehmet).yields({ type: 'ItemCompleted', item: 'I1' })` */
export const given = (...history: readonly (Event | readonly Event[])[]): Given =>
  from(fold(history.flat(), notStarted));

const from = (engagement: Engagement): Given => ({
  engagement,
  when: (command, by = anna, on = today) => outcome(engagement, decide(command, engagement, asking(by, on)), by, on),
});

const outcome = (before: Engagement, decision: Decision, by: PersonId, on: Day): Outcome => {
  const after = () => from(fold(eventsOf(decision), before));
  return {
    decision,
    yields: (...facts) => {
      expect(decision).toStrictEqual({ events: facts.map((fact) => stamped(fact, by, on)) });
    },
    refuses: (code, details) => {
      expect(decision).toEqual({ refused: expect.objectContaining({ code, ...details }) as unknown });
    },
    when: (command, nextBy, nextOn) => after().when(command, nextBy, nextOn),
    get engagement() {
      return after().engagement;
    },
  };
};

export const itemOf = (engagement: Engagement, code: string): Item => {
  const item = engagement.items[code];
  if (!item) throw new Error(`There is no item ${code}.`);
  return item;
};

export const acknowledge = (item: string): Command => ({ type: 'AcknowledgeItem', item });
export const take = (item: string, dueOn?: Day): Command => ({
  type: 'TakeItem',
  item,
  ...(dueOn !== undefined && { dueOn }),
});
export const assign = (item: string, assignee: PersonId, dueOn?: Day): Command => ({
  type: 'AssignItem',
  item,
  assignee,
  ...(dueOn !== undefined && { dueOn }),
});
export const complete = (item: string, note?: string): Command => ({
  type: 'CompleteItem',
  item,
  ...(note !== undefined && { note }),
});
export const defer = (item: string, until: Day = nextWeek, reason = 'waiting for the network team'): Command => ({
  type: 'DeferItem',
  item,
  until,
  reason,
});
export const exclude = (item: string, reason = 'no VPN in use'): Command => ({ type: 'ExcludeItem', item, reason });
export const block = (item: string, reason = 'firewall change pending'): Command => ({
  type: 'BlockItem',
  item,
  reason,
});
export const unblock = (item: string): Command => ({ type: 'UnblockItem', item });
export const reopen = (item: string, reason?: string): Command => ({
  type: 'ReopenItem',
  item,
  ...(reason !== undefined && { reason }),
});
/** Only Lotse itself asks for this: `.when(comeBack('I2'), lotse, nextWeek)`. */
export const comeBack = (item: string): Command => ({ type: 'ReturnItem', item });
export const acknowledgePhase = (phase: Phase | 'general'): Command => ({ type: 'AcknowledgePhase', phase });

export { lotse };
