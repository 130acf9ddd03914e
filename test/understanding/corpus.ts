import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { calendar } from '../../src/adapters/clock/index';
import { createTool } from '../../src/adapters/understanding/tool';
import type { Language } from '../../src/engagement/index';

/** A sentence and what it means, as a line of a file says it. */
export type Example = {
  readonly text: string;
  /** As the program tells it, or `nothing`: whatever is answered, nothing is done. */
  readonly kind: string;
  readonly what?: string;
  /** What the line says besides, by the names of the program. */
  readonly said: Readonly<Record<string, string>>;
  /** The language of the file, and the one the person wrote in before. */
  readonly language: Language;
  readonly before: Language;
};

/** What a sentence means, as the program tells it. */
type Value = string | number | readonly string[];
export type Means = Readonly<Record<string, Value>> & { readonly kind: string };

/**
 * The examples of a file; without a language each line names its own. Throws on a line that has not four columns, so that
 * no example is left out in silence.
 */
export const examplesIn = (file: string, language?: Language): readonly Example[] =>
  readFileSync(join(__dirname, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [text, kind, what, details, ...more] = line.split('\t');
      if (!text || !kind || !what || !details || more.length > 0) throw new Error(`No four columns: ${line}`);
      const pairs = details === '-' ? [] : details.split('; ').map((pair) => pair.split(/=(.*)/s).slice(0, 2));
      const { said: before = language, ...said } = Object.fromEntries(pairs) as Record<string, string>;
      if (before !== 'en' && before !== 'de') throw new Error(`No language: ${line}`);
      return { text, kind, ...(what !== '-' && { what }), said, language: language ?? before, before };
    });

const tool = createTool({ calendar, clock: { now: () => '2026-11-30T09:00:00.000Z' } });

export const means = (text: string, language: Language): Means => {
  const { line, problem } = tool.ofJson(JSON.stringify({ text, language, ...mentionsIn(text) }));
  if (problem !== undefined) throw new Error(problem);
  return JSON.parse(line) as Means;
};

const mentionsIn = (text: string) => ({
  mentions: ['Anna Schmidt', 'Ben Carter', 'Mehmet Yılmaz'].filter((name) => text.includes(`@${name}`)),
});

/** Which keys say whom, what and when: were one of them wrong, something else would be done than was said. */
const decisive = [
  'verb',
  'items',
  'person',
  'date',
  'phase',
  'role',
  'reason',
  'note',
  'title',
  'customer',
  'timeZone',
];
const others = ['newLanguage', 'every', 'weekday', 'time', 'remind', 'about', 'from', 'to', 'missing', 'language'];
const harmless = ['question', 'ambiguous', 'unclear', 'smalltalk'];

const textOf = (value: Value | undefined): string | undefined =>
  typeof value === 'object' ? value.join(',') : value?.toString();

/** What of an example is told otherwise than it says: the names of the keys, `kind` among them. */
export const differences = ({ kind, what, said, language }: Example, told: Means): readonly string[] => {
  if (kind === 'nothing') return harmless.includes(told.kind) ? [] : ['kind'];
  const expected: Readonly<Record<string, string | undefined>> = { language, ...said };
  // Of what is asked back or not understood a line says no more than its author was sure of.
  const isLoose = kind === 'ambiguous' || kind === 'unclear';
  const keys = isLoose ? Object.keys(expected) : [...decisive, ...others];
  const differing = keys.filter((key) => {
    if (key === 'verb' || key === 'about') return what !== undefined && (told['verb'] ?? told['about']) !== what;
    return textOf(told[key]) !== expected[key];
  });
  return [...(told.kind === kind ? [] : ['kind']), ...differing];
};

/** Something is done that was not said. */
export const isWrongAction = (example: Example, told: Means): boolean => {
  if (told.kind !== 'command') return false;
  return example.kind !== 'command' || differences(example, told).some((key) => decisive.includes(key));
};
