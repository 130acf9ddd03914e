import type { ItemQuestion } from '../../../../application/request';
import type { ItemCode, PersonId } from '../../../../engagement/index';
import type { Words } from '../../words';
import type { Context } from '../context';
import { codesOf, firstOf } from '../texts';

/** Which items somebody asked for. `person`: whose, as they are called here. */
export type Asked = { readonly question: ItemQuestion; readonly person?: PersonId | undefined };

/** "Overdue in Assess", "Anna Schmidt · Due by Fri 4 Dec". */
export const titleOf = (context: Context, asked: Asked, count: number): string =>
  [...whoOf(context, asked), headOf(context, asked.question, count)].join(' · ');

/** "Overdue in Assess: A3, A6", "Anna Schmidt · Overdue: A3, A6"; or that there are none. Nobody's items are counted. */
export const answerOf = (context: Context, asked: Asked, items: readonly ItemCode[]): string => {
  const count = items.length;
  if (count === 0) return noneOf(context, asked);
  const isOfPerson = asked.question.person !== undefined;
  return `${titleOf(context, asked, count)}: ${isOfPerson ? firstOf(items) : codesOf(context.words, items)}`;
};

const noneOf = (context: Context, asked: Asked): string => {
  const { words } = context;
  const { which, section, ...period } = asked.question;
  const [who] = whoOf(context, asked);
  const when = periodOf(context, period);
  const nothing = words.say(`items/nothing/${which}`);
  const of = (whose: string, question: ItemQuestion): string =>
    words.say('items/noneOf', { who: whose, what: narrowed(context, question, nothing) });
  if (who !== undefined) return of(who, asked.question);
  if (section !== undefined) return of(words.say(`section/name/${section}`), { which, ...period });
  if (when === undefined) return words.say(`items/none/${which}`);
  if (which === 'due') return words.say('items/noneDue', { when });
  return of(`${words.say('items/head/due')} ${when}`, { which });
};

const headOf = (context: Context, question: ItemQuestion, count: number): string =>
  narrowed(context, question, context.words.say(`items/head/${question.which}`, { count }));

/** With where and when: "overdue in Assess", "due by Fri 4 Dec in Assess", "open in Assess, due by Fri 4 Dec". */
const narrowed = (context: Context, question: ItemQuestion, what: string): string => {
  const { words } = context;
  const { which, section } = question;
  const when = periodOf(context, question);
  const where = section === undefined ? '' : ` ${inSection(words, section)}`;
  if (when === undefined) return `${what}${where}`;
  return which === 'due' ? `${what} ${when}${where}` : `${what}${where}, ${words.say('item/dueShort', { day: when })}`;
};

const inSection = (words: Words, section: NonNullable<ItemQuestion['section']>): string =>
  section === 'general'
    ? words.say('items/inGeneral')
    : words.say('items/inPhase', { section: words.say(`section/name/${section}`) });

const periodOf = ({ words, day }: Context, { from, to }: Pick<ItemQuestion, 'from' | 'to'>): string | undefined => {
  if (from === undefined) return to === undefined ? undefined : words.say('items/by', { day: day(to) });
  if (to === undefined) return words.say('items/from', { day: day(from) });
  return from === to
    ? words.say('items/on', { day: day(from) })
    : words.say('items/between', { from: day(from), to: day(to) });
};

/** Whoever asks is not called by their name, and whoever did nothing here has none. */
const whoOf = ({ words, asker, known, name }: Context, { question, person }: Asked): readonly string[] => {
  if (question.person === undefined) return [];
  if (person === undefined || known(person) === undefined) return [words.say('items/stranger')];
  return [person === asker ? words.say('items/you') : name(person)];
};
