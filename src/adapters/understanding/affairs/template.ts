import { fold } from '../normalise';
import { typosIn } from '../patterns';
import type { Token } from '../tokens';
import { type Said, type Slot, slots } from './kinds';

/** Words that may say something as a whole. `open`: somebody's own words go on after the last of them. */
export type Words = { readonly text: string; readonly tokens: readonly Token[]; readonly open: boolean };

type Step = { readonly optional: boolean } & ({ readonly words: readonly string[] } | { readonly slot: Slot });

/** A whole sentence: words, `a|b` for either, `a?` for maybe, `{slot}` for what is left open. */
export type Template = readonly Step[];

/** How far a slot reaches from a token on, and what it says then; the longest first. */
export type Reach = { readonly end: number; readonly value: string };
export type Reader = (slot: Slot, at: number, last: boolean) => readonly Reach[];

const isSlot = (name: string): name is Slot => slots.some((slot) => slot === name);

export const templateOf = (phrasing: string): Template =>
  phrasing.split(' ').map((part) => {
    const optional = part.endsWith('?');
    const bare = optional ? part.slice(0, -1) : part;
    const slot = /^\{(.+)\}$/.exec(bare)?.[1];
    if (slot === undefined) return { optional, words: bare.split('|').map(fold) };
    if (!isSlot(slot)) throw new Error(`No slot of this name: ${slot}`);
    return { optional, slot };
  });

/** The words a template asks for. */
export const wordsOf = (template: Template): readonly string[] =>
  template.flatMap((step) => ('words' in step ? step.words : []));

export type Sayable = {
  readonly tokens: readonly Token[];
  /** Positions of what may stand anywhere. */
  readonly quiet: ReadonlySet<number>;
  /** Words that are never a slip of another one. */
  readonly spelled: ReadonlySet<string>;
  readonly read: Reader;
};

/** What a sentence says if all of it is what the template asks for. */
export const fitting = (template: Template, { tokens, quiet, spelled, read }: Sayable): Said | undefined => {
  const isSaid = (step: Step): boolean =>
    step.optional || 'slot' in step || tokens.some((token) => typosIn(token, step.words, spelled) !== undefined);
  if (!template.every(isSaid)) return undefined;
  const failed = new Set<number>();
  const follow = (step: number, at: number): Said | undefined => {
    const key = step * (tokens.length + 1) + at;
    if (failed.has(key)) return undefined;
    const found = onward(step, at);
    if (!found) failed.add(key);
    return found;
  };
  const onward = (step: number, at: number): Said | undefined => {
    const wanted = template[step];
    if (wanted === undefined && at === tokens.length) return {};
    const here =
      wanted &&
      (('words' in wanted ? word(wanted.words, step, at) : slot(wanted.slot, step, at)) ?? skip(wanted, step, at));
    return here ?? (quiet.has(at) ? follow(step, at + 1) : undefined);
  };
  const word = (words: readonly string[], step: number, at: number): Said | undefined => {
    const token = tokens[at];
    if (!token || token.person !== undefined || typosIn(token, words, spelled) === undefined) return undefined;
    return follow(step + 1, at + 1);
  };
  const slot = (name: Slot, step: number, at: number): Said | undefined => {
    if (at >= tokens.length) return undefined;
    for (const { end, value } of read(name, at, step === template.length - 1)) {
      const rest = follow(step + 1, end);
      if (rest) return { ...rest, [name]: value };
    }
    return undefined;
  };
  const skip = (wanted: Step, step: number, at: number): Said | undefined =>
    wanted.optional ? follow(step + 1, at) : undefined;
  return follow(0, 0);
};
