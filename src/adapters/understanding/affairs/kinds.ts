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

const checkpointAffairs = [
  'checkpoint',
  /** Said with nothing but how often it is. */
  'rhythm',
  /** Said so that it may be meant for once only. */
  'checkpointOnce',
  'checkpointForm',
  'checkpointOff',
  'mention',
  'mentionPrivately',
  'skip',
  /** When the next ones are; also where one of several days is to be left out. */
  'checkpoints',
  /** The same, where a question mark says that it is a question. */
  'checkpointsAsked',
] as const;
const quietAffairs = ['snooze', 'snoozeForm', 'wake'] as const;

/**
 * What can be said about phases, people, titles, the onboarding as a whole, its meeting and reminders; the first one that
 * fits is meant.
 */
export const affairs = [
  ...phaseAffairs,
  ...peopleAffairs,
  ...itemAffairs,
  ...onboardingAffairs,
  ...checkpointAffairs,
  ...quietAffairs,
] as const;
export type Affair = (typeof affairs)[number];

/** What adds items: lines to follow; those of Remediate, and their mere name; an item in the middle; to no section. */
export type Adding = 'addLines' | 'addSteps' | 'steps' | 'addHere' | 'addSomewhere';

const generalWords = ['quiet', 'yes', 'anyway', 'gone', 'lead', 'specialist', 'member', 'english', 'german'] as const;
const rhythmWords = [
  /** What the meeting is called; and by its title as an item, which means the meeting only where nothing else can be. */
  'meeting',
  'meetings',
  'weekly',
  'everyTwoWeeks',
  'everyWeekday',
  /** Before a weekday: every one of them, every second one. */
  'each',
  'eachOther',
  'dayBefore',
  'sameDay',
  'atStart',
] as const;

/**
 * Words on their own. `quiet` may stand anywhere and says nothing, `yes` says that nothing has to be confirmed any more,
 * `anyway` goes on in spite of something, `gone` is not here; then the roles and the languages, and those of the meeting.
 */
export const words = [...generalWords, ...rhythmWords] as const;
export type Word = (typeof words)[number];

type Phrases<Key extends string> = Readonly<Record<Key, readonly string[]>>;
export type PhasesPhrases = Phrases<(typeof phaseAffairs)[number]>;
export type PeoplePhrases = Phrases<(typeof peopleAffairs)[number]>;
export type OnboardingPhrases = Phrases<(typeof onboardingAffairs)[number]>;
export type ItemsPhrases = Phrases<(typeof itemAffairs)[number] | Adding>;
export type CheckpointPhrases = Phrases<(typeof checkpointAffairs)[number]>;
export type QuietPhrases = Phrases<(typeof quietAffairs)[number]>;
export type WordsPhrases = Phrases<(typeof generalWords)[number]>;
export type RhythmPhrases = Phrases<(typeof rhythmWords)[number]>;
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
  /** A single day to come; the day from which on somebody is reminded again. */
  'on',
  'again',
  /** What the meeting is called; by its title, too. */
  'meeting',
  'meetings',
  /** How it is set; that it comes again and again; when its reminder comes. */
  'settings',
  'regularly',
  'ahead',
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
