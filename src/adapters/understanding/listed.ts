import type { ItemCode } from '../../engagement/index';
import type { Finder } from './items';
import { type Token, gapBefore } from './tokens';

const joining = new Set(['and', 'und', 'sowie', 'plus']);

/** What a list names one after the other: a code, or words for an item. */
type Named = { readonly code?: ItemCode; readonly words: readonly string[] };

/**
 * "Support plan, kick-off and A3": each of them is one item, beyond doubt. Undefined when it is no list, or not all of it
 * is sure. `words`: where words stand that may name an item.
 */
export const listedIn = (
  text: string,
  tokens: readonly Token[],
  words: readonly number[],
  finder: Finder,
): readonly ItemCode[] | undefined => {
  const named = namedIn(text, tokens, words);
  if (named.length < 2 || named.every(({ code }) => code !== undefined)) return undefined;
  const items = named.flatMap(({ code, words: names }) => {
    if (code !== undefined) return finder.covers(code, names) ? [code] : [];
    const found = finder.find(names);
    return found.type === 'one' ? [found.item] : [];
  });
  return items.length === named.length && new Set(items).size === items.length ? items : undefined;
};

const namedIn = (text: string, tokens: readonly Token[], words: readonly number[]): readonly Named[] => {
  const named: Named[] = [];
  let joined = true;
  for (const [at, { code, key }] of tokens.entries()) {
    if (joining.has(key) || /[,;&+\n]/.test(gapBefore(text, tokens, at))) joined = true;
    if (code === undefined && !words.includes(at)) continue;
    const last = joined ? undefined : named.pop();
    if (last?.code !== undefined && code !== undefined) return [];
    const both = code ?? last?.code;
    named.push({
      ...(both !== undefined && { code: both }),
      words: [...(last?.words ?? []), ...(code === undefined ? [key] : [])],
    });
    joined = false;
  }
  return named;
};
