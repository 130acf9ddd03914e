import type { NewLine, Unread } from '../../application/request';
import type { Understanding } from '../../application/understanding';
import { dayMeant } from './days/alone';
import { ownWords } from './normalise';
import { personNamed } from './named';

type Reading = Parameters<Understanding['readLines']>[1];
type Why = Unread['why'];
type Found = { readonly owner?: string; readonly dueOn?: string };

const separator = /( [–—-](?= |$)| \|(?= |$)|\t|;)/;

/** One line as a title, whose it is and when it is due; or why it is none. */
export const lineIn = (line: string, reading: Reading): NewLine | Why => {
  const parts = line.replace(/[^\S\t]+/g, ' ').split(separator);
  const fields = parts.flatMap((text, at) =>
    at % 2 === 0 ? [{ text: text.trim(), before: parts[at - 1] ?? '' }] : [],
  );
  let found: Found = {};
  const kept: string[] = [];
  for (const { text, before } of fields.slice(1).reverse()) {
    const read = fieldIn(text, found, reading);
    if (typeof read === 'string') return read;
    if (read === undefined) kept.unshift(`${before} ${text}`);
    else found = { ...found, ...read };
  }
  const glued = gluedTo(`${fields[0]?.text ?? ''}${kept.join('')}`, found, reading);
  if (typeof glued === 'string') return glued;
  const title = glued.title.startsWith('(') ? glued.title.trim() : ownWords(glued.title);
  if (!/[\p{L}\p{N}]/u.test(title)) return 'title';
  return { title, ...found, ...glued.found };
};

/** A field that is wholly somebody, a date, or both. Undefined when it belongs to the title. */
const fieldIn = (text: string, found: Found, reading: Reading): Found | Why | undefined => {
  if (text === '') return {};
  const named = personNamed(text, reading.people);
  if (named === 'several') return 'person';
  if (named) return found.owner === undefined ? { owner: named.id } : undefined;
  const day = dayMeant(text, reading);
  if (day === 'none') return 'date';
  if (day) return found.dueOn === undefined ? { dueOn: day.day } : undefined;
  const both = bothIn(text, reading);
  if (both === 'date') return both;
  if (both) return found.owner === undefined && found.dueOn === undefined ? both : undefined;
  return text.startsWith('@') ? 'person' : undefined;
};

/** "@Ben Carter 15 Jan", "15.01. Ben Carter": somebody and a date with nothing between them. */
const bothIn = (text: string, reading: Reading): Required<Found> | 'date' | undefined => {
  for (const [left, right] of halvesOf(text)) {
    for (const [who, when] of [
      [left, right],
      [right, left],
    ] as const) {
      const named = personNamed(who, reading.people);
      if (named === undefined || named === 'several') continue;
      const day = dayMeant(when, reading);
      if (day === 'none') return 'date';
      if (day) return { owner: named.id, dueOn: day.day };
    }
  }
  return undefined;
};

/** Somebody and a date have no more words. */
const mostWords = 12;

const halvesOf = (text: string): readonly (readonly [string, string])[] =>
  [...text.matchAll(/,? /g)]
    .slice(0, mostWords)
    .map((gap) => [text.slice(0, gap.index), text.slice(gap.index + gap[0].length)]);

/** "Replace root CA @Ben Carter 15 Jan": somebody marked at the end of the title itself, and a date after them. */
const gluedTo = (title: string, found: Found, reading: Reading): { title: string; found: Found } | Why => {
  const whole = { title, found: {} };
  const at = title.startsWith('@') ? Math.max(0, title.lastIndexOf(' @')) : title.lastIndexOf(' @');
  const marked = title.slice(at).trim();
  if (at < 0 || !/^@\p{L}/u.test(marked) || found.owner !== undefined) return whole;
  const read = fieldIn(marked, {}, reading);
  if (read === 'person' && isSentence(marked, reading)) return whole;
  if (typeof read === 'string') return read;
  if (read?.owner === undefined || (read.dueOn !== undefined && found.dueOn !== undefined)) return whole;
  return { title: title.slice(0, at).replace(/[\s,:;–—-]+$/, ''), found: read };
};

/** More words after an @ than a name has, or more than the name: "Ask @Ben about the ports". */
const isSentence = (marked: string, reading: Reading): boolean => {
  const halves = halvesOf(marked);
  const dated = halves.find(([, right]) => dayMeant(right, reading) !== undefined);
  const named = halves.some(([left]) => personNamed(left, reading.people) !== undefined);
  return named || (dated?.[0] ?? marked).split(' ').length > 3;
};
