import type { Request, StartAnswers } from '../../application/request';
import type { Language } from '../../engagement/index';
import type { Context } from './context';
import { positionsOf, saidFirst, saidLast } from './lexicon';
import { nameIn } from './own-name';
import { sectionsIn } from './sections';
import { codesOf, type Sentence } from './sentence';
import type { Token } from './tokens';

/** Starting an onboarding: for whom, and in which language if the sentence says so. */
export type Start = {
  readonly customer?: string;
  readonly language?: Language;
  /** Beyond doubt, so that no form is needed. */
  readonly sure: boolean;
  /** The words of the sentence itself, without the customer's name. */
  readonly frame: readonly Token[];
};

/** Undefined when the sentence is about something else. */
export const startIn = (sentence: Sentence, context: Context): Start | undefined => {
  let { tokens } = sentence;
  const politely = saidFirst(['polite', 'greeting'], tokens);
  tokens = tokens.slice(politely);
  const closing = saidLast(['polite', 'greeting'], tokens);
  tokens = tokens.slice(0, tokens.length - closing);
  const verb = saidFirst(['startFirst'], tokens);
  const verbAtEnd = verb === 0 ? saidLast(['startLast'], tokens) : 0;
  if (verb === 0 && verbAtEnd === 0) return undefined;
  tokens = tokens.slice(0, tokens.length - verbAtEnd);
  tokens = tokens.slice(0, tokens.length - (verbAtEnd > 0 ? saidLast(['polite'], tokens) : 0));
  const language = languageSaid(tokens);
  tokens = tokens.slice(0, tokens.length - (language?.words ?? 0));
  const begun = verb + saidFirst(['polite'], tokens.slice(verb));
  const named = begun + saidFirst(['onboarding'], tokens.slice(begun));
  const rest = tokens.slice(named);
  const explicit = tokens.slice(0, named).some((token) => token.key === 'onboarding');
  if (!explicit && (verbAtEnd > 0 || !isBareStart(tokens, rest, context))) return undefined;
  if (isTitle(sentence, context)) return undefined;
  // "Begin onboarding with FastTrack is done" names an item by its title.
  if (codesOf(rest, context.hearing).items.length > 0 || saidLast(['complete'], rest) > 0) return undefined;
  const customer = nameIn(sentence.text, rest);
  const asks = sentence.text.endsWith('?') && politely === 0;
  return {
    sure: customer !== undefined && !asks && (explicit || /^[^\p{L}]*\p{Lu}/u.test(customer)),
    frame: sentence.tokens.filter((token) => !rest.includes(token)),
    ...(customer !== undefined && { customer }),
    ...(language && { language: language.language }),
  };
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
  const sections = sectionsIn(rest).flatMap((one) => one.at);
  if (rest.length > 0 && sections.length === rest.length) return false;
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
    ...(start.customer !== undefined && { customer: start.customer }),
    ...spoken,
  };
  if (start.customer === undefined || !start.sure) return { type: 'show', what: 'startForm', filled };
  return { type: 'start', answers: { customer: start.customer, ...spoken } };
};
