import type { Member } from '../../../../application/ports';
import type { Filled, ItemForm } from '../../../../application/request';
import {
  type Day,
  dayAfter,
  daysAfter,
  type ItemCode,
  itemNamed,
  limits,
  nextCheckpoint,
} from '../../../../engagement/index';
import type { Context } from '../context';
import { choice, date, type Field, text } from '../fields';
import { showItem } from '../press';
import { type FormContent, person } from './parts';

/** The form of one item verb. Sending it presses that verb. */
export const itemForm = (
  context: Context,
  verb: ItemForm,
  item: ItemCode,
  filled: Filled,
  members: readonly Member[] | undefined,
): FormContent => {
  const { words, engagementId } = context;
  return {
    title: words.say(`form/${verb}`, { item }),
    lines: [`**${item}** ${context.title(item)}`],
    fields: fieldsOf(context, verb, item, filled, members),
    send: { title: words.say(`form/send.${verb}`), verb, data: { engagementId, itemId: item } },
    others: [{ title: words.say('button/cancel'), ...showItem(engagementId, item) }],
  };
};

const fieldsOf = (
  context: Context,
  verb: ItemForm,
  item: ItemCode,
  filled: Filled,
  members: readonly Member[] | undefined,
): readonly Field[] => {
  const { words, today, engagement } = context;
  const known = itemNamed(engagement, item);
  const reason = (label: string, required: boolean) =>
    text(words, 'reason', { label, required, value: filled.reason, most: limits.reason, multiline: true });
  switch (verb) {
    case 'item.assign':
      return [
        person(words, 'assignee', { required: true, value: filled.assignee, members, room: 16_000 }),
        date(words, 'dueOn', { required: false, value: filled.dueOn, min: today }),
      ];
    case 'item.schedule': {
      const value = filled.dueOn ?? known?.dueOn;
      // A day that has passed stays until another one is chosen.
      const min = value !== undefined && value < today ? value : today;
      return [date(words, 'dueOn', { label: 'dueOnOrNone', required: false, value, min })];
    }
    case 'item.defer':
      return [...whenOf(context), untilOf(context, filled.until), reason('reason', true)];
    case 'item.exclude':
      return [reason('reason', true)];
    case 'item.block':
      return [reason('waitsFor', true)];
    case 'item.reopen':
      return [reason('reasonOptional', false)];
    case 'item.note':
      return [text(words, 'note', { required: true, value: filled.note, most: limits.note, multiline: true })];
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

const twoWeeks = 14;

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

const untilOf = ({ words, today }: Context, value: string | undefined): Field =>
  date(words, 'until', { label: 'orUntil', required: false, value, min: dayAfter(today) });
