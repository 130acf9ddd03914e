import type { Request } from '../../../application/request';
import type { Context } from '../context';
import { type Cut, type CutKind, cutsOf, reasonIn } from '../cuts';
import { isQuestion } from '../readings';
import type { Sentence } from '../sentence';
import { part } from '../tokens';
import type { Words } from '../template';
import { checkpointMeanings } from './checkpoint';
import { confirmationMeanings } from './confirmations';
import { heardIn } from './heard';
import { type Affair, affairs } from './kinds';
import { saidAsWhole } from './lexicon';
import type { Meaning } from './meaning';
import { onboardingMeanings } from './onboarding';
import { peopleMeanings } from './people';
import { phaseMeanings } from './phases';
import { titleMeanings } from './titles';

/** Nobody needs more words for these, nor pauses more often. */
const most = { words: 60, cuts: 10 } as const;

const meanings: Readonly<Record<Affair, Meaning>> = {
  ...phaseMeanings,
  ...confirmationMeanings,
  ...peopleMeanings,
  ...onboardingMeanings,
  ...checkpointMeanings,
  ...titleMeanings,
};

/** What is only ever asked, and what may have a reason after it: one that is kept, or one that nobody keeps. */
const asking: readonly Affair[] = ['gate', 'whoIs', 'checkpointsAsked'];
const reasoned: readonly Affair[] = ['advance', 'return', 'cancel'];
const excused: readonly Affair[] = [
  'away',
  'awayForm',
  'pause',
  'pauseForm',
  'withdraw',
  'resume',
  'finish',
  'discard',
  'checkpoint',
  'checkpointOff',
  'skip',
  'snooze',
  'snoozeForm',
];

/**
 * What a sentence says about phases, people, titles or the onboarding. All of it has to be explained: one word too many,
 * and it is about something else.
 */
export const affairIn = ({ text, tokens }: Sentence, context: Context): Request | undefined => {
  const asked = isQuestion({ text, tokens }, true);
  const whole = { text, tokens: part(tokens, 0, most.words), open: tokens.length > most.words };
  const found =
    meaningIn(whole, undefined, asked, context) ??
    cutsOf({ text, tokens }, most.words)
      .slice(0, most.cuts)
      .map((cut) => meaningIn({ text, tokens: cut.head, open: false }, cut, asked, context))
      .find((request) => request !== undefined);
  return found && asked && changes(found) ? undefined : found;
};

const changes = ({ type }: Request): boolean => type === 'act';

const meaningIn = (words: Words, cut: Cut | undefined, asked: boolean, context: Context): Request | undefined => {
  const heard = heardIn(words, context);
  for (const affair of affairs) {
    if (asking.includes(affair) && !asked) continue;
    if (cut && !mayEndIn(affair, cut, heard.anyway)) continue;
    const said = saidAsWhole(affair, heard);
    const reason = cut && !excused.includes(affair) ? reasonIn(cut.tail, false) : undefined;
    const { anyway } = heard;
    const sure = heard.sure && !asked;
    const request =
      said && meanings[affair]({ said, sure, anyway, text: words.text, context, ...(reason && { reason }) });
    if (request) return request;
  }
  return undefined;
};

const reasons: readonly CutKind[] = ['because', 'since'];

/** "Weiter, A3 ist erledigt" gives no reason to move on: after a mere pause that has to be said. */
const mayEndIn = (affair: Affair, { kind, tail }: Cut, anyway: boolean): boolean => {
  if (reasons.includes(kind)) return reasoned.includes(affair) || excused.includes(affair);
  if (affair === 'renameForm') return kind === 'mark' && tail !== '';
  if (!reasoned.includes(affair) || (kind !== 'mark' && kind !== 'comma') || tail === '') return false;
  return affair !== 'advance' || anyway;
};
