import type { Member } from '../../../application/ports';
import type { Showing } from '../../../application/reply';
import type { Filled, ItemForm } from '../../../application/request';
import { dayAfter, limits } from '../../../engagement/index';
import type { Words } from '../words';
import { buttonsOf } from './buttons';
import { type Context, shortened } from './context';
import { anyone, choice, date, type Field, text } from './fields';
import { showItem } from './press';
import type { Screen } from './screen';

/** The form of one item verb. Sending it presses that verb. */
export const form = (context: Context, showing: Extract<Showing, { show: 'form' }>): Screen => {
  const { words, engagementId } = context;
  const { form: verb, item } = showing;
  return {
    card: 'form',
    summary: words.say(`form/${verb}`, { item }),
    data: {
      title: words.say(`form/${verb}`, { item }),
      text: `**${item}** ${context.title(item)}`,
      fields: fieldsOf(context, verb, showing.filled, showing.members),
      visible: verb === 'item.assign' ? '' : words.say('form/visible'),
      buttons: buttonsOf([
        { title: words.say(`form/send.${verb}`), verb, data: { engagementId, itemId: item }, sends: true },
        { title: words.say('button/cancel'), ...showItem(engagementId, item) },
      ]),
    },
  };
};

const fieldsOf = (
  { words, today }: Context,
  verb: ItemForm,
  filled: Filled,
  members: readonly Member[] | undefined,
): readonly Field[] => {
  const reason = (label: string, required: boolean) =>
    text(words, 'reason', { label, required, value: filled.reason, most: limits.reason, multiline: true });
  switch (verb) {
    case 'item.assign':
      return [
        person(words, 'assignee', { required: true, value: filled.assignee, members, room: 18_000 }),
        date(words, 'dueOn', { required: false, value: filled.dueOn, min: today }),
      ];
    case 'item.defer':
      return [
        date(words, 'until', { required: true, value: filled.until, min: dayAfter(today) }),
        reason('reason', true),
      ];
    case 'item.exclude':
      return [reason('reason', true)];
    case 'item.block':
      return [reason('waitsFor', true)];
    case 'item.reopen':
      return [reason('reasonOptional', false)];
  }
};

type About = { readonly required: boolean; readonly value?: string | undefined };

/**
 * A list one can type into, guests marked; the directory search of Teams where a list would be too long for the room
 * (in bytes) it has on its card.
 */
export const person = (
  words: Words,
  id: string,
  { members, room, ...about }: About & { readonly members?: readonly Member[] | undefined; readonly room: number },
): Field => {
  const choices = members?.map(({ id: value, name, guest }) => {
    const shown = shortened(name);
    return { value, title: guest ? words.say('form/guest', { name: shown }) : shown };
  });
  if (!choices || Buffer.byteLength(JSON.stringify(choices)) > room) return anyone(words, id, about);
  return choice(words, id, { ...about, choices, style: 'filtered' });
};
