import type { Hearing } from '../../application/understanding';
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

/** The one person an item is meant for: somebody mentioned, or the speaker. Undefined when it is nobody or several. */
export const personIn = (tokens: readonly Token[], me: boolean, by: Person): string | undefined => {
  const people = new Set(tokens.flatMap((token) => (token.person === undefined ? [] : [token.person])));
  if (me) people.add(by.id);
  return people.size === 1 ? [...people][0] : undefined;
};
