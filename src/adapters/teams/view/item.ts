import { responsibility } from '../../../catalog/index';
import {
  carried,
  type Item,
  type ItemCode,
  isOverdue,
  isSettled,
  markOf,
  openSteps,
  waitsForAgreement,
} from '../../../engagement/index';
import { buttonsOf } from './buttons';
import type { Context } from './context';
import { movesFor } from './item-buttons';
import { bare, plain } from './plain';
import { awayOf, goneOf } from './presence';
import { showSection } from './press';
import { answerAbout } from './questions/item';
import { overdueBy } from './rows';
import type { Screen } from './screen';
import { statusLines } from './status';
import { stepsToOffer } from './steps';
import { cut, listOf } from './texts';

/** One item with its buttons, for the person who looks at it. */
export const item = (context: Context, code: ItemCode, asked?: 'owner' | 'due'): Screen => {
  const { words, engagement, engagementId } = context;
  const one = engagement.items[code];
  if (!one) throw new Error(`The item ${code} is not in engagement ${engagementId}.`);
  const where = words.say(`section/name/${one.countsIn}`);
  return {
    card: 'item',
    summary: `${code} ${bare(context.title(code))}`,
    ...(asked !== undefined && { answer: answerAbout(context, one, asked) }),
    data: {
      back: {
        title: words.say('button/back', { section: where }),
        spoken: words.say('row/back', { section: where }),
        ...showSection(engagementId, one.countsIn),
      },
      title: `${code} ${context.title(code)}`,
      detail: context.detail(code),
      lines: linesOf(context, one).map((text, index) => ({ text, subtle: index > 2 })),
      buttons: buttonsOf(movesFor(context, one)),
    },
  };
};

const linesOf = (context: Context, one: Item): readonly string[] => {
  const { words, day, today } = context;
  const due = one.dueOn === undefined ? [] : [words.say('item/due', { day: day(one.dueOn) })];
  const late = one.dueOn !== undefined && isOverdue(one, today) ? [overdueBy(words, one.dueOn, today)] : [];
  return [
    ownerLine(context, one),
    ...stateLines(context, one),
    ...(due.length > 0 ? [[...due, ...late].join(' · ')] : []),
    ...stepLines(context, one),
    ...noteLines(context, one),
    ...seenBy(context, one),
    ...(carried(one) ? [words.say('item/carried', { section: words.say(`section/name/${one.section}`) })] : []),
    ...(responsibility(one.code)?.conditional && !isSettled(one) ? [words.say('item/conditional')] : []),
    ...statusLines(context),
  ];
};

const ownerLine = (context: Context, { owner, ...one }: Item): string => {
  const { words, name, day } = context;
  if (owner === undefined) return words.say('item/ownerNone');
  const accepted = markOf({ owner, ...one }, owner);
  const line = accepted
    ? words.say('item/ownerAccepted', { name: name(owner), day: day(accepted.on) })
    : words.say('item/owner', { name: name(owner) });
  return [line, ...goneOf(context, owner), ...awayOf(context, owner)].join(' · ');
};

const stateLines = ({ words, name, day }: Context, one: Item): readonly string[] => {
  const { state } = one;
  if (state.type === 'open') return [];
  const values = {
    name: name(state.mark.by),
    day: day(state.mark.on),
    reason: 'reason' in state ? plain(state.reason) : '',
    until: 'until' in state ? day(state.until) : '',
  };
  const note =
    state.type === 'complete' && state.note !== undefined
      ? [words.say('state/completeNote', { note: plain(state.note) })]
      : [];
  const agreement = waitsForAgreement(one) ? [words.say('state/agreement')] : [];
  return [words.say(`state/${state.type}By`, values), ...note, ...agreement];
};

/** Which added steps are open; or that none is any more, so that the item that stands for them may be done. */
const stepLines = (context: Context, one: Item): readonly string[] => {
  const { words, engagement } = context;
  const open = openSteps(engagement, one).map(({ code }) => code);
  if (!isSettled(one) && open.length > 0) return [words.say('steps/open', { items: listOf(words, open) })];
  if (one.title === undefined && one.part !== 'steps') return [];
  return stepsToOffer(context, one.section).map(({ code }) => words.say('steps/none', { item: code }));
};

/** The record holds all of a note; a card shows how it begins. */
const mostOfNote = { characters: 300, bytes: 1_500 };

/** The newest last. */
const noteLines = ({ words, name, day }: Context, one: Item): readonly string[] =>
  one.notes.map(({ note, by, on }) =>
    words.say('item/note', { note: plain(cut(note, mostOfNote)), name: name(by), day: day(on) }),
  );

const seenBy = ({ words, name }: Context, one: Item): readonly string[] => {
  const others = one.acknowledgements.filter(({ by }) => by !== one.owner);
  const [first, ...more] = others;
  if (!first) return [];
  if (more.length === 0) return [words.say('item/seenBy', { name: name(first.by) })];
  return [words.say('item/seenByMore', { name: name(first.by), count: more.length })];
};
