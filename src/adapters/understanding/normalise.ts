/** The text without what cannot be seen; everything else stays as it was written. */
export const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, '')
    .replace(/\u00A0/g, ' ')
    .trim();

const spelled: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', ı: 'i' };

/** One spelling per word: small letters, ae for ä, no accents, no apostrophes ("What's" and "whats" are the same). */
export const fold = (word: string): string =>
  word
    .toLowerCase()
    .replace(/[äöüßı]/g, (letter) => spelled[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[\p{M}'’‘`´]/gu, '');

const abbreviated = /\p{Lu}\.$|(?:^|\s)(?:[Ii]nc|[Ll]td|[Cc]o|[Cc]orp|[Bb]ros|etc|usw|[\p{L}.]+\.\s?\p{L}{1,2})\.$/u;
const opening = /^[\s:;,.–—\-(]+/;

/** A text somebody wrote, without the marks that joined it to its sentence. "Contoso Inc." keeps its full stop. */
export const ownWords = (text: string): string => {
  const bare = text.replace(opening, '').trim();
  const open = bare.endsWith(')') && !bare.includes('(') ? bare.slice(0, -1) : bare;
  return open.endsWith('.') && !open.endsWith('..') && !abbreviated.test(open) ? open.slice(0, -1).trimEnd() : open;
};
