import type { Filling } from '../template';

const phaseAffairs = ['undo', 'withdraw', 'record', 'confirm', 'gate', 'advance', 'return'] as const;
const peopleAffairs = ['whoIs', 'role', 'noRole', 'roleForm', 'handOver', 'away', 'awayForm', 'back'] as const;
const itemAffairs = ['rename', 'renameForm'] as const;
const onboardingAffairs = [
  'customer',
  'language',
  'timeZone',
  'settings',
  'pause',
  'pauseForm',
  'resume',
  'finish',
  'cancel',
  'discard',
] as const;

/** What can be said about phases, people, titles and the onboarding as a whole; the first one that fits is meant. */
export const affairs = [...phaseAffairs, ...peopleAffairs, ...itemAffairs, ...onboardingAffairs] as const;
export type Affair = (typeof affairs)[number];

/** What adds items: lines to follow; those of Remediate, and their mere name; an item in the middle; to no section. */
export type Adding = 'addLines' | 'addSteps' | 'steps' | 'addHere' | 'addSomewhere';

/**
 * Words on their own. `quiet` may stand anywhere and says nothing, `yes` says that nothing has to be confirmed any more,
 * `anyway` goes on in spite of something, `gone` is not here; then the roles and the languages.
 */
export const words = ['quiet', 'yes', 'anyway', 'gone', 'lead', 'specialist', 'member', 'english', 'german'] as const;
export type Word = (typeof words)[number];

type Phrases<Key extends string> = Readonly<Record<Key, readonly string[]>>;
export type PhasesPhrases = Phrases<(typeof phaseAffairs)[number]>;
export type PeoplePhrases = Phrases<(typeof peopleAffairs)[number]>;
export type OnboardingPhrases = Phrases<(typeof onboardingAffairs)[number]>;
export type ItemsPhrases = Phrases<(typeof itemAffairs)[number] | Adding>;
export type WordsPhrases = Phrases<Word>;
export type AffairKey = Affair | Adding | Word;
export type AffairPhrases = Phrases<AffairKey>;

/** What a phrasing leaves open, in braces: `{phase}`. */
export const slots = [
  /** A phase; the one gone to; the one left. */
  'phase',
  'to',
  'left',
  /** A phase or the standing responsibilities. */
  'section',
  /** Somebody mentioned; the same, or the one who speaks; whose items, and who gets them. */
  'person',
  'who',
  'owner',
  'heir',
  'role',
  'gone',
  /** A day to come, announced as an end; any day; a day that is past. */
  'until',
  'day',
  'past',
  'item',
  'language',
  /** A few words: a name, and what cannot be read. */
  'name',
  'odd',
  /** Somebody's own words. */
  'text',
] as const;
export type Slot = (typeof slots)[number];
/** What was said there: the name of a phase, the id of somebody, a day, words. */
export type Said = Filling<Slot>;
