import { overallProgress, type Progress, progress, type Section } from '../../../engagement/index';
import type { Words } from '../words';
import type { Context } from './context';

const counted = (
  words: Words,
  counts: Progress,
  kinds: readonly ('complete' | 'deferred' | 'excluded' | 'overdue' | 'blocked')[],
) => kinds.filter((kind) => counts[kind] > 0).map((kind) => words.say(`progress/${kind}`, { count: counts[kind] }));

/** "3 done · 1 deferred", if there is anything to count. */
export const settledLine = (words: Words, counts: Progress): readonly string[] => {
  const settled = counted(words, counts, ['complete', 'deferred', 'excluded']).join(' · ');
  return settled === '' ? [] : [settled];
};

/** "3 done · 1 deferred" and "Of the open: 1 overdue, 1 blocked", as far as there is something to say. */
export const progressLines = (words: Words, counts: Progress): readonly string[] => {
  const ofTheOpen = counted(words, counts, ['overdue', 'blocked']).join(', ');
  return [
    words.say('progress/open', { open: counts.open, total: counts.total }),
    ...settledLine(words, counts),
    ...(ofTheOpen === '' ? [] : [words.say('progress/ofTheOpen', { what: ofTheOpen })]),
  ];
};

type Bar = readonly { readonly text: string; readonly color: 'Good' | 'Default'; readonly subtle: boolean }[];

/** As long as a phone is wide. */
const cells = 16;

/**
 * So much of so many, as decoration: the same stands beside it in words. Lines that screen readers pass over, told apart by
 * their shape, too. Nothing where there is nothing to count.
 */
export const barOf = (part: number, total: number): Bar => {
  if (total === 0) return [];
  // Neither begun nor done is shown before it is so.
  const share = Math.round((cells * part) / total);
  const full = part === 0 || part === total ? share : Math.min(Math.max(share, 1), cells - 1);
  return [
    { text: '━'.repeat(full), color: 'Good' as const, subtle: false },
    { text: '┄'.repeat(cells - full), color: 'Default' as const, subtle: true },
  ].filter(({ text }) => text !== '');
};

/** How much of a section is settled; of the general responsibilities, how much is acknowledged. */
export const barOfSection = ({ engagement, today }: Context, section: Section): Bar => {
  const { open, acknowledged, total } = progress(engagement, section, today);
  return barOf(section === 'general' ? acknowledged : total - open, total);
};

/** "Assess: 4 of 6 open": the one-sentence answer to what's left there. */
export const sectionSummary = ({ words, engagement, today }: Context, section: Section): string => {
  const { open, total } = progress(engagement, section, today);
  return words.say('progress/sectionOpen', { section: words.say(`section/name/${section}`), open, total });
};

export const overallSummary = ({ words, engagement, today }: Context): string => {
  const { open, total } = overallProgress(engagement, today);
  return words.say('progress/sectionOpen', { section: words.say('section/all'), open, total });
};

export const generalLine = ({ words, engagement, today }: Context): string => {
  const { acknowledged, total } = progress(engagement, 'general', today);
  return words.say('progress/general', { acknowledged, total });
};
