import { fold } from '../normalise';

const table = (text: string): ReadonlyMap<string, number> =>
  new Map(
    text
      .trim()
      .split(/\s*\n\s*/)
      .flatMap((line, index) => line.split(' ').map((word): [string, number] => [fold(word), index + 1])),
  );

/** Monday 1 … Sunday 7. */
export const weekdays = table(`
  monday mon montag montags mo
  tuesday tue tues dienstag di
  wednesday wed mittwoch mi
  thursday thu thur thurs donnerstag do
  friday fri freitag fr
  saturday sat samstag sonnabend sa
  sunday sun sonntag so`);

/** January 1 … December 12. */
export const months = table(`
  january jan januar jänner jan
  february feb februar feber
  march mar märz mrz
  april apr
  may mai
  june jun juni
  july jul juli
  august aug
  september sep sept
  october oct oktober okt
  november nov
  december dec dezember dez`);

export const numbers = table(`
  one a an ein eine einen einem einer
  two zwei couple
  three drei
  four vier
  five fünf
  six sechs
  seven sieben
  eight acht
  nine neun
  ten zehn
  eleven elf
  twelve zwölf`);

/** "3", "drei", "a". */
export const countOf = (word: string): number | undefined =>
  /^\d{1,3}$/.test(word) ? Number(word) : numbers.get(word);

/** "2027". */
export const yearIn = (word: string | undefined): number | undefined =>
  word !== undefined && /^20\d\d$/.test(word) ? Number(word) : undefined;

/** "KW 14", "calendar week 14": which week, and how many words say it. */
export const weekNamed = (words: readonly string[]): { readonly week: number; readonly words: number } | undefined => {
  const from = words[0] === 'calendar' ? 1 : 0;
  const joined = /^(?:kw|cw)(\d{1,2})$/.exec(words[from] ?? '')?.[1];
  const isNamed = /^(?:kw|cw|week|woche|kalenderwoche)$/.test(words[from] ?? '');
  const number = joined ?? (isNamed ? words[from + 1] : undefined);
  if (number === undefined || !/^\d{1,2}$/.test(number)) return undefined;
  return { week: Number(number), words: from + (joined === undefined ? 2 : 1) };
};

/** "March", "März 2027", but no day of it: "March 4". */
export const monthNamed = (
  words: readonly string[],
): { readonly month: number; readonly year?: number; readonly words: number } | undefined => {
  const month = months.get(words[0] ?? '');
  if (month === undefined || /^\d{1,2}(?:\D|$)/.test(words[1] ?? '')) return undefined;
  const year = yearIn(words[1]);
  return { month, ...(year !== undefined && { year }), words: year === undefined ? 1 : 2 };
};

export type Unit = 'day' | 'week' | 'month' | 'year';

const units: readonly (readonly [Unit, RegExp])[] = [
  ['day', /^(?:days?|tag(?:e|en|es)?)$/],
  ['week', /^(?:weeks?|wochen?)$/],
  ['month', /^(?:months?|monat(?:e|en|s)?)$/],
  ['year', /^(?:years?|jahr(?:e|en|es|s)?)$/],
];

export const unitOf = (word: string): Unit | undefined => units.find(([, form]) => form.test(word))?.[0];

/** How far on: this one 0, the next one 1, the one after that 2. */
export const stepOf = (word: string): number | undefined => {
  if (/^(?:this|dies(?:e[rnms]?)?)$/.test(word)) return 0;
  if (/^(?:next|following|coming|naechste[rnms]?|kommende[rnms]?|folgende[rnms]?)$/.test(word)) return 1;
  return /^uebernaechste[rnms]?$/.test(word) ? 2 : undefined;
};

/** Announces a date. The second row only for what is put off: in "assign A3 to May", May is somebody. */
export const openers = {
  due: new Set('until till til by on due bis am zum ab faellig spaetestens'.split(' ')),
  until: new Set('until till til by on due bis am zum ab faellig spaetestens to for in auf um ins'.split(' ')),
} as const;

/** May stand between what announces a date and the date. */
export const articles: ReadonlySet<string> = new Set(
  'the at latest dem den der zum am in auf im spaetestens ungefaehr etwa circa'.split(' '),
);
