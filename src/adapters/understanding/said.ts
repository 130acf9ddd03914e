import type { Day } from '../../engagement/index';
import type { Context } from './context';
import { isLast } from './days/past';
import { periodIn } from './days/periods';
import { numbers, openers } from './days/words';
import type { Verb } from './kinds';
import { positionsOf } from './lexicon';
import { personIn, receiverIn } from './people';
import type { Heard, Reading } from './readings';
import type { Details } from './requests';
import type { Token } from './tokens';

/** A verb as it stands in a sentence. */
export type Said = {
  readonly verb: Verb;
  readonly reading: Reading;
  readonly heard: Heard;
  /** A question changes nothing. */
  readonly asked: boolean;
  /** The reason or note after it, where the sentence was cut. */
  readonly tail?: string | undefined;
};

/** What a sentence says beside its verb, its codes and its people. */
export type Beside = {
  /** Positions of the words that may name an item, or that nothing explains. */
  readonly words: readonly number[];
  readonly names: readonly string[];
  /** Something takes the certainty out of it: "not", "almost", "if". */
  readonly doubtful: boolean;
  readonly day?: Day;
};

const handing: readonly Verb[] = ['take', 'assign', 'hand'];
/** A date after "until" that could not be read is missing, not in doubt. */
const dating: readonly Verb[] = ['defer', 'move', 'schedule'];

export const besideOf = ({ verb, reading, heard, asked }: Said, today: Day): Beside => {
  const { tokens, glue, doubt } = heard;
  const me = handing.includes(verb) ? positionsOf('me', tokens) : new Set<number>();
  const asking = asked ? positionsOf('asking', tokens) : new Set<number>();
  const all = tokens.some(({ code }) => code !== undefined) ? allOf(tokens) : new Set<number>();
  const past = standing.includes(verb) ? sinceIn(heard, today) : new Set<number>();
  const words = reading.rest.filter(
    (at) => !glue.has(at) && !me.has(at) && !asking.has(at) && !all.has(at) && !past.has(at),
  );
  const announces = (at: number): boolean => dating.includes(verb) && openers.until.has(tokens[at]?.key ?? '');
  const day = reading.day ?? (past.size > 0 ? undefined : heard.day);
  return {
    words: words.filter((at) => !announces(at)),
    names: words.filter((at) => !doubt.has(at)).map((at) => tokens[at]?.key ?? ''),
    doubtful: reading.rest.some((at) => doubt.has(at) && !announces(at) && !past.has(at)),
    ...(day !== undefined && { day }),
  };
};

/** "All of A1 to A3", "alle drei Punkte": all that are named. */
const allOf = (tokens: readonly Token[]): ReadonlySet<number> => {
  const all = positionsOf('everything', tokens);
  const counted = [...all].flatMap((at) => (numbers.has(tokens[at + 1]?.key ?? '') ? [at + 1] : []));
  return new Set([...all, ...counted]);
};

/** What may have been so for some time. */
const standing: readonly Verb[] = ['block', 'complete', 'exclude', 'acknowledge'];

/** "Since Monday", "letzten Freitag", "heute Morgen": when it began, which nobody keeps. */
const sinceIn = ({ text, tokens }: Heard, today: Day): ReadonlySet<number> => {
  const first = tokens.findIndex(({ key }) => isPast(key));
  const near = tokens.slice(first, first + 8);
  const found = first < 0 ? undefined : periodIn(text, near, { today, language: 'en' });
  const at = found?.at.map((one) => one + first) ?? [];
  return new Set(at[0] === first ? at : []);
};
const isPast = (key: string): boolean =>
  isLast(key) || ['since', 'seit', 'yesterday', 'gestern', 'vorgestern', 'heute', 'this'].includes(key);

/** "Bitte A3 übernehmen @Ben" gives it to Ben; "ich übernehme A3 @Ben" lets him know. */
export const withHands = (said: Said): Said => {
  const { verb, heard } = said;
  const asksOthers =
    heard.tokens.some((token) => token.person !== undefined) && positionsOf('self', heard.tokens).size === 0;
  return verb === 'take' && asksOthers ? { ...said, verb: 'assign' } : said;
};

export const detailsOf = ({ verb, reading, heard, tail }: Said, { hearing }: Context): Details => {
  const { tokens } = heard;
  const me = positionsOf('me', tokens).size > 0;
  const person = handing.includes(verb) ? (receiverIn(tokens) ?? personIn(tokens, me, hearing.by)) : undefined;
  return {
    by: hearing.by.id,
    ...(person !== undefined && { person }),
    ...(reading.day !== undefined && { day: reading.day }),
    ...(['by', 'um'].includes(tokens[reading.dayAt ?? -1]?.key ?? '') && { relative: true }),
    ...(tail && { text: tail }),
  };
};
