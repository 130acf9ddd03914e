import { deeds, type HistoryQuestion, type Request } from '../../../application/request';
import { heardIn } from '../affairs/heard';
import { type Context, unclear } from '../context';
import { type Period, periodIn } from '../days/periods';
import type { Sentence } from '../sentence';
import type { Question, Said } from './kinds';
import { askedIn, besideIn, mayAsk, spelled } from './lexicon';
import { readerOf } from './slots';

/** Nobody needs more words for these. */
const most = 24;

/** Which part of the record a sentence asks for. All of it has to be explained, so that it is never a command. */
export const historyIn = ({ text, tokens }: Sentence, context: Context): Request | undefined => {
  if (tokens.length > most) return undefined;
  const heard = heardIn({ text, tokens, open: false }, context);
  const places = mayAsk(heard.tokens);
  if (places.length === 0) return undefined;
  const { hearing, language } = context;
  const period = periodIn(text, heard.tokens, { today: hearing.today, language });
  const words = { text, tokens: heard.tokens, open: false };
  const quiet = new Set([...heard.quiet, ...besideIn(heard.tokens), ...(period?.at ?? [])]);
  const sayable = { tokens: heard.tokens, quiet, spelled, read: readerOf(words, context) };
  const asked = askedIn(places, sayable, period !== undefined);
  return asked && ofItems(asked.said, narrowed(asked.question, asked.said, period), context);
};

const narrowed = (question: Question, { did, doer, owner }: Said, period: Period | undefined): HistoryQuestion => {
  const done = deeds.find((deed) => deed === (question === 'completedThen' ? 'completed' : (did ?? question)));
  const person = doer ?? owner;
  return {
    ...(done && { did: done }),
    ...(person !== undefined && { person }),
    ...(period && { since: period.since }),
    ...(period?.until !== undefined && { until: period.until }),
  };
};

/** Of one item, a choice between several, or of none. */
const ofItems = ({ items, codes }: Said, question: HistoryQuestion, { hearing }: Context): Request => {
  const named = [...new Set((items ?? codes)?.split(' '))];
  const known = named.filter((code) => hearing.items.some((one) => one.item === code));
  const unknownCode = named.find((code) => !known.includes(code));
  if (unknownCode !== undefined) return unclear(known, { unknownCode });
  const [item, another] = known;
  if (item === undefined) return show(question);
  if (another === undefined) return show({ item, ...question });
  return { type: 'choose', options: known.map((code) => ({ item: code, request: show({ item: code, ...question }) })) };
};

const show = (question: HistoryQuestion): Request => ({ type: 'show', what: 'history', question });
