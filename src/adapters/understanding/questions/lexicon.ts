import { spelled } from '../affairs/lexicon';
import { vocabulary } from '../lexicon';
import { phrasebookOf } from '../phrasebook';
import type { QuestionKey } from './kinds';
import { germanQuestions } from './phrases/de';
import { englishQuestions } from './phrases/en';

export const { said: saidIn, wordsFor } = phrasebookOf<QuestionKey>(
  [englishQuestions, germanQuestions],
  [vocabulary, spelled],
);
