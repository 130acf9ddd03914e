import type { HistoryPhrases } from '../kinds';
import { germanAsked } from './asked.de';
import { englishAsked } from './asked.en';
import { germanGeneral } from './general.de';
import { englishGeneral } from './general.en';

export const englishHistory: HistoryPhrases = { ...englishGeneral, ...englishAsked };
export const germanHistory: HistoryPhrases = { ...germanGeneral, ...germanAsked };
