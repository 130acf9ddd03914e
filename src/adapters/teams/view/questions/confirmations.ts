import {
  gate,
  itemsOf,
  missingSides,
  missingToLeave,
  type Section,
  type Side,
  sides,
} from '../../../../engagement/index';
import { showButtons, showPhase } from '../buttons';
import type { Context } from '../context';
import { askedFor, confirmedLines, gateButtons, gateLines, isJointCheck } from '../gate';
import { line, notice } from '../lines';
import { anywayLine } from '../moving-on';
import { bare } from '../plain';
import type { Screen } from '../screen';
import { isOver, resumeButton, statusLines } from '../status';
import { codesOf, enumerated } from '../texts';

/** Whose confirmation the joint check waits for, or what has to happen before. `phase`: the one somebody named. */
export const confirmations = (context: Context, phase?: Section): Screen => {
  const { words, engagementId } = context;
  const { mine, overview } = showButtons(words, engagementId);
  const { confirm, more } = isJointCheck(context) ? gateButtons(context) : { confirm: [], more: [] };
  const lines = [...elsewhere(context, phase), ...stateOf(context)];
  const screen = notice(
    words.say('gate/title', { section: gateName(context) }),
    lines.map((text) => line(text)),
    [...resumeButton(context), ...confirm, showPhase(context, gate), overview, mine, ...more],
  );
  return { ...screen, summary: bare(lines[0] ?? '') };
};

const gateName = ({ words }: Context): string => words.say(`section/name/${gate}`);

/** Only one phase ends with a joint check. */
const elsewhere = ({ words }: Context, phase: Section | undefined): readonly string[] => {
  if (phase === undefined || phase === gate) return [];
  if (phase === 'general') return [words.say('gate/noneInGeneral')];
  return [words.say('refused/phase.noJointCheck', { section: words.say(`section/name/${phase}`) })];
};

const stateOf = (context: Context): readonly string[] => {
  const { engagement } = context;
  if (engagement.phases[gate].left) return wasLeft(context);
  if (isOver(context)) return statusLines(context);
  if (isJointCheck(context)) return [missingText(context), ...gateLines(context)];
  return [...statusLines(context), comesLater(context)];
};

const wasLeft = (context: Context): readonly string[] => {
  const { words, engagement } = context;
  const { confirmed, anyway } = engagement.phases[gate];
  const isBoth = sides.every((side) => confirmed?.[side] !== undefined);
  return [
    words.say(isBoth ? 'gate/both' : 'gate/without', { section: gateName(context) }),
    ...confirmedLines(context),
    ...(anyway ? [anywayLine(context, anyway)] : []),
  ];
};

/** "The results of Remediate still have to be confirmed by the customer (Anna Schmidt)." */
const missingText = (context: Context): string => {
  const { words, engagement } = context;
  const who = [...missingSides(engagement)].reverse().map((side) => sideText(context, side));
  return words.say('gate/still', { section: gateName(context), who: enumerated(words, who) });
};

const sideText = (context: Context, side: Side): string => {
  const names = askedFor(context, side);
  const by = context.words.say(`gate/by/${side}`);
  return names === '' ? by : `${by} (${names})`;
};

/** Once nothing but the joint check itself is open; until then, what is, or that the phase has not begun. */
const comesLater = (context: Context): string => {
  const { words, engagement } = context;
  const section = gateName(context);
  const joint = itemsOf(engagement, gate).find(({ part }) => part === 'jointCheck');
  const later = words.say('gate/later', { section, item: joint?.code ?? '' });
  if (engagement.phase !== gate) return `${later} ${words.say('gate/notYet', { section })}`;
  const open = missingToLeave(engagement, gate).map(({ code }) => code);
  return open.length === 0 ? later : `${later} ${words.say('gate/stillOpen', { items: codesOf(words, open) })}`;
};
