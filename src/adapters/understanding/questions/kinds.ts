import type { Condition } from '../../../application/request';

/** What is asked about the whole, in a sentence of its own. */
export const wholes = ['gate', 'confirmations', 'next'] as const;
export type Whole = (typeof wholes)[number];

/** What is asked about one item: who owns it, when it is due. */
export const facts = ['owner', 'when'] as const;
export type Fact = (typeof facts)[number];

/**
 * The words of a question about items. `asks` begins one, `things` are what is asked for, `every` all of them, `beside` may
 * stand anywhere and says nothing, `whose` asks for one's own. `having`: which things somebody has.
 */
type Part = 'asks' | 'things' | 'every' | 'beside' | 'whose' | 'having';

export type QuestionKey = Condition | Whole | Fact | Part;
export type QuestionPhrases = Readonly<Record<QuestionKey, readonly string[]>>;
