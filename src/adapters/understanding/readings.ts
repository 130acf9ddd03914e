import type { Day, Language, Section } from '../../engagement/index';
import { dayIn } from './days/index';
import { type Verb, type View, verbs, views } from './kinds';
import { positionsOf, said } from './lexicon';
import { sectionsIn } from './sections';
import type { Sentence } from './sentence';
import type { Token } from './tokens';

/** One way to read some words: what is said, and what that leaves unexplained. */
export type Reading = {
  readonly key: View | Verb;
  readonly used: ReadonlySet<number>;
  /** Positions of the words that neither the phrasing nor anything else explains. */
  readonly rest: readonly number[];
  readonly day?: Day;
  /** Its first position, and the first one after it. */
  readonly dayAt?: number;
  readonly afterDay?: number;
};

/** Some words, and what was found in them whatever they mean. */
export type Heard = {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly readings: readonly Reading[];
  readonly sections: readonly { readonly section: Section; readonly at: readonly number[] }[];
  /** What is left when nothing is said but names of things. */
  readonly plain: readonly number[];
  /** The first date, whether or not anything wants one. */
  readonly day?: Day;
  readonly glue: ReadonlySet<number>;
  readonly doubt: ReadonlySet<number>;
};

const keys: readonly (View | Verb)[] = [...views, ...verbs];
const purposes: Readonly<Partial<Record<View | Verb, 'due' | 'until'>>> = {
  take: 'due',
  assign: 'due',
  hand: 'due',
  defer: 'until',
  move: 'until',
  schedule: 'due',
  dated: 'due',
};

/** Said twice, these do not mean the same once more: "no date to remove". */
const single: readonly (View | Verb)[] = ['hand', 'dated', 'unschedule'];

/** Reads words in every way they can be read, the best one first: what explains most of them, then what says most. */
export const read = (text: string, tokens: readonly Token[], today: Day, language: Language): Heard => {
  const sections = sectionsIn(tokens);
  const named = new Set(sections.flatMap((one) => one.at));
  const glue = positionsOf('glue', tokens);
  const doubt = positionsOf('doubt', tokens);
  const quiet = new Set([...positionsOf('filler', tokens), ...positionsOf('polite', tokens), ...politelyAsked(tokens)]);
  const known = (at: number): boolean =>
    quiet.has(at) || tokens[at]?.code !== undefined || tokens[at]?.person !== undefined;
  const plain = tokens.flatMap((_, at) => (known(at) ? [] : [at]));
  const greeting = positionsOf('greeting', tokens);
  const show = positionsOf('show', tokens);
  const days = {
    due: dayIn(text, tokens, { today, language, purpose: 'due' }, greeting),
    until: dayIn(text, tokens, { today, language, purpose: 'until' }, greeting),
  };
  const found = keys.flatMap((key, order) => {
    const matches = said(key, tokens);
    const purpose = purposes[key];
    const day = purpose && days[purpose];
    const isView = views.some((view) => view === key);
    const alike = single.includes(key) ? [] : matches.flatMap((match) => match.at);
    const explained = new Set([...alike, ...(day?.at ?? []), ...(isView ? show : [])]);
    return matches.map((match) => {
      const used = new Set(match.at);
      const rest = plain.filter((at) => !used.has(at) && !explained.has(at));
      const weight = rest.filter((at) => !glue.has(at) && !named.has(at)).length;
      const dated = day && { day: day.day, dayAt: Math.min(...day.at), afterDay: Math.max(...day.at) + 1 };
      return { key, used, rest, weight, size: used.size, typos: match.typos, order, ...dated };
    });
  });
  const readings = found.sort(
    (a, b) => a.weight - b.weight || b.size - a.size || a.typos - b.typos || a.order - b.order,
  );
  const day = days.until?.day;
  return { text, tokens, readings, sections, plain, glue, doubt, ...(day !== undefined && { day }) };
};

const auxiliary = /^(?:haben|werden|wurden|sind|sollen|sollten|wollen|muessen|koennen|koennten|duerfen)$/;

/** The "Sie" of a request: "Geben Sie A3 bitte frei", "Erinnern Sie uns". */
export const politelyAsked = (tokens: readonly Token[]): readonly number[] =>
  tokens.slice(0, 8).flatMap((token, at) => {
    const verb = tokens[at - 1]?.key ?? '';
    return token.key === 'sie' && /(?:en|ern|eln)$/.test(verb) && !auxiliary.test(verb) ? [at] : [];
  });

/** The first way to read it in each sense. */
export const sensesOf = (heard: Heard): readonly Reading[] =>
  heard.readings.filter((one, at) => heard.readings.findIndex((other) => other.key === one.key) === at);

/** "We're" is written like a question once its apostrophe is gone. */
export const isWeAre = ({ text, tokens: [first] }: Sentence): boolean =>
  first?.key === 'were' && /['’‘`´]/u.test(text.slice(first.start, first.end));

/** Does it ask rather than tell? "Could you mark A3 as done?" does not. */
export const isQuestion = ({ text, tokens }: Sentence, marked: boolean): boolean => {
  let from = 0;
  while (positionsOf('greeting', tokens.slice(from, from + 1)).size > 0) from += 1;
  if (isWeAre({ text, tokens: tokens.slice(from) })) return marked && /\?\s*$/.test(text);
  const near = tokens.slice(from, from + 6);
  if (said('polite', near).some((match) => match.at[0] === 0)) return false;
  return (marked && /\?[\s!?.)"“”]*$/.test(text.slice(-12))) || said('asking', near).some((match) => match.at[0] === 0);
};
