import type { Hearing } from '../../application/understanding';
import { vocabulary } from './lexicon';
import { beginningsOf, personNamed } from './named';
import { merged, type Token, tokensOf } from './tokens';

type Person = Hearing['by'];

/** Marks the people mentioned where their names stand, in whatever case, so that no name is taken for anything else. */
export const withPeople = (tokens: readonly Token[], mentioned: readonly Person[]): readonly Token[] => {
  const names = mentioned
    .map((person) => ({ id: person.id, keys: tokensOf(person.name).map((token) => token.key) }))
    .filter((name) => name.keys.length > 0)
    .sort((a, b) => b.keys.length - a.keys.length);
  const inFull = names.reduce((marked, name) => withName(marked, name.id, name.keys), tokens);
  // Teams lets people shorten a mention to the first name.
  const missing = names.filter((name) => !inFull.some((token) => token.person === name.id));
  return missing.reduce((marked, name) => withName(marked, name.id, name.keys.slice(0, 1)), inFull);
};

const withName = (tokens: readonly Token[], id: string, keys: readonly string[]): readonly Token[] => {
  const marked: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) continue;
    if (keys.every((key, offset) => isNamed(tokens[at + offset], key, offset === keys.length - 1))) {
      marked.push(merged(tokens, at, at + keys.length - 1, { person: id }));
      at += keys.length - 1;
    } else {
      marked.push(token);
    }
  }
  return marked;
};

/** "Ben Carter's" and "Bens" are Ben, too. */
const isNamed = (token: Token | undefined, key: string, last: boolean): boolean =>
  token?.key === key || (last && token?.key === `${key}s`);

/** In words: "Mary Ann Miller". */
const longestName = 3;

/** The same for people who are only called by their name; a name that is a word, too, has to be written like a name. */
export const withNames = (text: string, tokens: readonly Token[], people: readonly Person[]): readonly Token[] => {
  const marked: Token[] = [];
  const beginnings = beginningsOf(people);
  for (let at = 0; at < tokens.length; at += 1) {
    const key = tokens[at]?.key ?? '';
    const mayBegin = beginnings.has(key) || (key.endsWith('s') && beginnings.has(key.slice(0, -1)));
    const found = mayBegin ? nameAt(text, tokens, at, people) : undefined;
    const token = tokens[at];
    if (found) {
      marked.push(merged(tokens, at, found.end - 1, { person: found.id }));
      at = found.end - 1;
    } else if (token) marked.push(token);
  }
  return marked;
};

const nameAt = (
  text: string,
  tokens: readonly Token[],
  at: number,
  people: readonly Person[],
): { readonly id: string; readonly end: number } | undefined => {
  for (let end = Math.min(at + longestName, tokens.length); end > at; end -= 1) {
    const span = tokens.slice(at, end);
    if (span.some(({ code, person }) => code !== undefined || person !== undefined)) continue;
    const written = text.slice(span[0]?.start ?? 0, span.at(-1)?.end ?? 0);
    if (/[^\p{L}\p{M}\s'’.-]/u.test(written)) continue;
    const named = personNamed(written, people) ?? personNamed(written.replace(/['’]?s$/u, ''), people);
    if (named === undefined || named === 'several') continue;
    if (end === at + 1 && vocabulary.has(span[0]?.key ?? '') && (at === 0 || !/^\p{Lu}/u.test(written))) continue;
    return { id: named.id, end };
  }
  return undefined;
};

/** "From Ben to Anna": the one it goes to. */
export const receiverIn = (tokens: readonly Token[]): string | undefined => {
  const after = (words: readonly string[]): readonly string[] =>
    tokens.flatMap(({ person }, at) =>
      person !== undefined && words.includes(tokens[at - 1]?.key ?? '') ? [person] : [],
    );
  const people = tokens.filter(({ person }) => person !== undefined);
  const [giver, receiver] = [after(['from', 'von']), after(['to', 'an'])];
  return people.length === 2 && giver.length === 1 && receiver.length === 1 ? receiver[0] : undefined;
};

/** The one person an item is meant for: somebody mentioned, or the speaker. Undefined when it is nobody or several. */
export const personIn = (tokens: readonly Token[], me: boolean, by: Person): string | undefined => {
  const people = new Set(tokens.flatMap((token) => (token.person === undefined ? [] : [token.person])));
  if (me) people.add(by.id);
  return people.size === 1 ? [...people][0] : undefined;
};
