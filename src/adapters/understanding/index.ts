import type { Findable, Understanding } from '../../application/understanding';
import { createFinder, type Finder } from './items';
import { languageOf } from './language';
import { meaningOf } from './meaning';
import { hear } from './sentence';
import { requestToStart, startIn } from './start';

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
      const told = languageOf(sentence.tokens);
      const language = told ?? hearing.language;
      const context = { hearing, finder: finderFor(hearing.items), language };
      const start = startIn(sentence, context);
      if (!start) return { language, told: told !== undefined, request: meaningOf(sentence, context) };
      // A name tells nothing about the language: "Die Post", "The Phone House".
      const framed = languageOf(start.frame);
      return {
        language: framed ?? hearing.language,
        told: framed !== undefined,
        request: requestToStart(start, framed),
      };
    },
  };
};
