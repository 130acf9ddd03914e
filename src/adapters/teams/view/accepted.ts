import {
  agreedCheckpoint,
  type CheckpointSettings,
  type Command,
  type Day,
  type Engagement,
  type Event,
  type ItemCode,
  isSettled,
  itemNamed,
  itemsIn,
  missingSides,
  type Side,
} from '../../../engagement/index';
import type { Context } from './context';
import { agreedTexts, meetingsAfter } from './meeting';
import { plain } from './plain';
import { stepsToOffer } from './steps';
import { enumerated, rangesOf } from './texts';

/** What was done, and what followed from it. */
export const accepted = (context: Context, command: Command, events: readonly Event[]): string =>
  [
    context.words.say(`accepted/${keyOf(context, command, events)}`, valuesOf(context, command, events)),
    ...besides(context, command, events),
    ...following(context, command, events),
  ].join(' ');

/** Some commands have more than one outcome, or say different things to different people. */
const keyOf = ({ engagement, asker }: Context, command: Command, events: readonly Event[]): string => {
  const { type } = command;
  switch (type) {
    case 'AcknowledgeItem':
      // Acknowledging one's own item means accepting it.
      return itemNamed(engagement, command.item)?.owner === asker && asker !== undefined ? 'AcceptItem' : type;
    case 'ScheduleItem':
      return command.dueOn === undefined ? 'ScheduleItemNever' : type;
    case 'PauseEngagement':
      return command.until === undefined ? type : 'PauseEngagementUntil';
    case 'SetAway':
      return command.until === undefined ? 'SetAwayNever' : type;
    case 'SetCheckpoint':
      if (agreedCheckpoint(engagement).every === 'off') return 'SetCheckpointOff';
      return isAboutMeeting(command) ? type : 'SetCheckpointReminder';
    case 'Undo':
      return touchedBy(command, events).length > 0 ? type : 'UndoSkip';
    case 'SnoozeReminders':
      return command.until === undefined ? 'SnoozeRemindersNever' : type;
    case 'SetRole':
      return ({ lead: type, specialist: 'SetRoleSpecialist', member: 'SetRoleMember' } as const)[command.role];
    case 'ConfirmResults':
    case 'RecordConfirmation':
      return missingAfter(engagement, events).length > 0 ? `${type}Waits` : type;
    default:
      return type;
  }
};

/** It says when the meeting is, and not only how people are reminded of it. */
const isAboutMeeting = (said: CheckpointSettings): boolean =>
  (['every', 'weekday', 'time', 'from'] as const).some((key) => said[key] !== undefined);

const valuesOf = (context: Context, command: Command, events: readonly Event[]) => {
  const { words, day, name, engagement } = context;
  const optional = <Value>(value: Value | undefined, say: (value: Value) => string): string =>
    value === undefined ? '' : say(value);
  return {
    item: 'item' in command ? command.item : '',
    title: 'title' in command ? plain(command.title) : '',
    customer: plain('customer' in command && command.customer ? command.customer : engagement.customer),
    name: 'assignee' in command ? name(command.assignee) : '',
    person: 'person' in command ? optional(command.person, name) : '',
    given: command.type === 'RecordConfirmation' ? plain(command.name) : '',
    on: 'on' in command ? day(command.on) : '',
    day: optional(dayOf(command), day),
    until: 'until' in command ? optional(command.until, day) : '',
    side: missingAfter(engagement, events)
      .map((side) => words.say(`confirmation/short/${side}`))
      .join(', '),
    section: 'phase' in command ? words.say(`section/name/${command.phase}`) : '',
    items: rangesOf(touchedBy(command, events)).join(', '),
    count: events.filter(({ type }) => type === 'ItemAcknowledged').length,
    ...(command.type === 'Undo' ? putBack(context, events) : meetingValues(context, command, events)),
  };
};

const dayOf = (command: Command): Day | undefined =>
  'dueOn' in command ? command.dueOn : 'day' in command ? command.day : undefined;

/** Meetings that were to be left out, and take place after all. */
const putBack = ({ words, day }: Context, events: readonly Event[]) => {
  const days = events.flatMap((event) => (event.type === 'OperationUndone' ? (event.meetings ?? []) : []));
  return { days: enumerated(words, days.map(day)), count: days.length };
};

/** When the meetings are now, where that was changed. */
const meetingValues = (context: Context, { type }: Command, [event]: readonly Event[]) => {
  if (!event || (type !== 'SetCheckpoint' && type !== 'SkipCheckpoint')) return {};
  const { words, day, engagement } = context;
  const days = meetingsAfter(context, event).map(day);
  return {
    ...agreedTexts(context, agreedCheckpoint(engagement)),
    days: enumerated(words, days),
    next: days[0] ?? '',
  };
};

/** Whose confirmation is still waited for; none once the phase was left. */
const missingAfter = (engagement: Engagement, events: readonly Event[]): readonly Side[] =>
  events.some(({ type }) => type === 'PhaseLeft') ? [] : missingSides(engagement);

const touchedBy = (command: Command, events: readonly Event[]): readonly ItemCode[] => {
  const kinds: Partial<Record<Command['type'], Event['type']>> = {
    AddItems: 'ItemAdded',
    HandOver: 'ItemsHandedOver',
    Undo: 'OperationUndone',
  };
  return events.filter(({ type }) => type === kinds[command.type]).flatMap((event) => itemsIn(event));
};

/** What belongs to it beside the thing itself. */
const besides = (context: Context, command: Command, events: readonly Event[]): readonly string[] => {
  const { words, day, engagement } = context;
  switch (command.type) {
    case 'TakeItem':
    case 'AssignItem':
      return command.dueOn === undefined ? [] : [words.say('accepted/due', { day: day(command.dueOn) })];
    case 'DeferItem':
    case 'ExcludeItem': {
      const state = itemNamed(engagement, command.item)?.state;
      return state && 'agreed' in state && !state.agreed ? [words.say('accepted/needsAgreement')] : [];
    }
    case 'Undo': {
      const meetings = putBack(context, events);
      const isAll = meetings.count === 0 || touchedBy(command, events).length === 0;
      return isAll ? [] : [words.say('accepted/UndoSkip', meetings)];
    }
    case 'AddItems': {
      const there = thereBefore(context, command, events);
      return there.length === 0 ? [] : [words.say('accepted/thereAlready', { items: rangesOf(there).join(', ') })];
    }
    default:
      return [];
  }
};

/** Lines under whose title an item was there before. */
const thereBefore = (
  { engagement }: Context,
  { phase, lines }: Extract<Command, { type: 'AddItems' }>,
  events: readonly Event[],
): readonly ItemCode[] => {
  const added = new Set(events.flatMap((event) => (event.type === 'ItemAdded' ? [event.item] : [])));
  const titles = new Set(lines.map(({ title }) => title.trim().toLowerCase()));
  return Object.values(engagement.items)
    .filter(
      ({ code, section, title }) =>
        section === phase && title !== undefined && !added.has(code) && titles.has(title.toLowerCase()),
    )
    .map(({ code }) => code);
};

/** Confirmations that are void now, phases that opened, and what is asked next. */
const following = (context: Context, command: Command, events: readonly Event[]): readonly string[] => {
  const { words, engagement } = context;
  if (command.type === 'StartEngagement') return [];
  const voided = events.some(({ type }) => type === 'ConfirmationsVoided') ? [words.say('confirmation/voided')] : [];
  const opened = events.flatMap((event) =>
    event.type === 'PhaseOpened'
      ? [words.say('accepted/phaseOpened', { section: words.say(`section/name/${event.phase}`) })]
      : [],
  );
  const isLast = opened.length === 0 && events.some((event) => event.type === 'PhaseLeft');
  const item = 'item' in command ? itemNamed(engagement, command.item) : undefined;
  const steps =
    item?.title !== undefined && isSettled(item)
      ? stepsToOffer(context, item.section).map(({ code }) => words.say('steps/none', { item: code }))
      : [];
  return [...voided, ...opened, ...(isLast ? [words.say('accepted/lastPhaseLeft')] : []), ...steps];
};
