import type { Request } from '../../application/request';
import type { Findable, Understanding } from '../../application/understanding';
import { type Added, addingIn, addingSomewhere } from './affairs/adding';
import { affairIn } from './affairs/index';
import type { Context } from './context';
import { historyIn } from './history/index';
import { createFinder, type Finder } from './items';
import { languageOf } from './language';
import { readLines } from './lines';
import { meaningOf } from './meaning';
import { hear, type Sentence } from './sentence';
import { requestToStart, startIn } from './start';
import type { Token } from './tokens';

/** Reads sentences by rules and tables of phrasings, in English and German: no network, no clock, no chance. */
export const createUnderstanding = (): Understanding => {
  const finders = new WeakMap<readonly Findable[], Finder>();
  const finderFor = (items: readonly Findable[]): Finder => {
    const finder = finders.get(items) ?? createFinder(items);
    finders.set(items, finder);
    return finder;
  };
  return {
    understand: (text, hearing) => {
      const sentence = hear(text, hearing);
      const language = languageOf(sentence.tokens) ?? hearing.language;
      const context = { hearing, finder: finderFor(hearing.items), language };
      const { request, frame } = requestIn(sentence, context);
      const told = languageOf(frame);
      return { language: told ?? hearing.language, told: told !== undefined, request: request(told) };
    },
    readLines,
  };
};

/** What a sentence asks for, and its words without the names in it, which tell nothing about the language. */
type Meant = { readonly request: (told: ReturnType<typeof languageOf>) => Request; readonly frame: readonly Token[] };

const requestIn = (sentence: Sentence, context: Context): Meant => {
  const history = historyIn(sentence, context);
  if (history) return meant({ request: history, frame: sentence.tokens });
  const added = addingIn(sentence, context);
  if (added) return meant(added);
  // "Die Post", "The Phone House".
  const start = startIn(sentence, context);
  if (start) return { request: (told) => requestToStart(start, told), frame: start.frame };
  const affair = affairIn(sentence, context);
  if (affair) return meant({ request: affair, frame: sentence.tokens });
  return meant(addingSomewhere(sentence, context) ?? { request: meaningOf(sentence, context), frame: sentence.tokens });
};

const meant = ({ request, frame }: Added): Meant => ({ request: () => request, frame });
