import { type Match, type Phrasings, phrasingsOf, placesOf, wordsOf } from './patterns';
import type { Token } from './tokens';

/** What may be said, by keys, and where. */
export type Phrasebook<Key extends string> = {
  /** Its words are never a slip of another one. */
  readonly spelled: ReadonlySet<string>;
  readonly wordsFor: (key: Key) => ReadonlySet<string>;
  readonly said: (key: Key, tokens: readonly Token[]) => readonly Match[];
  readonly positionsOf: (key: Key, tokens: readonly Token[]) => ReadonlySet<number>;
};
type Table<Key extends string> = Readonly<Record<Key, readonly string[]>>;

/** Both languages at once, as people mix them. `others`: words of other books. */
export const phrasebookOf = <Key extends string>(
  tables: readonly [Table<Key>, ...Table<Key>[]],
  others: readonly ReadonlySet<string>[] = [],
): Phrasebook<Key> => {
  const keys = Object.keys(tables[0]) as Key[];
  const phrasings = new Map<Key, Phrasings>(keys.map((key) => [key, phrasingsOf(tables.flatMap((one) => one[key]))]));
  const words = new Map(keys.map((key) => [key, new Set(phrasings.get(key)?.patterns.flatMap(wordsOf))]));
  const spelled: ReadonlySet<string> = new Set([...others, ...words.values()].flatMap((one) => [...one]));
  const found = new WeakMap<readonly Token[], Map<Key, readonly Match[]>>();
  const said = (key: Key, tokens: readonly Token[]): readonly Match[] => {
    const known = found.get(tokens) ?? new Map<Key, readonly Match[]>();
    found.set(tokens, known);
    const all = phrasings.get(key);
    const matches = known.get(key) ?? (all ? placesOf(all, tokens, spelled) : []);
    known.set(key, matches);
    return matches;
  };
  const positions = new WeakMap<readonly Match[], ReadonlySet<number>>();
  const positionsOf = (key: Key, tokens: readonly Token[]): ReadonlySet<number> => {
    const matches = said(key, tokens);
    const at = positions.get(matches) ?? new Set(matches.flatMap((match) => match.at));
    positions.set(matches, at);
    return at;
  };
  return { spelled, wordsFor: (key) => words.get(key) ?? new Set(), said, positionsOf };
};
