import type { Hearing } from '../../application/understanding';
import type { ItemCode } from '../../engagement/index';
import { withCodes } from './codes';
import { tidy } from './normalise';
import { withNames, withPeople } from './people';
import { type Token, tokensOf } from './tokens';

/** A text, and its words with the codes and people in it marked. */
export type Sentence = { readonly text: string; readonly tokens: readonly Token[] };

export const hear = (text: string, hearing: Hearing): Sentence => {
  const clean = tidy(text);
  const known = new Set(hearing.items.map((one) => one.item));
  const tokens = withCodes(clean, withPeople(tokensOf(clean), hearing.mentioned), known);
  return { text: clean, tokens: withNames(clean, tokens, hearing.people ?? []) };
};

/** The codes named, in the order of the sentence: those an item has, and the first one no item has. */
export const codesOf = (
  tokens: readonly Token[],
  hearing: Hearing,
): { readonly items: readonly ItemCode[]; readonly unknownCode?: string } => {
  const known = new Set(hearing.items.map((one) => one.item));
  const named = [...new Set(tokens.flatMap((token) => token.code ?? []))];
  const unknownCode = named.find((code) => !known.has(code));
  return { items: named.filter((code) => known.has(code)), ...(unknownCode !== undefined && { unknownCode }) };
};
