import type { Request } from '../../application/request';
import type { Findable, Understanding } from '../../application/understanding';
import type { Section } from '../../engagement/index';
import { answerIn } from './answers/index';
import { reasonLast, withoutOpening } from './clauses';
import { requestIn } from './compound';
import { createFinder, type Finder } from './items';
import { languageOf } from './language';
import { readLines } from './lines';
import { sectionsIn } from './sections';
import { hear, type Sentence } from './sentence';

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
      const heard = withoutOpening(hear(text, hearing));
      const turned = reasonLast(heard.text, heard);
      const sentence = turned === undefined ? heard : hear(turned, hearing);
      const language = languageOf(sentence.tokens) ?? hearing.language;
      const context = { hearing, finder: finderFor(hearing.items), language };
      const { request, frame } = requestIn(sentence, context);
      const told = languageOf(frame);
      const section = sectionBeside(sentence);
      return {
        language: told ?? hearing.language,
        told: told !== undefined,
        request: request(told),
        ...(section && { section }),
      };
    },
    answer: (text, hearing, question) => {
      const sentence = hear(text, hearing);
      const language = languageOf(sentence.tokens) ?? hearing.language;
      const context = { hearing, finder: finderFor(hearing.items), language };
      return answerIn(sentence, context, question, () => shows(requestIn(sentence, context).request()));
    },
    readLines,
  };
};

/** It asks to see something, so it gives nobody's reason. */
const shows = (request: Request): boolean =>
  (request.type === 'show' && request.what !== 'form') ||
  (request.type === 'choose' && request.options.every((one) => shows(one.request)));

/** "A6 in Assess". */
const sectionBeside = ({ tokens }: Sentence): Section | undefined => {
  const [named, another] = tokens.some(({ code }) => code !== undefined) ? sectionsIn(tokens) : [];
  return another ? undefined : named?.section;
};
