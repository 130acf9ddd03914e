import type { Showing } from '../../../../application/reply';
import { type Item, itemNamed } from '../../../../engagement/index';
import { showButtons, showPhase } from '../buttons';
import { type Context, isRunning } from '../context';
import { isJointCheck } from '../gate';
import { questionButtons, questionLines } from '../moving-on';
import { checkpointLine, toMoveOn } from '../overview';
import { whenDue } from '../rows';
import type { Screen } from '../screen';
import { isOver, resumeButton, statusLines } from '../status';
import { confirmations } from './confirmations';
import { ended } from './ended';
import { finishing } from './missing';
import { firstFew, shortList } from './short-list';

/** What to do now, the most urgent first; or what is waited for. */
export const next = (context: Context, { items }: Extract<Showing, { show: 'next' }>): Screen => {
  if (isOver(context)) return ended(context);
  // The joint check is an item, too: whose word is missing says more.
  if (isJointCheck(context)) return confirmations(context);
  const { words, engagement, engagementId } = context;
  const { phase } = engagement;
  const { overview, mine } = showButtons(words, engagementId);
  const todo = items.flatMap((code) => itemNamed(engagement, code) ?? []);
  const [first] = todo;
  const waited = phase ? questionLines(context, phase) : [];
  const summary = first ? words.say('next/summary', { what: inWords(context, first) }) : idle(context, waited);
  const status = statusLines(context);
  const parts = {
    title: words.say('next/title'),
    summary: isRunning(context) ? summary : (status[0] ?? summary),
    lines: [...status, ...(first ? [] : [summary]), ...checkpointLine(context), ...(first ? toMoveOn(context) : [])],
    asked: [...resumeButton(context), ...(phase ? questionButtons(context, phase) : [])],
    buttons: [mine, ...(phase ? [showPhase(context, phase)] : []), overview],
  };
  return shortList(context, parts, firstFew(todo));
};

/** "A3 Remediation checklist meetings, due Fri 4 Dec" */
const inWords = (context: Context, item: Item): string => {
  const { words, title } = context;
  const { code, state } = item;
  const blocked = state.type === 'blocked' ? [words.say('state/blocked')] : [];
  return [`${code} ${title(code)}`, ...blocked, ...whenDue(context, item)].join(', ');
};

/** Nothing is open: somebody has to agree, a lead moves on, or the end is near. */
const idle = (context: Context, waited: readonly string[]): string => {
  const { words, engagement } = context;
  return engagement.phase ? (waited[0] ?? words.say('phase/none')) : finishing(context).answer;
};
