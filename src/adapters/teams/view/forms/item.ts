import type { Member } from '../../../../application/ports';
import type { Filled, ItemForm } from '../../../../application/request';
import {
  type Day,
  dayAfter,
  daysAfter,
  type Item,
  type ItemCode,
  itemNamed,
  limits,
  nextCheckpoint,
} from '../../../../engagement/index';
import type { Context } from '../context';
import { choice, date, type Field, text } from '../fields';
import { isKnown, meantDays } from '../meant';
import { asItems, showItem } from '../press';
import { enumerated, firstOf, linesWithin, mostRanges, rangesOf } from '../texts';
import { type FormContent, person, toOverview } from './parts';

/** In bytes: for a list of people, and for the titles of several items. */
const roomForPeople = 16_000;
const roomForTitles = 4_000;

/** More would have to be scrolled through before one comes to the fields. */
const mostTitles = 6;

/** The form of one item verb, for one item or for several at once. Sending it presses that verb. */
export const itemForm = (
  context: Context,
  verb: ItemForm,
  items: readonly ItemCode[],
  filled: Filled,
  members: readonly Member[] | undefined,
): FormContent => {
  const { words, engagement, engagementId } = context;
  const [item, ...others] = items;
  if (item === undefined) throw new Error(`The form ${verb} is about no item.`);
  const isOne = others.length === 0;
  const known = isOne ? itemNamed(engagement, item) : undefined;
  return {
    title: words.say(`form/${verb}`, { item: named(context, items), count: items.length }),
    lines: [...titles(context, items), ...meantDays(context, verb, filled)],
    fields: itemFields(context, verb, { known, filled, members, room: roomForPeople }),
    send: { title: words.say(`form/send.${verb}`), verb, data: { engagementId, ...asItems(items) } },
    others: [isOne ? { title: words.say('button/cancel'), ...showItem(engagementId, item) } : toOverview(context)],
  };
};

/** `A1, A2 and A5`, as far as that can be taken in at a glance. */
const named = ({ words }: Context, items: readonly ItemCode[]): string => {
  const ranges = rangesOf(items);
  return ranges.length > mostRanges ? firstOf(items) : enumerated(words, ranges);
};

const titles = (context: Context, items: readonly ItemCode[]): readonly string[] => {
  const { words, title } = context;
  const lines = items.map((item) => `**${item}** ${title(item)}`);
  const count = items.length - mostTitles;
  const shown = count > 0 ? [...lines.slice(0, mostTitles), words.say('row/more', { count })] : lines;
  return linesWithin(words, shown, roomForTitles);
};

type Known = {
  /** The item it is about, if it is about one. */
  readonly known?: Item | undefined;
  readonly filled: Filled;
  readonly members?: readonly Member[] | undefined;
  /** What a list of people may take of the card, in bytes. */
  readonly room: number;
};

/** What a verb has to know. */
export const itemFields = (
  context: Context,
  verb: ItemForm,
  { known, filled, members, room }: Known,
): readonly Field[] => {
  const { words, today } = context;
  const reason = (label: string, required: boolean) =>
    text(words, 'reason', { label, required, value: filled.reason, most: limits.reason, multiline: true });
  switch (verb) {
    case 'item.assign':
      return [
        person(words, 'assignee', { required: true, value: filled.assignee, members, room }),
        date(words, 'dueOn', { required: false, value: filled.dueOn, min: today }),
      ];
    case 'item.schedule': {
      const value = filled.dueOn ?? known?.dueOn;
      // A day that has passed stays until another one is chosen.
      const min = value !== undefined && value < today ? value : today;
      return [date(words, 'dueOn', { label: 'dueOnOrNone', required: false, value, min })];
    }
    case 'item.defer':
      return [...daysToChoose(context, filled.until), reason('reason', true)];
    case 'item.exclude':
      return [reason('reason', true)];
    case 'item.block':
      return [reason('waitsFor', true)];
    case 'item.reopen':
      return [reason('reasonOptional', false)];
    case 'item.note':
      return [noteField(context, filled, true)];
    case 'item.rename':
      return [
        text(words, 'title', {
          required: true,
          value: filled.title ?? known?.title,
          most: limits.title,
          multiline: false,
        }),
      ];
  }
};

export const noteField = ({ words }: Context, { note }: Filled, required: boolean): Field =>
  text(words, 'note', { required, value: note, most: limits.note, multiline: true });

const twoWeeks = 14;

/** A day that was said is shown alone: nobody is to choose another one beside it that would not count. */
const daysToChoose = (context: Context, until: Day | undefined): readonly Field[] =>
  isKnown(until) ? [untilOf(context, 'when', until)] : [...whenOf(context), untilOf(context, 'orUntil', undefined)];

/** The days most people mean. A date entered below wins. */
const whenOf = ({ words, engagement, today, day }: Context): readonly Field[] => {
  const checkpoint = nextCheckpoint(engagement, today);
  const later = daysAfter(today, twoWeeks);
  const option = (key: string, value: Day) => ({ value, title: words.say(`form/${key}`, { day: day(value) }) });
  const choices = [
    ...(checkpoint === undefined ? [] : [option('atCheckpoint', checkpoint)]),
    ...(checkpoint === later ? [] : [option('inTwoWeeks', later)]),
  ];
  return [choice(words, 'when', { required: false, choices, style: 'expanded' })];
};

const untilOf = ({ words, today }: Context, label: string, value: Day | undefined): Field =>
  date(words, 'until', { label, required: value !== undefined, value, min: dayAfter(today) });
