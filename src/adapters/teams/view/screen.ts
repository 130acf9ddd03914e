import type { CardName } from '../cards';

/** One screen: which template, what to fill it with, and its one-sentence answer (plain text, no Markdown). */
export type Screen = {
  readonly card: CardName;
  readonly summary: string;
  /** What was asked about it, in a sentence: it comes first on the card, and is the summary instead. */
  readonly answer?: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** The same as plain text, where it is meant to be copied. */
  readonly text?: string;
};
