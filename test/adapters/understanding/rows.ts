import type { Request } from '../../../src/application/request';
import type { Language } from '../../../src/engagement/index';

/** A language, a sentence heard in it, and what it means. */
export type Row = [Language, string, Request];

/** What is meant by all of these, in English and in German. */
export const rows = (expected: Request, en: readonly string[], de: readonly string[]): Row[] => [
  ...en.map((text): Row => ['en', text, expected]),
  ...de.map((text): Row => ['de', text, expected]),
];
