import type { ItemCode } from '../../engagement/index';
import { gapBefore, merged, type Token } from './tokens';

const whole = /^([a-z])(\d{1,2})(s?)$/;
const letter = /^[a-z]$/;
const number = /^\d{1,2}$/;
const ranging = new Set(['bis', 'to', 'through', 'thru']);

/**
 * Marks the codes among the tokens: `A3`, `a 3`, `A-3`, and what lies inside `A2-A4`, `A2-4` and `A2 bis A4`. A letter
 * no item begins with makes no code (`M365`), and a letter and a number apart only if there is such an item ("a 3").
 */
export const withCodes = (text: string, tokens: readonly Token[], known: ReadonlySet<ItemCode>): readonly Token[] => {
  const letters = new Set([...known].map((code) => code.slice(0, 1).toLowerCase()));
  const marked: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) continue;
    const next = tokens[at + 1];
    const [, initial, digits, owning] = whole.exec(token.key) ?? [];
    // "A3's due date".
    const isWhole = !owning || /['’‘`´]/u.test(text.slice(token.start, token.end));
    if (initial && digits && isWhole && letters.has(initial)) {
      marked.push({ ...token, code: codeOf(initial, digits) });
    } else if (next && letter.test(token.key) && number.test(next.key) && isJoined(text, tokens, at + 1, known)) {
      marked.push(merged(tokens, at, at + 1, { code: codeOf(token.key, next.key) }));
      at += 1;
    } else {
      marked.push(token);
    }
  }
  return expanded(text, marked, known);
};

const codeOf = (initial: string, digits: string): ItemCode => `${initial.toUpperCase()}${String(Number(digits))}`;

const isJoined = (text: string, tokens: readonly Token[], at: number, known: ReadonlySet<ItemCode>): boolean =>
  /^[ -]$/.test(gapBefore(text, tokens, at)) && known.has(codeOf(tokens[at - 1]?.key ?? '', tokens[at]?.key ?? ''));

/** `A2 bis A4` becomes A2, A3 and A4. An end that no item has stays, so that it can be named. */
const expanded = (text: string, tokens: readonly Token[], known: ReadonlySet<ItemCode>): readonly Token[] => {
  const marked: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const [token, next] = [tokens[at], tokens[at + 1]];
    if (!token) continue;
    marked.push(token);
    if (!token.code || !next) continue;
    const dashed = /^ ?[-–—] ?$/.test(gapBefore(text, tokens, at + 1));
    const end = dashed ? at + 1 : ranging.has(next.key) ? at + 2 : undefined;
    const last = end === undefined ? undefined : endOf(token.code, tokens[end], dashed);
    if (end === undefined || last === undefined) continue;
    const between = codesBetween(token.code, last, known);
    marked.push(...between.map((code) => merged(tokens, at + 1, end, { code })));
    at = end;
  }
  return marked;
};

const endOf = (from: ItemCode, token: Token | undefined, dashed: boolean): ItemCode | undefined => {
  if (!token) return undefined;
  if (token.code) return token.code.slice(0, 1) === from.slice(0, 1) ? token.code : undefined;
  return dashed && number.test(token.key) ? codeOf(from.slice(0, 1), token.key) : undefined;
};

const codesBetween = (from: ItemCode, to: ItemCode, known: ReadonlySet<ItemCode>): readonly ItemCode[] => {
  const initial = from.slice(0, 1);
  const [low, high] = [Number(from.slice(1)), Number(to.slice(1))].sort((a, b) => a - b) as [number, number];
  const inside = [...known].filter((code) => {
    const position = Number(code.slice(1));
    return code.startsWith(initial) && position >= low && position <= high && code !== from;
  });
  return inside.includes(to) ? inside : [...inside, to];
};
