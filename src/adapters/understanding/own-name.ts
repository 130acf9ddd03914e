import { ownWords } from './normalise';
import type { Token } from './tokens';

const pairs = /^(?:"[^"]*"|„[^“”]*[“”]|“[^”]*”|«[^»]*»|»[^«]*«|['‚‘][^'‘’]*['‘’])$/u;
const lone = /["„“”«»‚‘]/gu;

/** A name as it was written, with the marks around and inside it: "Contoso Inc.", "Müller & Söhne (Wien)". */
export const nameIn = (text: string, tokens: readonly Token[]): string | undefined => {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (!first || !last) return undefined;
  const after = /^[.!)"“”»«’'‘]*/u.exec(text.slice(last.end, last.end + 8))?.[0] ?? '';
  const before = /["„“”«»'‚‘(]*$/u.exec(text.slice(Math.max(0, first.start - 8), first.start))?.[0] ?? '';
  const name = unquoted(ownWords(before + text.slice(first.start, last.end) + after.replace(/!+$/, '')));
  return name === '' ? undefined : name;
};

/** Without the marks around all of it, or a single one that has lost its other. */
export const unquoted = (name: string): string => {
  if (pairs.test(name)) return ownWords(name.slice(1, -1));
  return name.match(lone)?.length === 1 ? name.replace(lone, '') : name;
};
