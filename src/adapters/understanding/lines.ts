import type { NewLine, Unread } from '../../application/request';
import type { ReadLines, Understanding } from '../../application/understanding';
import { limits } from '../../engagement/index';
import { lineIn } from './line';
import { tidy } from './normalise';

type Reading = Parameters<Understanding['readLines']>[1];

/** How many lines are looked at, and how long one may be before nothing is looked for in it. */
const most = { lines: 100, characters: 1000 } as const;

const bullet =
  /^(?:[-–—•*·▪◦‣●○■□☐☑☒✓✔>|]+(?=\s|$)|[☐☑☒✓✔•●▪]|\[[ xX]?\](?=\s|$)|\(?(?:\d{1,3}|[A-Za-z])[.)](?=\s|$))\s*/u;

/** `title – @person – date`, one item a line, with or without bullets. Never throws. */
export const readLines = (text: string, reading: Reading): ReadLines => {
  const lines: NewLine[] = [];
  const unread: Unread[] = [];
  const written = tidy(text)
    .split(/[\n\r\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  for (const line of written.slice(0, most.lines)) {
    const read = line.length > most.characters ? 'tooLong' : lineIn(withoutBullets(line), reading);
    if (typeof read === 'string') unread.push({ line, why: read });
    else if (read.title.length > limits.title) unread.push({ line, why: 'tooLong' });
    else lines.push(read);
  }
  return { lines, unread };
};

/** "- [ ] 1. Replace root CA" has three of them. */
const withoutBullets = (line: string): string => {
  let rest = line;
  for (let count = 0; count < 3; count += 1) rest = rest.replace(bullet, '');
  return rest;
};
