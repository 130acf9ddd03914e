import { isOpen, type Item, itemNamed, type Phase, unfinished } from '../../../../engagement/index';
import { showButtons, showPhase } from '../buttons';
import { finishButton } from '../confirm';
import { type Context, isRunning, offers } from '../context';
import { isJointCheck } from '../gate';
import { leadButtons, questionButtons } from '../moving-on';
import { holdingUp, waitingLines } from '../overview';
import { notFinishedText } from '../refused';
import type { Screen } from '../screen';
import { isOver, resumeButton, statusLines } from '../status';
import { codesOf } from '../texts';
import { confirmations } from './confirmations';
import { ended } from './ended';
import { firstFew, shortList } from './short-list';

/** What is missing to move on from the current phase; after the last one, to finish. */
export const missing = (context: Context): Screen => {
  const { phase } = context.engagement;
  if (isOver(context)) return ended(context);
  if (!phase) return toFinish(context);
  return isJointCheck(context) ? confirmations(context) : toLeave(context, phase);
};

const toLeave = (context: Context, phase: Phase): Screen => {
  const { words, engagement, engagementId } = context;
  const { overview, mine } = showButtons(words, engagementId);
  const section = words.say(`section/name/${phase}`);
  const items = holdingUp(engagement, phase);
  const open = items.filter(isOpen).map(({ code }) => code);
  const status = statusLines(context);
  // What waits for somebody to agree stands below what is open; alone, it is the answer.
  const asked = waitingLines(context, phase);
  const answer =
    open.length === 0
      ? []
      : [words.say('missing/summary', { section, items: codesOf(words, open), count: open.length })];
  const [summary = words.say('phase/none')] = [...answer, ...asked, ...status];
  const parts = {
    title: words.say('missing/title', { section }),
    summary,
    lines: [...status, ...answer, ...asked],
    asked: [...resumeButton(context), ...questionButtons(context, phase)],
    buttons: [showPhase(context, phase), mine, overview, ...leadButtons(context, phase)],
  };
  const openFirst = [...items].sort((one, other) => Number(isOpen(other)) - Number(isOpen(one)));
  return shortList(context, parts, firstFew(openFirst));
};

const toFinish = (context: Context): Screen => {
  const { words, engagementId } = context;
  const { overview, mine } = showButtons(words, engagementId);
  const { answer, items } = finishing(context);
  const status = statusLines(context);
  const mayFinish = items.length === 0 && isRunning(context) && offers(context, 'life');
  const parts = {
    title: words.say('missing/finish'),
    summary: answer,
    lines: [...status, answer],
    asked: [...resumeButton(context), ...(mayFinish ? [finishButton(context)] : [])],
    buttons: [mine, overview],
  };
  return shortList(context, parts, firstFew(items));
};

/** What an onboarding in its last days still needs, in words; and the items that stand in its way. */
export const finishing = (context: Context): { readonly answer: string; readonly items: readonly Item[] } => {
  const { words, engagement } = context;
  const left = unfinished(engagement);
  const items = [...left.open, ...left.general, ...left.unowned].flatMap((code) => itemNamed(engagement, code) ?? []);
  const isReady = left.phases.length === 0 && items.length === 0;
  return { answer: isReady ? words.say('accepted/lastPhaseLeft') : notFinishedText(context, left), items };
};
