import type { Request } from '../../application/request';
import type { ItemCode } from '../../engagement/index';
import { type Context, showItems, unclear } from './context';
import type { Found } from './items';
import { positionsOf } from './lexicon';
import { listedIn } from './listed';
import type { Heard } from './readings';
import { requestFor } from './requests';
import { type Beside, detailsOf, type Said } from './said';

/** A verb with an item in words. Undefined when the words name none. */
export const actByWords = (said: Said, beside: Beside, context: Context): Request | undefined => {
  const { verb, heard } = said;
  if (verb === 'hand' && !heard.tokens.some((token) => token.person !== undefined)) return undefined;
  const all = positionsOf('everything', heard.tokens);
  if (beside.words.length > 0 && beside.words.every((at) => all.has(at))) return unclear([]);
  const listed = beside.doubtful ? undefined : listedIn(heard.text, heard.tokens, beside.words, context.finder);
  if (listed)
    return said.asked ? showItems(listed) : (requestFor(verb, listed, detailsOf(said, context)) ?? unclear(listed));
  const found = findBy(beside.names, heard, context);
  if (found.type === 'none') return undefined;
  const inSection = new Set(heard.sections.flatMap((one) => one.at));
  const exact = found.type === 'one' && found.exact;
  if (!exact && beside.words.every((at) => inSection.has(at))) return unclear([]);
  const items = found.type === 'one' ? [found.item] : found.items;
  if (said.asked) return showItems(items);
  if (beside.doubtful) return unclear(items, { day: beside.day });
  return resolved(found.type === 'one', items, said, context);
};

/** By all the words, or else by those beside the name of a section, inside that section. */
const findBy = (names: readonly string[], { sections, tokens }: Heard, { finder }: Context): Found => {
  const found = finder.find(names);
  const [section, another] = sections;
  if (found.type === 'one' || !section || another) return found;
  const inside = new Set(section.at.map((at) => tokens[at]?.key ?? ''));
  const others = names.filter((name) => !inside.has(name));
  const narrowed = finder.find(others, section.section);
  return narrowed.type === 'none' ? found : narrowed;
};

/** One item named is acted on; several become a choice; one only touched is at most shown a form. */
const resolved = (sure: boolean, items: readonly ItemCode[], said: Said, context: Context): Request => {
  const details = detailsOf(said, context);
  const options = items.flatMap((item) => {
    const request = requestFor(said.verb, [item], details);
    return request ? [{ item, request }] : [];
  });
  const [first, second] = options;
  if (first && second) return { type: 'choose', options };
  return first && (sure || first.request.type === 'show') ? first.request : unclear(items, { day: said.reading.day });
};
