import {
  type Anyway,
  type Engagement,
  gate,
  isOpen,
  itemsOf,
  openInLeftPhases,
  type Phase,
  phaseToReturnTo,
  phases,
  questionOf,
} from '../../../engagement/index';
import { acts, asks, type Titled } from './buttons';
import { type Context, isRunning, offers } from './context';
import { plain } from './plain';
import { showItem } from './press';
import { codesOf, enumerated, rangesOf } from './texts';

/** "Moved on anyway on Tue 1 Dec (Anna Schmidt): the plan follows – missing: A3, A6." */
export const anywayLine = ({ words, name, day }: Context, { by, on, reason, items, sides }: Anyway): string =>
  words.say('phase/anyway', {
    day: day(on),
    name: name(by),
    reason: plain(reason),
    ...missingIn(words, items, sides),
  });

/** For words that depend on how much is missing. */
export const missingIn = (words: Context['words'], items: readonly string[], sides: Anyway['sides']) => ({
  missing: missingText(words, items, sides),
  count: items.length + sides.length,
});

export const missingText = (words: Context['words'], items: readonly string[], sides: Anyway['sides']): string =>
  [...rangesOf(items), ...sides.map((side) => words.say(`confirmation/${side}`))].join(', ');

/** The same for every phase, on a screen that is about all of them. */
export const anywayLines = (context: Context): readonly string[] =>
  phases.flatMap((phase) => {
    const { anyway } = context.engagement.phases[phase];
    const section = context.words.say(`section/name/${phase}`);
    return anyway ? [`${section}: ${anywayLine(context, anyway)}`] : [];
  });

/** What is asked of a lead though nothing is open here any more; the joint check has a screen of its own. */
export const questionLines = (context: Context, phase: Phase): readonly string[] => {
  const { words, engagement, name, day } = context;
  const question = isRunning(context) ? questionOf(engagement) : undefined;
  if (question?.phase !== phase) return [];
  if (question.type === 'agreement') {
    const items = enumerated(words, rangesOf(question.items));
    return [words.say('phase/agreement', { items, count: question.items.length })];
  }
  const { stays } = engagement.phases[phase];
  if (question.type !== 'stays' || !stays) return [];
  const values = { name: name(stays.by), day: day(stays.on), reason: plain(stays.reason ?? '') };
  return [words.say(stays.reason === undefined ? 'phase/stays' : 'phase/staysBecause', values)];
};

const shownItems = 2;

/** Move on, or look at what waits. */
export const questionButtons = (context: Context, phase: Phase): readonly Titled[] => {
  const { engagement, engagementId } = context;
  const question = isRunning(context) ? questionOf(engagement) : undefined;
  if (question?.phase !== phase || question.type === 'jointCheck') return [];
  const on = offers(context, 'move') ? [moveOnButton(context, phase)] : [];
  const items = question.type === 'agreement' ? question.items.slice(0, shownItems) : [];
  return [...on, ...items.map((item) => ({ title: item, ...showItem(engagementId, item) }))];
};

export const moveOnButton = (context: Context, phase: Phase): Titled =>
  acts(context, 'moveOn', { type: 'AdvancePhase', phase });

/** For leads: on with something missing, and back. */
export const leadButtons = (context: Context, phase: Phase): readonly Titled[] => {
  const { engagement } = context;
  if (!isRunning(context) || !offers(context, 'move')) return [];
  const isShort = phase === gate || questionOf(engagement) === undefined;
  const anyway = engagement.phase === phase && isShort ? [asks(context, 'anyway', 'phase.advance', { phase })] : [];
  const back = backTo(engagement, phase);
  return [...anyway, ...(back ? [asks(context, 'return', 'phase.return', { phase: back })] : [])];
};

/** From the current phase into the one before; after the last one, into that. */
const backTo = (engagement: Engagement, shown: Phase): Phase | undefined => {
  const last = phases.at(-1);
  if (engagement.phase === undefined) return shown === last ? last : undefined;
  return engagement.phase === shown ? phaseToReturnTo(engagement) : undefined;
};

/** Where a phase was left and something in it is open: reopened since, added, or left so. */
export const openThoughLeft = ({ words, engagement }: Context, phase: Phase): readonly string[] => {
  if (!engagement.phases[phase].left) return [];
  const items = itemsOf(engagement, phase).filter(isOpen);
  return items.length === 0 ? [] : [words.say('phase/openThoughLeft', { items: codesIn(words, items) })];
};

export const openInAnyLeft = ({ words, engagement }: Context): readonly string[] => {
  const items = openInLeftPhases(engagement);
  return items.length === 0 ? [] : [words.say('overview/openThoughLeft', { items: codesIn(words, items) })];
};

const codesIn = (words: Context['words'], items: readonly { readonly code: string }[]): string =>
  codesOf(
    words,
    items.map(({ code }) => code),
    20,
  );
