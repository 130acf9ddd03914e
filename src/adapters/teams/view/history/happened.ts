import type { Entry } from '../../../../application/reply';
import { type Event, itemsIn, lotse, sides } from '../../../../engagement/index';
import type { Context } from '../context';
import { agreedTexts } from '../meeting';
import { missingIn } from '../moving-on';
import { plain } from '../plain';
import { codesOf, cut, enumerated } from '../texts';

/** One operation may do the same to many items, each for another reason. */
const mostSentences = 3;
const mostOfText = { characters: 300, bytes: 800 };
const mostOfTitle = { characters: 80, bytes: 300 };
const mostPeople = 4;

/** What happened, in whole sentences without a full stop: one, unless it was not the same for all items. */
export const happened = (context: Context, entry: Entry): readonly string[] => {
  const all = alike(entry);
  const count = all.length - mostSentences;
  const more = count > 0 ? [context.words.say('row/more', { count })] : [];
  return [...all.slice(0, mostSentences).map((events) => sentence(context, events)), ...more];
};

/** Events that say the same of several items belong together. */
const alike = (entry: Entry): readonly Entry[] => {
  const groups = new Map<string, Entry>();
  for (const event of entry) {
    const key = detailsOf(event);
    const known = groups.get(key);
    groups.set(key, known ? [...known, event] : [event]);
  }
  return [...groups.values()];
};

const detailsOf = (event: Event): string =>
  event.type === 'ItemAdded' ? event.section : JSON.stringify({ ...event, item: undefined });

const sentence = (context: Context, entry: Entry): string => {
  const [event, ...others] = entry;
  const { key, values, end = '' } = telling(context, event, others.length === 0);
  const items = 'item' in event || 'items' in event ? codesOf(context.words, entry.flatMap(itemsIn)) : '';
  return `${context.words.say(`history/did/${key}`, { name: context.name(event.by), items, ...values })}${end}`;
};

/** Which words tell it, what is filled into them beside who did it to which items, and what comes after them. */
type Telling = {
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly end?: string;
};

const typed = (text: string, most = mostOfText): string => plain(cut(text.replace(/\s+/g, ' ').trim(), most));
const because = (reason: string | undefined): string => (reason === undefined ? '' : `: ${typed(reason)}`);

const telling = (context: Context, event: Event, isAlone: boolean): Telling => {
  const { words, name, day } = context;
  switch (event.type) {
    case 'ItemAcknowledged':
    case 'ItemReleased':
    case 'ItemUnblocked':
    case 'ItemReturned':
    case 'ItemRemoved':
    case 'ItemsReminded':
    case 'EngagementFinished':
    case 'EngagementDiscarded':
      return { key: event.type };
    case 'ItemCompleted':
      return { key: event.type, end: because(event.note) };
    case 'ItemReopened':
      return { key: event.type, end: because(event.reason) };
    case 'ItemExcluded':
    case 'ItemBlocked':
    case 'EngagementCancelled':
      return { key: event.type, values: { reason: typed(event.reason) } };
    case 'ItemDeferred':
      return { key: event.type, values: { until: day(event.until), reason: typed(event.reason) } };
    case 'ItemAssigned':
      return {
        key: event.owner === event.by ? 'ItemTaken' : event.type,
        values: { person: name(event.owner) },
        end: dueText(context, event.dueOn),
      };
    case 'ItemScheduled':
      return event.dueOn === undefined
        ? { key: 'ItemScheduledNever' }
        : { key: event.type, values: { due: day(event.dueOn) } };
    case 'ItemNoted':
      return { key: event.type, values: { note: typed(event.note) } };
    case 'ItemRenamed':
      return { key: event.type, values: { title: typed(event.title, mostOfTitle) } };
    case 'ItemAdded':
      return { key: event.type, ...added(context, event, isAlone) };
    case 'ItemsHandedOver':
      return { key: event.type, values: { person: name(event.person), owner: name(event.owner) } };
    case 'PhaseOpened':
      return { key: event.type, values: { section: sectionText(context, event.phase) } };
    case 'PhaseLeft': {
      const { anyway, phase } = event;
      const values = { section: sectionText(context, phase) };
      if (!anyway) return { key: event.type, values };
      const missing = missingIn(words, anyway.items, anyway.sides);
      return { key: 'PhaseLeftAnyway', values: { ...values, reason: typed(anyway.reason), ...missing } };
    }
    case 'PhaseReturned':
      return { key: event.type, values: { section: sectionText(context, event.phase) }, end: because(event.reason) };
    case 'ResultsConfirmed': {
      const values = { confirmation: words.say(`confirmation/${event.side}`) };
      const { recorded } = event;
      if (!recorded) return { key: event.type, values };
      return {
        key: 'ResultsRecorded',
        values: { ...values, given: typed(recorded.name, mostOfTitle), on: day(recorded.on) },
      };
    }
    case 'ConfirmationsWithdrawn': {
      const given = sides.filter((side) => event.sides.includes(side)).map((side) => words.say(`confirmation/${side}`));
      return { key: event.type, values: { confirmation: enumerated(words, given) } };
    }
    case 'ConfirmationsVoided': {
      const people = enumerated(words, event.gave.slice(0, mostPeople).map(name));
      const values = { section: sectionText(context, event.phase), people, count: event.gave.length };
      return { key: event.type, values };
    }
    case 'RoleSet':
      return event.noLeadWasHere
        ? { key: 'RoleTaken' }
        : { key: event.type, values: { person: name(event.person), role: words.say(`role/${event.role}`) } };
    case 'AwaySet':
      return event.until === undefined
        ? { key: 'AwayOver', values: { person: name(event.person) } }
        : { key: event.type, values: { person: name(event.person), until: day(event.until) } };
    case 'RemindersSnoozed':
      return event.until === undefined
        ? { key: 'RemindersWanted' }
        : { key: event.type, values: { until: day(event.until) } };
    case 'CheckpointSet': {
      const { checkpoint } = event;
      return checkpoint.every === 'off'
        ? { key: 'CheckpointOff' }
        : { key: event.type, values: agreedTexts(context, checkpoint) };
    }
    case 'CheckpointSkipped':
      return { key: event.type, values: { day: day(event.day) } };
    case 'OperationUndone':
      return undoing(context, event);
    case 'CheckpointPosted':
      return event.meeting === undefined
        ? { key: 'CheckpointCaughtUp' }
        : { key: event.type, values: { day: day(event.meeting) } };
    case 'PersonLeft':
    case 'PersonJoined':
      return { key: event.type, values: { person: name(event.person) } };
    case 'EngagementStarted':
      return { key: event.type, values: { customer: typed(event.customer, mostOfTitle) } };
    case 'EngagementConfigured':
      return { key: event.type, values: { what: settingsText(context, event) } };
    case 'EngagementPaused':
      return event.until === undefined
        ? { key: event.type }
        : { key: 'EngagementPausedUntil', values: { until: day(event.until) } };
    case 'EngagementResumed':
      return { key: event.by === lotse ? 'EngagementResumedItself' : event.type };
  }
};

type The<Type extends Event['type']> = Extract<Event, { type: Type }>;

const sectionText = ({ words }: Context, section: string): string => words.say(`section/name/${section}`);

const dueText = ({ words, day }: Context, dueOn: string | undefined): string =>
  dueOn === undefined ? '' : `, ${words.say('item/dueShort', { day: day(dueOn) })}`;

/** One alone says what it is, whose, and until when. */
const added = (context: Context, { item, title, section, owner, dueOn }: The<'ItemAdded'>, isAlone: boolean) => {
  const values = { section: sectionText(context, section) };
  if (!isAlone) return { values };
  const whose = owner === undefined ? '' : `, ${context.name(owner)}`;
  return {
    values: { ...values, items: `${item} ${typed(title, mostOfTitle)}` },
    end: `${whose}${dueText(context, dueOn)}`,
  };
};

/** Items that are as they were before, meetings that take place after all, or both. */
const undoing = ({ words, day, name }: Context, { type, by, items, meetings }: The<'OperationUndone'>): Telling => {
  if (!meetings) return { key: type };
  const values = { name: name(by), days: enumerated(words, meetings.map(day)), count: meetings.length };
  if (Object.keys(items).length === 0) return { key: 'CheckpointPutBack', values };
  return { key: type, end: `; ${words.say('history/did/CheckpointPutBack', values)}` };
};

const settingsText = ({ words }: Context, { customer, language, timeZone }: The<'EngagementConfigured'>): string =>
  [
    ...(customer === undefined ? [] : [typed(customer, mostOfTitle)]),
    ...(language === undefined ? [] : [words.say(`language/${language}`)]),
    ...(timeZone === undefined ? [] : [plain(timeZone)]),
  ].join(' · ');
