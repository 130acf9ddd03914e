import type { Showing } from '../../../../application/reply';
import type { Filled, ItemVerb } from '../../../../application/request';
import type { ItemCode } from '../../../../engagement/index';
import type { Context } from '../context';
import { choice, type Field } from '../fields';
import { hasForm, meantDays, sends } from '../meant';
import { bare } from '../plain';
import type { Screen } from '../screen';
import { bytesOf, shortened, within } from '../texts';
import { itemFields, noteField } from './item';
import { type FormContent, formScreen, toOverview } from './parts';

type Shown = Extract<Showing, { show: 'whichItem' }>;

/** In bytes: for the list of items, and for that of people beside it. */
const roomForItems = 13_000;
const roomForPeople = 9_000;

/** A list longer than this is searched rather than read. */
const mostInSight = 12;

/** What is to be done is known, and asked for are the item and whatever else is missing. */
export const whichItem = (context: Context, showing: Shown): Screen => formScreen(context, contentOf(context, showing));

const contentOf = (context: Context, { verb, filled, items, members }: Shown): FormContent => {
  const { words, engagementId } = context;
  const title = words.say(`whichItem/${verb}`);
  const others = [toOverview(context)];
  if (items.length === 0) return { title, lines: [words.say('whichItem/none')], fields: [], others };
  const { shown, count } = within(
    items.map((item) => optionOf(context, item)),
    roomForItems,
    bytesOf,
  );
  return {
    title,
    lines: [...meantDays(context, verb, filled), ...(count > 0 ? [words.say('whichItem/more', { count })] : [])],
    fields: [
      choice(words, 'itemId', {
        required: true,
        value: items.length === 1 ? items[0] : undefined,
        choices: shown,
        style: items.length > mostInSight ? 'filtered' : 'compact',
      }),
      ...(hasForm(verb)
        ? itemFields(context, verb, { filled, members, room: roomForPeople })
        : besides(context, verb, filled)),
    ],
    send: { title: sends(context, verb), verb, data: { engagementId, ...unasked(verb, filled) } },
    others,
  };
};

const optionOf = ({ title }: Context, item: ItemCode) => ({
  title: `${item} ${shortened(bare(title(item)))}`,
  value: item,
});

/** What was said beside a verb that needs nothing else. */
const besides = (context: Context, verb: ItemVerb, filled: Filled): readonly Field[] =>
  verb === 'item.complete' && filled.note ? [noteField(context, filled, false)] : [];

/** What was said and has no field. */
const unasked = (verb: ItemVerb, { dueOn }: Filled): Readonly<Record<string, string>> =>
  verb === 'item.take' && dueOn !== undefined ? { dueOn } : {};
