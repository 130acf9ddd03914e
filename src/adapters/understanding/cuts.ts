import { said, saidFirst } from './lexicon';
import { ownWords } from './normalise';
import type { Sentence } from './sentence';
import { gapBefore, part, type Token, tokensOf } from './tokens';

/** What parts a sentence from the reason or note that follows it. */
export type CutKind = 'mark' | 'because' | 'waits' | 'since' | 'blockedBy' | 'that' | 'comma';

/** The words before it, and the text after it as it was written. */
export type Cut = { readonly kind: CutKind; readonly head: readonly Token[]; readonly tail: string };

const order: readonly CutKind[] = ['mark', 'because', 'waits', 'since', 'blockedBy', 'that', 'comma'];

/** Every place where a sentence may end and a text of somebody's own begin, the first one first. */
export const cutsOf = ({ text, tokens }: Sentence, longestHead: number): readonly Cut[] => {
  const near = part(tokens, 0, longestHead + 1);
  const marks = near.flatMap((token, at) => {
    const kind = at === 0 ? undefined : markIn(gapBefore(text, near, at), near, at);
    return kind ? [{ kind, at, from: token.start }] : [];
  });
  const words = (['because', 'waits', 'since', 'blockedBy', 'that'] as const).flatMap((kind) =>
    said(kind, near).map((match) => {
      const at = match.at[0] ?? 0;
      const end = near[match.at.at(-1) ?? 0]?.end ?? text.length;
      return { kind, at, from: end };
    }),
  );
  return [...marks, ...words]
    .filter(({ at }) => at > 0)
    .sort((a, b) => a.at - b.at || order.indexOf(a.kind) - order.indexOf(b.kind) || b.from - a.from)
    .map(({ kind, at, from }) => ({ kind, head: near.slice(0, at), tail: ownWords(text.slice(openFrom(text, from))) }));
};

const markIn = (gap: string, tokens: readonly Token[], at: number): CutKind | undefined => {
  if (/:(?:\s|\P{N}|$)/u.test(gap) || (gap.includes(':') && tokens[at - 1]?.code !== undefined)) return 'mark';
  const joinsCodes = tokens[at - 1]?.code !== undefined && tokens[at]?.code !== undefined;
  if (/\s(?:-+|[–—])\s|—/.test(gap) && !joinsCodes) return 'mark';
  return /[,;(]/.test(gap) ? 'comma' : undefined;
};

/** Marks before the first word belong to the text: a quotation mark, a currency, a smiley. */
const openFrom = (text: string, from: number): number => {
  const before = /[^\s\p{L}\p{N}:;,–—-]+$/u.exec(text.slice(Math.max(0, from - 8), from));
  return from - (before?.[0].length ?? 0);
};

/** A note without "that" before it. */
export const noteIn = (tail: string): string => {
  const tokens = tokensOf(tail.slice(0, 200));
  const next = tokens[saidFirst(['that'], tokens)];
  // "That one is done" speaks of something.
  const begins = /^(?:dass|daß)\s/i.test(tail);
  return begins && next ? ownWords(tail.slice(openFrom(tail, next.start))) : tail;
};

/** A reason without the words that announce it: "weil …", and "waiting for …" where it is said what is waited for. */
export const reasonIn = (tail: string, waits: boolean): string => {
  const tokens = tokensOf(tail.slice(0, 200));
  const taken = saidFirst(waits ? ['because', 'waits'] : ['because'], tokens);
  const next = tokens[taken];
  const reason = taken > 0 && next ? ownWords(tail.slice(openFrom(tail, next.start))) : tail;
  return reason.replace(/\s*\?+$/, '');
};
