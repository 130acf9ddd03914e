import { fold } from './normalise';
import { slipsIn } from './slips';
import type { Token } from './tokens';

/** Words that may say something as a whole. `open`: somebody's own words go on after the last of them. */
export type Words = { readonly text: string; readonly tokens: readonly Token[]; readonly open: boolean };

type Step<Slot extends string> = { readonly optional: boolean } & (
  | { readonly words: ReadonlySet<string> }
  | { readonly slot: Slot }
);

/** A whole sentence: words, `a|b` for either, `a?` for maybe, `{slot}` for what is left open. */
export type Template<Slot extends string> = readonly Step<Slot>[];

/** What was said in the slots. */
export type Filling<Slot extends string> = Readonly<Partial<Record<Slot, string>>>;

/** How far a slot reaches from a token on, and what it says then; the longest first. */
export type Reach = { readonly end: number; readonly value: string };
export type Reader<Slot extends string> = (slot: Slot, at: number, last: boolean) => readonly Reach[];

export const templateOf = <Slot extends string>(phrasing: string, slots: readonly Slot[]): Template<Slot> =>
  phrasing.split(' ').map((part) => {
    const optional = part.endsWith('?');
    const bare = optional ? part.slice(0, -1) : part;
    const name = /^\{(.+)\}$/.exec(bare)?.[1];
    if (name === undefined) return { optional, words: new Set(bare.split('|').map(fold)) };
    const slot = slots.find((one) => one === name);
    if (slot === undefined) throw new Error(`No slot of this name: ${name}`);
    return { optional, slot };
  });

/** The words a template asks for. */
export const wordsOf = (template: Template<string>): readonly string[] =>
  template.flatMap((step) => ('words' in step ? [...step.words] : []));

export type Sayable<Slot extends string> = {
  readonly tokens: readonly Token[];
  /** Positions of what may stand anywhere. */
  readonly quiet: ReadonlySet<number>;
  /** Words that are never a slip of another one. */
  readonly spelled: ReadonlySet<string>;
  readonly read: Reader<Slot>;
};

/** Templates by a word they ask for, so that only those are tried that may fit. */
export type Templates<Slot extends string> = {
  readonly templates: readonly Template<Slot>[];
  /** The words each of them asks for: one of each set. */
  readonly asked: readonly (readonly ReadonlySet<string>[])[];
  readonly byWord: ReadonlyMap<string, readonly number[]>;
  /** They ask for no word at all. */
  readonly always: readonly number[];
};

export const templatesOf = <Slot extends string>(templates: readonly Template<Slot>[]): Templates<Slot> => {
  const byWord = new Map<string, number[]>();
  const always: number[] = [];
  // The fewer words would do, the seldomer it is tried in vain.
  const asked = templates.map((template) =>
    template
      .flatMap((step) => ('words' in step && !step.optional ? [step.words] : []))
      .sort((one, other) => one.size - other.size),
  );
  for (const [place, [rarest]] of asked.entries()) {
    if (rarest === undefined) always.push(place);
    for (const word of rarest ?? []) byWord.set(word, [...(byWord.get(word) ?? []), place]);
  }
  return { templates, asked, byWord, always };
};

/** Those all words of which are said, by their place. */
export const mayFit = <Slot extends string>(
  { asked, byWord, always }: Templates<Slot>,
  { tokens, spelled }: Pick<Sayable<Slot>, 'tokens' | 'spelled'>,
): readonly number[] => {
  const said = slipsIn(spelled).wordsIn(tokens);
  const isSaid = (words: ReadonlySet<string>): boolean => said.some((word) => words.has(word));
  const places = new Set(always);
  for (const word of said) for (const place of byWord.get(word) ?? []) places.add(place);
  return [...places].filter((place) => asked[place]?.every(isSaid)).sort((one, other) => one - other);
};

/** What a sentence says if all of it is what the template asks for. */
export const fitting = <Slot extends string>(
  template: Template<Slot>,
  { tokens, quiet, spelled, read }: Sayable<Slot>,
): Filling<Slot> | undefined => {
  const slips = slipsIn(spelled);
  const failed = new Set<number>();
  const follow = (step: number, at: number): Filling<string> | undefined => {
    const key = step * (tokens.length + 1) + at;
    if (failed.has(key)) return undefined;
    const found = onward(step, at);
    if (!found) failed.add(key);
    return found;
  };
  const onward = (step: number, at: number): Filling<string> | undefined => {
    const wanted = template[step];
    if (wanted === undefined && at === tokens.length) return {};
    const here =
      wanted &&
      (('words' in wanted ? word(wanted.words, step, at) : slot(wanted.slot, step, at)) ?? skip(wanted, step, at));
    return here ?? (quiet.has(at) ? follow(step, at + 1) : undefined);
  };
  const word = (words: ReadonlySet<string>, step: number, at: number): Filling<string> | undefined => {
    const token = tokens[at];
    if (!token || token.person !== undefined || slips(token, words) === undefined) return undefined;
    return follow(step + 1, at + 1);
  };
  const slot = (name: Slot, step: number, at: number): Filling<string> | undefined => {
    if (at >= tokens.length) return undefined;
    for (const { end, value } of read(name, at, step === template.length - 1)) {
      const rest = follow(step + 1, end);
      if (rest) return { ...rest, [name]: value };
    }
    return undefined;
  };
  const skip = (wanted: Step<Slot>, step: number, at: number): Filling<string> | undefined =>
    wanted.optional ? follow(step + 1, at) : undefined;
  return follow(0, 0);
};
