import { type Anyway, gate, type Phase, phases, progress, type Section } from '../../../engagement/index';
import type { Context } from './context';
import { confirmedLines, gateLines, isJointCheck } from './gate';
import { anywayLine, openThoughLeft, questionLines } from './moving-on';
import { generalLine, progressLines, settledLine } from './progress';
import { statusLines } from './status';

type Line = { readonly text: string; readonly subtle: boolean };

const plainly = (text: string): Line => ({ text, subtle: false });
const subtly = (text: string): Line => ({ text, subtle: true });

export const isGate = (context: Context, section: Section): boolean => section === gate && isJointCheck(context);

/** How it stands: what the bar below it shows too. The same for everybody. */
export const progressOf = (context: Context, section: Section): readonly Line[] => {
  const { words, engagement, today } = context;
  const counts = progress(engagement, section, today);
  if (isGate(context, section)) return settledLine(words, counts).map(plainly);
  const status = statusLines(context).map(plainly);
  if (section === 'general') return [...status, plainly(generalLine(context))];
  const [open = '', ...others] = progressLines(words, counts);
  return [...status, plainly(open), ...others.map(subtly)];
};

/** What else is to be known before the rows. The same for everybody. */
export const linesOf = (context: Context, section: Section): readonly Line[] => {
  if (section === 'general') return [subtly(context.words.say('phase/standing'))];
  if (isGate(context, section)) return gateLines(context).map(plainly);
  const { anyway } = context.engagement.phases[section];
  return [
    ...questionLines(context, section).map(plainly),
    ...(anyway ? [plainly(anywayLine(context, anyway))] : []),
    ...openThoughLeft(context, section).map(plainly),
    ...(section === gate ? confirmedLines(context).map(plainly) : []),
    ...phaseLines(context, section).map(subtly),
  ];
};

const openedKey = (anyway: Anyway | undefined): string => {
  if (!anyway) return 'phase/opened';
  return anyway.items.length > 0 ? 'phase/openedAnyway' : 'phase/openedUnconfirmed';
};

/** Why the phase opened, or whether it was left. */
const phaseLines = ({ words, engagement, day }: Context, phase: Phase): readonly string[] => {
  const { opened, left } = engagement.phases[phase];
  const before = phases[phases.indexOf(phase) - 1];
  if (left) return [words.say(opened ? 'phase/left' : 'phase/passedOver', { day: day(left.on) })];
  if (!opened) return [words.say('phase/notYet')];
  if (!before) return [words.say('phase/openedFirst')];
  // With something missing it was not for want of open items that it opened.
  const key = openedKey(engagement.phases[before].anyway);
  return [words.say(key, { day: day(opened.on), before: words.say(`section/name/${before}`) })];
};
