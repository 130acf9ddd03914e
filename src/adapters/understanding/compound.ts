import { aboutItems, type Request } from '../../application/request';
import type { ItemCode } from '../../engagement/index';
import { isReported, isSupposed, type Parted, partedIn } from './clauses';
import { type Context, unclear } from './context';
import { positionsOf, said, saidFirst } from './lexicon';
import { isQuestion } from './readings';
import { requestWith } from './requests';
import { codesOf, hear, type Sentence } from './sentence';
import { tokensOf } from './tokens';
import { type Meant, wholeIn } from './whole';

/** What a sentence means as one, or else by its last clause where the others do not stand against that. */
export const requestIn = (sentence: Sentence, context: Context): Meant => {
  const { items } = codesOf(sentence.tokens, context.hearing);
  const nothing: Meant = { request: () => unclear(items), frame: sentence.tokens };
  if (isSupposed(sentence) || isReported(sentence)) return nothing;
  const whole = wholeIn(sentence, context);
  const found =
    whole.request().type === 'unclear' && sentence.tokens.length <= longest ? byClause(sentence, context) : undefined;
  const meant = found ? { request: () => found, frame: sentence.tokens } : whole;
  return isOnlyQuoted(sentence, meant.request(), context) ? nothing : meant;
};

/** Whoever says more tells a story. */
const longest = 60;

const byClause = (sentence: Sentence, context: Context): Request | undefined => {
  for (const parted of partedIn(sentence)) {
    const request = wholeIn(parted.rest, context).request();
    if (isVague(request)) continue;
    if (request.type === 'whichItem') {
      const filled = aboutSubject(request, parted, context);
      if (filled) return filled;
    }
    const before = wholeIn(parted.before, context).request();
    if (isSame(before, request)) return request;
    const mayFollow = isAsked(parted) || /[.!\n]/.test(parted.mark);
    if (mayFollow && isVague(before) && saysNothing(parted.before)) return request;
  }
  return undefined;
};

const isVague = ({ type }: Request): boolean => type === 'unclear' || type === 'choose' || type === 'greeting';
const isSame = (one: Request, other: Request): boolean => JSON.stringify(one) === JSON.stringify(other);
const isAsked = ({ rest }: Parted): boolean =>
  said('polite', rest.tokens.slice(0, 4)).some((match) => match.at[0] === 0);

/** Neither names anything nor takes back, reports or asks anything. */
const saysNothing = ({ text, tokens }: Sentence): boolean =>
  tokens.every(({ code, person }) => code === undefined && person === undefined) &&
  positionsOf('doubt', tokens).size === 0 &&
  positionsOf('unsure', tokens).size === 0 &&
  !isQuestion({ text, tokens }, false) &&
  !/["„“”«»?]/u.test(text);

/** An item has no more words, and nobody says more before them. */
const longestName = 6;

/** "The kick-off was this morning, please close it": what was spoken of is what is meant. */
const aboutSubject = (
  { verb, filled }: Extract<Request, { type: 'whichItem' }>,
  { before }: Parted,
  context: Context,
): Request | undefined => {
  const items = subjectOf(before, context);
  return items.length === 0 ? undefined : requestWith(verb, aboutItems(items), filled);
};

const subjectOf = (clause: Sentence, context: Context): readonly ItemCode[] => {
  const { text, tokens } = clause;
  const asks = isQuestion(clause, true) || saidFirst(['asking'], tokens) > 0 || /["„“”«»?]/u.test(text);
  if (asks || positionsOf('doubt', tokens).size > 0 || tokens.some(({ person }) => person !== undefined)) return [];
  const { items, unknownCode } = codesOf(tokens, context.hearing);
  if (unknownCode !== undefined || items.length > 0) return unknownCode === undefined ? items : [];
  for (const end of tokens.slice(0, longestName).keys()) {
    const named = wholeIn({ text, tokens: tokens.slice(0, Math.min(longestName, tokens.length) - end) }, context);
    const request = named.request();
    if (request.type === 'show' && request.what === 'item') return [request.item];
  }
  return [];
};

const quotes = /["“„«»]([^"“”„«»]{3,300})["“”»«]|(?<![\p{L}\p{N}])['‚‘]([^'‚‘’]{3,300})['’‘](?![\p{L}\p{N}])/gu;

/** 'He wrote "A3 is done"': what is quoted is not what the speaker wants, unless it is a text of their own. */
const isOnlyQuoted = ({ text }: Sentence, request: Request, context: Context): boolean => {
  if (!isChange(request)) return false;
  const own = JSON.stringify(request);
  return [...text.matchAll(quotes)].some(([, one, other]) => {
    const quoted = one ?? other ?? '';
    if (tokensOf(quoted).length < 2 || own.includes(JSON.stringify(quoted).slice(1, -1))) return false;
    return isChange(wholeIn(hear(quoted, context.hearing), context).request());
  });
};

const isChange = (request: Request): boolean =>
  !isVague(request) && (request.type !== 'show' || request.what === 'form' || request.what === 'startForm');
