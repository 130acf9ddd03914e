/** What asks to see something. */
export const views = ['left', 'text', 'overview', 'mine', 'help', 'greeting', 'show'] as const;
export type View = (typeof views)[number];

/** What does something to items. `hand` is the bare "A3 for Anna", `dated` the bare "A3 by Friday". */
export const verbs = [
  'acknowledge',
  'take',
  'assign',
  'complete',
  'defer',
  'exclude',
  'block',
  'unblock',
  'reopen',
  'hand',
  'release',
  'schedule',
  'dated',
  'unschedule',
  'move',
  'note',
  'remove',
] as const;
export type Verb = (typeof verbs)[number];

type Joint =
  /** Begins a reason: always, or only where the verb before it wants one. */
  | 'because'
  | 'since'
  | 'blockedBy'
  /** Begins what is noted: "note on A3 that …". */
  | 'that'
  /** Says block and begins its reason: "waits for". */
  | 'waits'
  /** "me", and "I" as the one who acts ("übernehme A3" too). */
  | 'me'
  | 'self'
  | 'everything'
  | 'still'
  /** Begins a question. */
  | 'asking'
  | 'polite'
  /** Changes nothing wherever it stands. */
  | 'filler'
  /** Takes the certainty out of a statement, so that nothing is done: "not", "almost", "if". */
  | 'doubt'
  /** Said behind a statement, they take it back: "I think". */
  | 'unsure'
  /** Small words inside the name of an item. */
  | 'glue'
  | 'startFirst'
  | 'startLast'
  | 'onboarding'
  | 'inEnglish'
  | 'inGerman';

export type PhraseKey = View | Verb | Joint;
export type ViewPhrases = Readonly<Record<View, readonly string[]>>;
export type VerbPhrases = Readonly<Record<Verb, readonly string[]>>;
export type Words = Readonly<Record<Joint, readonly string[]>>;
