import type { Request, StartAnswers } from '../../application/request';
import type { Language } from '../../engagement/index';
import type { Context } from './context';
import { positionsOf, said, saidFirst, saidLast } from './lexicon';
import { nameIn } from './own-name';
import { sectionsIn } from './sections';
import { codesOf, type Sentence } from './sentence';
import { rhythmAtEnd, type StartRhythm } from './start-rhythm';
import type { Token } from './tokens';

/** Starting an onboarding: for whom, and in which language if the sentence says so. */
export type Start = {
  readonly customer?: string;
  readonly language?: Language;
  readonly rhythm?: StartRhythm['answers'];
  /** Beyond doubt, so that no form is needed. */
  readonly sure: boolean;
  /** The words of the sentence itself, without the customer's name. */
  readonly frame: readonly Token[];
};

/** Undefined when the sentence is about something else. */
export const startIn = (sentence: Sentence, context: Context): Start | undefined => {
  const politely = saidFirst(['polite', 'greeting'], sentence.tokens);
  const closing = saidLast(['polite', 'greeting'], sentence.tokens.slice(politely));
  const inner = sentence.tokens.slice(politely, sentence.tokens.length - closing);
  const verb = saidFirst(['startFirst'], inner);
  if (verb === 0 && said('startLast', inner).length === 0) return undefined;
  const { language, rhythm, tokens, verbAtEnd } = withoutEnd(sentence.text, inner, verb, context);
  if (verb === 0 && !verbAtEnd) return undefined;
  const begun = verb + saidFirst(['polite'], tokens.slice(verb));
  const named = begun + saidFirst(['onboarding'], tokens.slice(begun));
  const rest = tokens.slice(named);
  const explicit = tokens.slice(0, named).some((token) => token.key === 'onboarding');
  if (!explicit && (verbAtEnd || !isBareStart(tokens, rest, context))) return undefined;
  if (isTitle(sentence, context)) return undefined;
  // "Begin onboarding with FastTrack is done" names an item by its title.
  if (codesOf(rest, context.hearing).items.length > 0 || saidLast(['complete'], rest) > 0) return undefined;
  const customer = nameIn(sentence.text, rest);
  if (!explicit && customer !== undefined && thing.test(customer)) return undefined;
  const asks = sentence.text.endsWith('?') && politely === 0;
  const isName = customer !== undefined && (explicit || /^[^\p{L}]*\p{Lu}/u.test(customer));
  return {
    sure: isName && !asks && rhythm?.more !== true,
    frame: sentence.tokens.filter((token) => !rest.includes(token)),
    ...(customer !== undefined && { customer }),
    ...(language && { language }),
    ...(rhythm && { rhythm: rhythm.answers }),
  };
};

/** "Start the coffee machine": not for whom, but what. */
const thing = /^(?:(?:the|a|an)\s[^\p{Lu}]*$|(?:der|die|das|den|ein|eine|einen)\s)/u;

type End = {
  readonly tokens: readonly Token[];
  readonly language: Language | undefined;
  readonly rhythm: StartRhythm | undefined;
  readonly verbAtEnd: boolean;
};

/** Without what is said behind the customer: a language, a rhythm, and the verb where none stands before. */
const withoutEnd = (text: string, all: readonly Token[], verb: number, context: Context): End => {
  let tokens = all;
  const less = (words: number): void => {
    tokens = tokens.slice(0, tokens.length - words);
  };
  const last = languageSaid(tokens);
  less(last?.words ?? 0);
  const rhythm = rhythmAtEnd(text, tokens, context);
  less(rhythm?.words ?? 0);
  const verbAtEnd = verb === 0 ? saidLast(['startLast'], tokens) : 0;
  less(verbAtEnd);
  less(verbAtEnd > 0 ? saidLast(['polite'], tokens) : 0);
  const language = languageSaid(tokens);
  less(language?.words ?? 0);
  return { tokens, language: (language ?? last)?.language, rhythm, verbAtEnd: verbAtEnd > 0 };
};

/** "Onboarding mit FastTrack beginnen" is what an item is called. */
const isTitle = ({ tokens }: Sentence, { finder }: Context): boolean => {
  const small = new Set([...positionsOf('glue', tokens), ...positionsOf('filler', tokens)]);
  const found = finder.find(tokens.flatMap((token, at) => (small.has(at) ? [] : [token.key])));
  return found.type === 'one' && found.exact;
};

/** "start", "start Contoso": not "start Assess", and not "start support plan". */
const isBareStart = (tokens: readonly Token[], rest: readonly Token[], { finder }: Context): boolean => {
  if (!/^start(?:e|en)?$/.test(tokens[0]?.key ?? '') || rest.length > 8) return false;
  const named = new Set([...sectionsIn(rest).flatMap((one) => one.at), ...positionsOf('filler', rest)]);
  if (rest.length > 0 && rest.every((_, at) => named.has(at))) return false;
  const doubtful = positionsOf('doubt', rest).size > 0;
  return !doubtful && (rest.length === 0 || finder.find(rest.map((token) => token.key)).type !== 'one');
};

const languageSaid = (
  tokens: readonly Token[],
): { readonly language: Language; readonly words: number } | undefined => {
  const [en, de] = [saidLast(['inEnglish'], tokens), saidLast(['inGerman'], tokens)];
  if (en > 0) return { language: 'en', words: en };
  return de > 0 ? { language: 'de', words: de } : undefined;
};

export const requestToStart = (start: Start, told: Language | undefined): Request => {
  const language = start.language ?? told;
  const spoken = language && { language };
  const filled: Partial<StartAnswers> = {
    ...start.rhythm,
    ...(start.customer !== undefined && { customer: start.customer }),
    ...spoken,
  };
  if (start.customer === undefined || !start.sure) return { type: 'show', what: 'startForm', filled };
  return { type: 'start', answers: { customer: start.customer, ...spoken, ...start.rhythm } };
};
