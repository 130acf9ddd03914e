import type { PhraseKey } from './kinds';
import { phrasebookOf } from './phrasebook';
import { germanVerbs } from './phrases.de';
import { englishVerbs } from './phrases.en';
import { germanViews } from './phrases.views.de';
import { englishViews } from './phrases.views.en';
import { germanWords } from './words.de';
import { englishWords } from './words.en';
import { part, type Token } from './tokens';

const english = { ...englishViews, ...englishVerbs, ...englishWords };
const german = { ...germanViews, ...germanVerbs, ...germanWords };
// Both languages at once: people mix them.
export const { said, positionsOf, spelled: vocabulary } = phrasebookOf<PhraseKey>([english, german]);

/** The longest thing of these kinds said at the very beginning: how many tokens it takes, 0 when there is none. */
export const saidFirst = (keys: readonly PhraseKey[], tokens: readonly Token[]): number => {
  const near = part(tokens, 0, 12);
  const lengths = keys.flatMap((key) => said(key, near)).map(({ at }) => (isRunFrom(at, 0) ? at.length : 0));
  return Math.max(0, ...lengths);
};

/** The same at the very end. */
export const saidLast = (keys: readonly PhraseKey[], tokens: readonly Token[]): number => {
  const near = part(tokens, Math.max(0, tokens.length - 6));
  const lengths = keys
    .flatMap((key) => said(key, near))
    .map(({ at }) => (isRunFrom(at, near.length - at.length) ? at.length : 0));
  return Math.max(0, ...lengths);
};

const isRunFrom = (at: readonly number[], first: number): boolean => at.every((one, index) => one === first + index);
