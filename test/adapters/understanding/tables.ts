import { germanPhrases } from '../../../src/adapters/understanding/phrases.de';
import { englishPhrases } from '../../../src/adapters/understanding/phrases.en';
import { germanWords } from '../../../src/adapters/understanding/words.de';
import { englishWords } from '../../../src/adapters/understanding/words.en';

export const english: Readonly<Record<string, readonly string[]>> = { ...englishPhrases, ...englishWords };
export const german: Readonly<Record<string, readonly string[]>> = { ...germanPhrases, ...germanWords };
