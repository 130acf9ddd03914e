import { missingFor } from '../../application/needs';
import {
  type About,
  type Filled,
  type Form,
  type ItemQuestion,
  itemsAbout,
  type ItemVerb,
  type NewLine,
  type Request,
} from '../../application/request';
import type { Understood } from '../../application/understanding';
import type { Language } from '../../engagement/index';
import { type kinds, type Said, saidByAll, type Told, told } from './told';
import { inputsTold, itemsTold, lineTold, type NameOf, wishesTold } from './told-inputs';

/** What a sentence means. */
export type Meant = { readonly kind: (typeof kinds)[number]; readonly language: Language } & Told;

/** The first item of lines as somebody wrote them; undefined when none of them can be read. */
export type FirstOf = (lines: string) => NewLine | undefined;

type Read = Said & { readonly kind: Meant['kind'] };
type Names = { readonly nameOf: NameOf; readonly firstOf: FirstOf };

/**
 * In words that do not depend on how any item stands. `nameOf`: `me` for the speaker. Without `firstOf` the first line of
 * what is added is a title and nothing else.
 */
export const meantBy = (
  { request, language, section }: Understood,
  nameOf: NameOf,
  firstOf: FirstOf = (lines) => ({ title: lines.split('\n', 1)[0] ?? '' }),
): Meant => {
  const { kind, ...said } = read(request, { nameOf, firstOf });
  const beside = kind === 'unclear' ? undefined : section;
  // Whoever starts in German gets it in German without having asked for that.
  const implied = said.verb === 'engagement.start' && said.newLanguage === language;
  const newLanguage = implied ? undefined : said.newLanguage;
  const items = itemsTold(said.items ?? []);
  return { kind, language, ...told({ ...said, phase: said.phase ?? beside, items, newLanguage }) };
};

const read = (request: Request, names: Names): Read => {
  switch (request.type) {
    case 'start':
      return { kind: 'command', verb: 'engagement.start', ...inputsTold(request.answers, names.nameOf) };
    case 'act':
      return { kind: 'command', ...wishesTold(request.wishes, names.nameOf) };
    case 'confirm':
      return { kind: 'command', ...wishesTold([request.wish], names.nameOf) };
    case 'add': {
      const { kind, missing, ...others } = incomplete(
        'item.add',
        { phase: request.phase },
        { lines: request.text },
        names,
      );
      return missing?.length ? { kind, missing, ...others } : { kind: 'command', ...others };
    }
    case 'whichItem': {
      const { missing = [], ...others } = incomplete(request.verb, {}, request.filled, names);
      return { ...others, missing: ['itemId', ...missing] };
    }
    case 'move':
      return incomplete('item.defer', { item: request.item }, { until: request.day }, names);
    case 'choose': {
      const { missing, ...same } = saidByAll(request.options.map((option) => read(option.request, names)));
      return { kind: 'ambiguous', ...same, items: request.options.map(({ item }) => item) };
    }
    case 'greeting':
    case 'declined':
      return { kind: 'smalltalk' };
    case 'empty':
    case 'unreadable':
      return { kind: 'unclear' };
    case 'unclear':
      return { kind: 'unclear', items: request.items, date: request.day };
    case 'show':
      return shown(request, names);
  }
};

const shown = (request: Extract<Request, { type: 'show' }>, names: Names): Read => {
  switch (request.what) {
    case 'overview':
    case 'text':
      return { kind: 'question', about: 'status' };
    case 'mine':
    case 'help':
    case 'next':
    case 'gate':
      return { kind: 'question', about: request.what };
    case 'checkpoints':
      return { kind: 'question', about: 'checkpoint' };
    case 'left':
      return { kind: 'question', about: 'open' };
    case 'confirmations':
      return { kind: 'question', about: 'confirmations', phase: request.phase };
    case 'section':
      return { kind: 'question', about: request.which === 'open' ? 'open' : 'status', phase: request.section };
    case 'item':
      return { kind: 'question', about: request.asked ?? 'detail', items: [request.item] };
    case 'items':
      return standing(request.question, names);
    case 'history': {
      const { item, person, since, until } = request.question;
      const whose = person === undefined ? undefined : names.nameOf(person);
      const items = item === undefined ? [] : [item];
      return { kind: 'question', about: 'history', items, person: whose, from: since, to: until };
    }
    case 'startForm': {
      const missing = request.filled.customer === undefined ? ['customer'] : [];
      return { kind: 'incomplete', verb: 'engagement.start', ...inputsTold(request.filled, names.nameOf), missing };
    }
    case 'form':
      return incomplete(request.form, request.about, request.filled, names);
  }
};

const standing = ({ which, section, person, from, to }: ItemQuestion, { nameOf }: Names): Read => {
  const period = { phase: section, from, to };
  const whose = person === undefined ? undefined : nameOf(person);
  return which === 'open' && whose === 'me'
    ? { kind: 'question', about: 'mine', ...period }
    : { kind: 'question', about: which, person: whose, ...period };
};

const incomplete = (verb: Form | ItemVerb, about: About, filled: Filled, { nameOf, firstOf }: Names): Read => {
  const { lines, ...others } = filled;
  const first = lines === undefined ? undefined : firstOf(lines);
  const known = first ? filled : others;
  return {
    kind: 'incomplete',
    verb,
    ...inputsTold({ ...others, ...about }, nameOf),
    ...(first && lineTold(first, nameOf)),
    items: itemsAbout(about),
    missing: missingFor(verb, about, known),
  };
};
