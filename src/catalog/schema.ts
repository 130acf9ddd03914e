import { z } from 'zod';
import { type Language, type Section, sections } from '../engagement/index';

/** How the standing responsibilities are grouped on their card, in this order. */
export const groups = [
  'project',
  'documentation',
  'infrastructure',
  'security',
  'configurationManager',
  'licences',
] as const;

/** An item that stands for the steps people add to its phase, or for the joint check at its end. */
const parts = ['steps', 'jointCheck'] as const;

const letters: Record<Section, string> = { general: 'G', initiate: 'I', assess: 'A', remediate: 'R', enable: 'E' };
const languages: readonly Language[] = ['en', 'de'];

const text = z.string('is missing: write it').trim().min(1, 'is empty: write it');
const title = text.max(80, 'is longer than 80 characters: shorten it');
const words = z.array(text).min(1, 'has no words: add what people call this item');
const flag = z.boolean('is neither true nor false: set one of them');
const oneOf = <const T extends readonly string[]>(choices: T) =>
  z.enum(choices, `is none of ${choices.join(', ')}: choose one`);
const inBoth = <T extends z.ZodType>(one: T) =>
  z.strictObject({ en: one, de: one } satisfies Record<Language, T>).readonly();

const responsibility = z
  .strictObject({
    code: text.regex(/^[GIARE][1-9]\d*$/, 'is not a code: write a section letter and a number, such as A3'),
    section: oneOf(sections),
    group: oneOf(groups).optional(),
    standing: flag,
    conditional: flag,
    part: oneOf(parts).optional(),
    source: z.array(text).min(1, 'names no source: add the id of the sentence it stands for').readonly(),
    title: inBoth(title),
    detail: inBoth(text),
    words: inBoth(words.readonly()),
  })
  .readonly();

export type Responsibility = z.infer<typeof responsibility>;

/** What no entry can know by itself: the place it has among the others. */
const holdTogether = (entries: readonly Responsibility[], context: z.RefinementCtx): void => {
  const taken = new Set<string>();
  const nextNumber = new Map<Section, number>();
  entries.forEach((entry, index) => {
    const complain = (path: string[], message: string) => {
      context.addIssue({ code: 'custom', path: [index, ...path], message });
    };
    const claim = (path: string[], value: string) => {
      const key = `${path.join('.')} ${value.toLowerCase()}`;
      if (taken.has(key)) complain(path, `“${value}” is used twice: change one of them`);
      taken.add(key);
    };

    const number = nextNumber.get(entry.section) ?? 1;
    nextNumber.set(entry.section, number + 1);
    const expected = `${letters[entry.section]}${number}`;
    if (entry.code !== expected) complain(['code'], `is out of order in ${entry.section}: ${expected} belongs here`);

    if (entry.section === 'general' && !entry.group) complain(['group'], `is missing: choose ${groups.join(', ')}`);
    if (entry.section !== 'general' && entry.group) complain(['group'], 'is for General only: remove it');
    if (entry.section !== 'general' && entry.standing) complain(['standing'], 'is for General only: set it to false');

    for (const id of entry.source) claim(['source'], id);
    for (const language of languages) claim(['title', language], entry.title[language]);
  });
};

const catalog = z
  .strictObject({
    version: text,
    responsibilities: z.array(responsibility).min(1, 'is empty').superRefine(holdTogether).readonly(),
  })
  .readonly();

export type Catalog = z.infer<typeof catalog>;

/** `A3 title.de`, or the position where an entry has no code one could name it by. */
const nameOf = (path: readonly PropertyKey[], data: unknown): string => {
  const [top, index, ...field] = path;
  if (typeof index !== 'number') return path.join('.') || 'the file';
  const code = (data as { responsibilities: readonly ({ code?: unknown } | null)[] }).responsibilities[index]?.code;
  return [typeof code === 'string' ? code : `${String(top)}[${index}]`, field.join('.')].join(' ').trim();
};

/** The catalogue, or one error that lists every entry and field to be mended. */
export const readCatalog = (data: unknown): Catalog => {
  const read = catalog.safeParse(data);
  if (read.success) return read.data;
  const problems = read.error.issues.map((issue) => `- ${nameOf(issue.path, data)}: ${issue.message}`);
  throw new Error(
    ['The catalogue of responsibilities cannot be used. Mend this in src/catalog:', ...problems].join('\n'),
  );
};
