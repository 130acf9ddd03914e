import type { Request } from '../../application/request';
import type { Language } from '../../engagement/index';
import { type Added, addingIn, addingSomewhere } from './affairs/adding';
import { affairIn } from './affairs/index';
import type { Context } from './context';
import { historyIn } from './history/index';
import { meaningOf } from './meaning';
import { questionIn } from './questions/index';
import type { Sentence } from './sentence';
import { requestToStart, startIn } from './start';
import type { Token } from './tokens';

/** What a sentence asks for, and its words without the names in it, which tell nothing about the language. */
export type Meant = { readonly request: (told?: Language) => Request; readonly frame: readonly Token[] };

/** What a sentence means if all of it is one. */
export const wholeIn = (sentence: Sentence, context: Context): Meant => {
  const history = historyIn(sentence, context);
  if (history) return meant({ request: history, frame: sentence.tokens });
  const question = questionIn(sentence, context);
  if (question) return meant({ request: question, frame: sentence.tokens });
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
