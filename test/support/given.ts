import {
  type Asked,
  type CheckpointSettings,
  type Command,
  type Configuration,
  type Day,
  type Decision,
  decide,
  type Engagement,
  type Event,
  fold,
  type Item,
  type ItemDefinition,
  lotse,
  type NewItem,
  notStarted,
  type OperationId,
  type PersonId,
  type Phase,
  phases,
  type Rejection,
  type Reminder,
  type Role,
  type Section,
} from '../../src/engagement';
import type { StartCommand } from '../../src/engagement/life/messages';
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

const optional = <Key extends string, Value>(key: Key, value: Value | undefined): { readonly [K in Key]?: Value } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value };

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
const parts: Readonly<Record<string, NonNullable<ItemDefinition['part']>>> = {
  R1: 'steps',
  R2: 'jointCheck',
  E8: 'steps',
};
export const definitions: readonly ItemDefinition[] = [
  ...codes.general.map((code) => ({ code, section: 'general' as const, standing: !oneOff.includes(code) })),
  ...phases.flatMap((section) =>
    codes[section].map((code) => ({ code, section, standing: false, ...optional('part', parts[code]) })),
  ),
];

export const start: StartCommand = {
  type: 'StartEngagement',
  customer: 'Contoso',
  language: 'en',
  timeZone: 'Europe/Berlin',
  catalogVersion: '2026-11',
  items: definitions,
  starterIsGuest: false,
  specialist: ben,
};

/** A day, which means 08:00 UTC on it; or, where the minute matters, an instant. */
type Moment = string;

export const asking = (by: PersonId, when: Moment = today, op = 'op'): Asked => ({
  by,
  at: when.includes('T') ? when : `${when}T08:00:00.000Z`,
  today: when.slice(0, 10),
  op,
});

/** A fact as it stands in the record. */
export const stamped = (fact: Fact, by: PersonId = anna, when: Moment = today, op = 'op'): Event => {
  const { at, today: on } = asking(by, when);
  return { ...fact, by, at, on, op };
};

export const eventsOf = (decision: Decision): readonly Event[] => {
  if ('refused' in decision) throw new Error(`Refused: ${JSON.stringify(decision.refused)}`);
  return decision.events;
};

/** Started by Anna, with Ben for FastTrack; and whatever happened since. */
export const started = (...since: readonly Event[]): readonly Event[] => [
  ...eventsOf(decide(start, notStarted, asking(anna, today, 'start'))),
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

/** What is asked for; undoing needs to know what was done so far. */
export type Asking = Command | ((record: readonly Event[]) => Command);

/** What followed from one command. `when` goes on from there, so it needs the command to have been accepted. */
export type Outcome = {
  readonly yields: (...facts: readonly Fact[]) => void;
  readonly refuses: <Code extends Rejection['code']>(code: Code, details?: Details<Code>) => void;
  /** Every command is an operation of its own. */
  readonly when: (command: Asking, by?: PersonId, when?: Moment) => Outcome;
  readonly decision: Decision;
  /** The state afterwards. */
  readonly engagement: Engagement;
  /** Everything that happened so far. */
  readonly record: readonly Event[];
};

export type Given = Pick<Outcome, 'when' | 'engagement' | 'record'>;

/** `given(started()).when(complete('I1'), mehmet).yields({ type: 'ItemCompleted', item: 'I1' })` */
export const given = (...history: readonly (Event | readonly Event[])[]): Given => {
  const record = history.flat();
  return from(record, fold(record, notStarted));
};

/** One after the other, all by the same person. */
export const having = (begun: Given, commands: readonly Asking[], by: PersonId = anna, when: Day = today): Given =>
  commands.reduce<Given>((so, command) => so.when(command, by, when), begun);

const from = (record: readonly Event[], engagement: Engagement): Given => ({
  engagement,
  record,
  when: (command, by = anna, when = today) => {
    const asked = asking(by, when, `op-${engagement.version}`);
    const wanted = typeof command === 'function' ? command(record) : command;
    return outcome(record, engagement, decide(wanted, engagement, asked), asked);
  },
});

const outcome = (record: readonly Event[], before: Engagement, decision: Decision, asked: Asked): Outcome => {
  const after = () => {
    const events = eventsOf(decision);
    return from([...record, ...events], fold(events, before));
  };
  return {
    decision,
    yields: (...facts) => {
      const { by, at, op } = asked;
      expect(decision).toStrictEqual({ events: facts.map((fact) => stamped(fact, by, at, op)) });
    },
    refuses: (code, details) => {
      expect(decision).toEqual({ refused: expect.objectContaining({ code, ...details }) as unknown });
    },
    when: (...next) => after().when(...next),
    get engagement() {
      return after().engagement;
    },
    get record() {
      return after().record;
    },
  };
};

export const itemOf = (engagement: Engagement, code: string): Item => {
  const item = engagement.items[code];
  if (!item) throw new Error(`There is no item ${code}.`);
  return item;
};

export const acknowledge = (item: string): Command => ({ type: 'AcknowledgeItem', item });
export const take = (item: string, dueOn?: Day): Command => ({ type: 'TakeItem', item, ...optional('dueOn', dueOn) });
export const assign = (item: string, assignee: PersonId, dueOn?: Day): Command => ({
  type: 'AssignItem',
  item,
  assignee,
  ...optional('dueOn', dueOn),
});
export const release = (item: string): Command => ({ type: 'ReleaseItem', item });
/** Without a day the due day is cleared. */
export const schedule = (item: string, dueOn?: Day): Command => ({
  type: 'ScheduleItem',
  item,
  ...optional('dueOn', dueOn),
});
export const complete = (item: string, remark?: string): Command => ({
  type: 'CompleteItem',
  item,
  ...optional('note', remark),
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
  ...optional('reason', reason),
});
export const note = (item: string, remark = 'minutes are in SharePoint'): Command => ({
  type: 'NoteItem',
  item,
  note: remark,
});
/** Only Lotse itself asks for this: `.when(comeBack('I2'), lotse, nextWeek)`. */
export const comeBack = (item: string): Command => ({ type: 'ReturnItem', item });

/** `add('remediate', 'Renew certificates', { title: 'Open port 443', owner: mehmet })` */
export const add = (phase: Section, ...lines: readonly (string | NewItem)[]): Command => ({
  type: 'AddItems',
  phase,
  lines: lines.map((line) => (typeof line === 'string' ? { title: line } : line)),
});
export const rename = (item: string, title: string): Command => ({ type: 'RenameItem', item, title });
export const remove = (item: string): Command => ({ type: 'RemoveItem', item });

export const acknowledgePhase = (phase: Section): Command => ({ type: 'AcknowledgePhase', phase });
export const confirm = (phase: Phase = 'remediate'): Command => ({ type: 'ConfirmResults', phase });
/** What FastTrack said in the meeting. */
export const record = (name = 'Ben Carter', on: Day = today, person?: PersonId): Command => ({
  type: 'RecordConfirmation',
  phase: 'remediate',
  name,
  on,
  ...optional('person', person),
});
export const withdraw = (phase: Phase = 'remediate'): Command => ({ type: 'WithdrawConfirmation', phase });
export const advance = (phase: Phase, reason?: string): Command => ({
  type: 'AdvancePhase',
  phase,
  ...optional('reason', reason),
});
export const stepBack = (phase: Phase, reason?: string): Command => ({
  type: 'ReturnToPhase',
  phase,
  ...optional('reason', reason),
});

export const setRole = (person: PersonId, role: Role, absent?: readonly PersonId[]): Command => ({
  type: 'SetRole',
  person,
  role,
  ...optional('absent', absent),
});
export const handOver = (person: PersonId, assignee: PersonId): Command => ({ type: 'HandOver', person, assignee });
/** Without a day somebody is back. */
export const away = (person: PersonId, until?: Day): Command => ({
  type: 'SetAway',
  person,
  ...optional('until', until),
});
/** Only Lotse itself asks for these. */
export const leaveTeam = (person: PersonId): Command => ({ type: 'LeaveTeam', person });
export const joinTeam = (person: PersonId): Command => ({ type: 'JoinTeam', person });

export const configure = (configuration: Configuration): Command => ({
  type: 'ConfigureEngagement',
  ...configuration,
});
export const pause = (until?: Day): Command => ({ type: 'PauseEngagement', ...optional('until', until) });
export const resume: Command = { type: 'ResumeEngagement' };
export const finish: Command = { type: 'FinishEngagement' };
export const cancel = (reason = 'the project was stopped'): Command => ({ type: 'CancelEngagement', reason });
export const discard: Command = { type: 'DiscardEngagement' };

export const setCheckpoint = (settings: CheckpointSettings): Command => ({ type: 'SetCheckpoint', ...settings });
export const skip = (day: Day, earliest?: Day): Command => ({
  type: 'SkipCheckpoint',
  day,
  ...optional('earliest', earliest),
});
/** Without a day reminders come again at once. */
export const snooze = (until?: Day): Command => ({ type: 'SnoozeReminders', ...optional('until', until) });
/** Only Lotse itself asks for these two. Without a meeting the post only catches up. */
export const postCheckpoint = (meeting?: Day, ...reminders: readonly Reminder[]): Command => ({
  type: 'PostCheckpoint',
  ...optional('meeting', meeting),
  late: meeting === undefined,
  reminders,
});
export const remindOf = (...reminders: readonly Reminder[]): Command => ({ type: 'RemindOfItems', reminders });

/** My last operation, or the one named. */
export const undo =
  (of?: OperationId, earliest?: Day): Asking =>
  (soFar) => ({ type: 'Undo', record: soFar, ...optional('of', of), ...optional('earliest', earliest) });

export { lotse };
