import type { StartAnswers } from '../../application/request';
import { heardIn } from './affairs/heard';
import { saidAsWhole } from './affairs/lexicon';
import { settingsSaid } from './affairs/settings';
import type { Context } from './context';
import type { Token } from './tokens';

/** How often the checkpoint is, said behind the customer. `words`: how many say it. */
export type StartRhythm = {
  readonly answers: Pick<StartAnswers, 'every' | 'weekday' | 'time'>;
  readonly words: number;
  /** More was said than can be answered when an onboarding starts. */
  readonly more: boolean;
};

const joining = new Set('with mit and und a an the ein eine einem einer dem der'.split(' '));
/** A rhythm has no more words. */
const longest = 16;

/** ", checkpoint every Tuesday at 10", "mit Jour fixe montags um 9" at the end of a sentence. */
export const rhythmAtEnd = (text: string, tokens: readonly Token[], context: Context): StartRhythm | undefined => {
  for (let at = Math.max(1, tokens.length - longest); at < tokens.length; at += 1) {
    const skipped = tokens.slice(at).findIndex(({ key }) => !joining.has(key));
    const answers = skipped < 0 ? undefined : saidIn(text, tokens.slice(at + skipped), context);
    if (answers) return { ...answers, words: tokens.length - at };
  }
  return undefined;
};

const saidIn = (text: string, tokens: readonly Token[], context: Context): Omit<StartRhythm, 'words'> | undefined => {
  const heard = heardIn({ text, tokens, open: false }, context);
  const checkpoint = saidAsWhole('checkpoint', heard) ?? saidAsWhole('checkpointOnce', heard);
  const said = checkpoint ?? saidAsWhole('rhythm', heard);
  if (!said) return undefined;
  const { every, weekday, time, ...others } = { ...settingsSaid(said.regularly), ...settingsSaid(said.settings) };
  // "Daily" alone may be who it is for.
  if (!checkpoint && weekday === undefined && time === undefined) return undefined;
  return {
    answers: { ...(every && every !== 'off' && { every }), ...(weekday && { weekday }), ...(time && { time }) },
    more: Object.keys(others).length > 0 || said.ahead !== undefined,
  };
};
