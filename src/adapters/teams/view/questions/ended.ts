import { showButtons } from '../buttons';
import type { Context } from '../context';
import { notice } from '../lines';
import { bare } from '../plain';
import type { Screen } from '../screen';
import { statusLines } from '../status';

/** Nothing is to be done in an onboarding that is over. */
export const ended = (context: Context): Screen => {
  const { words, engagementId } = context;
  const text = statusLines(context).join(' ');
  return { ...notice(text, [], [showButtons(words, engagementId).overview]), summary: bare(text) };
};
