import {
  agreedCheckpoint,
  carried,
  checkpointsFrom,
  type Engagement,
  isOpen,
  type Item,
  missingToLeave,
  type Phase,
  phases,
  progress,
  waitsForAgreement,
} from '../../../engagement/index';
import { buttonsOf, showButtons, showPhase, type Titled } from './buttons';
import { type Context, isRunning, offers } from './context';
import { isJointCheck, sideLines } from './gate';
import { historyButton } from './history/button';
import { anywayLines, openInAnyLeft, questionButtons, questionLines } from './moving-on';
import { bare, plain } from './plain';
import { namesWith } from './presence';
import { barOfSection, generalLine, progressLines, sectionSummary } from './progress';
import type { Screen } from './screen';
import { finishButton } from './confirm';
import { buttonsOfEnded, isOver, resumeButton, settingsButton, statusLines } from './status';
import { listOf } from './texts';

/** What a bar shows too stands before it. */
const partsOf = (context: Context) => {
  const { words, engagement, today } = context;
  const { phase } = engagement;
  const counts = phase ? progressLines(words, progress(engagement, phase, today)) : [];
  const [status = words.say('overview/finished')] = isOver(context) ? statusLines(context) : [];
  if (isOver(context))
    return { phase: status, progress: counts, others: [generalLine(context), ...anywayLines(context)] };
  return {
    phase: phase ? words.say(`section/heading/${phase}`) : status,
    progress: [...statusLines(context), ...counts],
    others: [
      generalLine(context),
      ...checkpointLine(context),
      ...toMoveOn(context),
      ...openInAnyLeft(context),
      ...anywayLines(context),
      ...tookOver(context),
    ],
  };
};

/** Which phase it is in, how that stands, and what is missing to move on. */
export const stateOf = (context: Context): { readonly phase: string; readonly lines: readonly string[] } => {
  const { phase, progress: counts, others } = partsOf(context);
  return { phase, lines: [...counts, ...others] };
};

export const overview = (context: Context): Screen => {
  const { words, engagement } = context;
  const { phase } = engagement;
  const state = partsOf(context);
  const customer = plain(engagement.customer);
  return {
    card: 'overview',
    summary: bare(`${customer} · ${phase && !isOver(context) ? sectionSummary(context, phase) : state.phase}`),
    data: {
      title: words.say('overview/title', { customer }),
      phase: state.phase,
      progress: state.progress.map((text) => ({ text })),
      bar: phase ? barOfSection(context, phase) : [],
      lines: state.others.map((text) => ({ text })),
      people: peopleLine(context),
      buttons: buttonsOf(buttonsFor(context)),
    },
  };
};

const buttonsFor = (context: Context): readonly Titled[] => {
  const { words, engagement, engagementId } = context;
  if (isOver(context)) return buttonsOfEnded(context);
  const { mine, general, help } = showButtons(words, engagementId);
  const { phase } = engagement;
  const others = phases.filter((one) => one !== (phase ?? 'enable')).map((one) => showPhase(context, one));
  const show = [showPhase(context, phase ?? 'enable')];
  // An end is in sight.
  const finish = phase === undefined && isRunning(context) && offers(context, 'life') ? [finishButton(context)] : [];
  const moveOn = phase ? questionButtons(context, phase).slice(0, 1) : [];
  return [
    ...resumeButton(context),
    ...finish,
    ...show,
    ...moveOn,
    mine,
    general,
    ...others,
    historyButton(context),
    ...settingsButton(context),
    help,
  ];
};

/** The next meeting; none takes place while it is paused. */
export const checkpointLine = (context: Context): readonly string[] => {
  const { words, engagement, today, day } = context;
  const meetings = isRunning(context) ? checkpointsFrom(engagement, today, 1) : [];
  const { time } = agreedCheckpoint(engagement);
  return meetings.map((meeting) => words.say('checkpoint/next', { day: day(meeting), time }));
};

/** What keeps a phase from being left; what was carried over into it comes last. */
export const holdingUp = (engagement: Engagement, phase: Phase): readonly Item[] =>
  [...missingToLeave(engagement, phase)].sort((one, other) => Number(carried(one)) - Number(carried(other)));

/** What is missing for the current phase to be left, or what is asked instead. */
export const toMoveOn = (context: Context): readonly string[] => {
  const { words, engagement } = context;
  const { phase } = engagement;
  if (!phase) return [];
  const missing = holdingUp(engagement, phase).filter(isOpen);
  const items = listOf(
    words,
    missing.map(({ code }) => code),
  );
  const open = missing.length === 0 ? [] : [words.say('overview/toMoveOn', { items })];
  return [...open, ...waitingLines(context, phase)];
};

/** What is asked once nothing is open, or what waits for agreement. */
export const waitingLines = (context: Context, phase: Phase): readonly string[] => {
  const { words, engagement } = context;
  if (isJointCheck(context)) return [words.say('gate/ready'), ...sideLines(context)];
  const asked = questionLines(context, phase);
  if (asked.length > 0) return asked;
  const toAgree = holdingUp(engagement, phase)
    .filter(waitsForAgreement)
    .map(({ code }) => code);
  return toAgree.length === 0 ? [] : [words.say('overview/toAgree', { items: listOf(words, toAgree) })];
};

/** A member took the lead because nobody had it any more; that stays to be seen. */
const tookOver = ({ words, engagement, name, day }: Context): readonly string[] =>
  engagement.tookOver
    ? [words.say('overview/tookOver', { name: name(engagement.tookOver.by), day: day(engagement.tookOver.on) })]
    : [];

export const peopleLine = (context: Context): string =>
  (['lead', 'specialist'] as const)
    .map((role) => ({ role, names: namesWith(context, role) }))
    .filter(({ names }) => names !== '')
    .map(({ role, names }) => context.words.say(`overview/${role}`, { names }))
    .join(' · ');
