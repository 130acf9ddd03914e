import type { Loaded, Member } from '../../src/application/loaded';
import { catalog } from '../../src/catalog';
import {
  type Command,
  type Day,
  decide,
  type Engagement,
  fold,
  type Language,
  limits,
  lotse,
  notStarted,
  type PersonId,
} from '../../src/engagement';
import {
  acknowledge,
  anna,
  asking,
  assign,
  ben,
  block,
  comeBack,
  complete,
  defer,
  eventsOf,
  exclude,
  mehmet,
  start,
  take,
} from '../support/given';

/** Monday, as in wording.md. */
export const today: Day = '2026-11-30';

/** One state of an onboarding, and one person who looks at it. */
export type Situation = {
  readonly name: string;
  readonly seen: Loaded;
  readonly asker: PersonId;
  /** Whether every screen is worth a look, or only those that show much of the state. */
  readonly every: boolean;
  /** What somebody types into a field here. */
  readonly typed: (characters: number) => string;
};

export const codes = catalog.responsibilities.map(({ code }) => code);
const items = catalog.responsibilities.map(({ code, section, standing }) => ({ code, section, standing }));

/** As long as the ids of a real place and of real people in Entra. */
const engagementId = `${'0123456789abcdef'.repeat(2)}-1`;
export const outsideId = (number: number): string => `8c6f4a6e-1d1f-4a53-9a3e-${String(number).padStart(12, '0')}`;

type Step = { readonly command: Command; readonly by: PersonId; readonly on: Day };
export const step = (command: Command, by: PersonId = anna, on: Day = today): Step => ({ command, by, on });

export const after = (steps: readonly Step[], begun: Partial<typeof start> = {}): Engagement =>
  [step({ ...start, items, catalogVersion: catalog.version, ...begun }, anna, '2026-11-02'), ...steps].reduce(
    (engagement, { command, by, on }) => fold(eventsOf(decide(command, engagement, asking(by, on))), engagement),
    notStarted,
  );

const names = ['Anna Schmidt', 'Ben Carter', 'Mehmet Yılmaz'] as const;

export const loaded = (engagement: Engagement, nameOf = (index: number): string => names[index] ?? ''): Loaded => ({
  id: engagementId,
  engagement,
  people: Object.fromEntries([anna, ben, mehmet].map((key, at) => [key, { id: outsideId(at), name: nameOf(at) }])),
});

export const unstarted: Loaded = { id: engagementId, engagement: notStarted, people: {} };

/** What a careful person types. */
const harmless = (characters: number): string => 'waits for the vendor '.repeat(characters).slice(0, characters).trim();

/** The state of the screens in wording.md. */
export const exampleOf = (language: Language): Loaded => {
  const general = codes.filter((code) => code.startsWith('G'));
  return loaded(
    after(
      [
        ...general.slice(0, 18).map((code) => step(acknowledge(code), anna, '2026-11-10')),
        step(complete('I1'), anna, '2026-11-10'),
        step(defer('I2', '2026-11-30', 'delivery'), anna, '2026-11-10'),
        step(comeBack('I2'), lotse),
        step(complete('A1'), anna, '2026-11-20'),
        step(complete('A2'), anna, '2026-11-24'),
        step(complete('A4'), ben, '2026-11-24'),
        step(defer('A5', '2027-01-25', 'delivery'), ben, '2026-11-24'),
        step(assign('A3', mehmet, '2026-11-27'), anna, '2026-11-18'),
        step(acknowledge('A3'), mehmet, '2026-11-20'),
        step(take('A6', '2026-12-04'), anna, '2026-11-20'),
        step(block('A6', 'the vendor'), anna, '2026-11-21'),
      ],
      { language, checkpoint: { every: 'week', weekday: 2, time: '10:00' } },
    ),
  );
};

export const fresh = (language: Language): Loaded => loaded(after([], { language }));
const finished = (language: Language): Loaded =>
  loaded(
    after(
      codes.map((code, at) => step(at % 3 === 0 ? exclude(code) : complete(code, 'see the minutes'))),
      { language },
    ),
  );

/** What people type to break a card, repeated until it is as long as a field takes. */
export const alphabets = {
  'umlauts and emoji': 'ÄÖÜ🧭👩🏽‍🚒',
  'families of emoji': '👨‍👩‍👧‍👦',
  'Chinese characters': '漢字仮名',
  'letters with many accents': `Z${'\u20e3'.repeat(40)}`,
  'Markdown, mentions and template marks':
    '**b** [l](http://x) <at>x</at> {{DATE(2020-01-01T00:00:00Z)}} ${engagement} ',
  'from right to left': 'שלום \u202eעולם ',
  ampersands: '&<',
  'quotation marks and backslashes': '"\\',
  'control characters': '\u0001\u0007',
} as const;

export const repeated = (alphabet: string, length: number): string =>
  alphabet.repeat(Math.ceil(length / alphabet.length)).slice(0, length);

type Moves = (code: string, typed: (length: number) => string) => readonly Step[];

/** Every item in a state that takes many words, with the longest texts the core lets pass. */
const worstMoves = {
  'all overdue and accepted': (code) => [
    step(assign(code, mehmet, '2026-11-03'), anna, '2026-11-02'),
    step(acknowledge(code), ben, '2026-11-02'),
    step(acknowledge(code), anna, '2026-11-02'),
    step(acknowledge(code), mehmet, '2026-11-02'),
  ],
  'all blocked': (code, typed) => [
    step(assign(code, anna, '2026-11-03'), ben, '2026-11-02'),
    step(acknowledge(code), anna, '2026-11-02'),
    step(acknowledge(code), mehmet, '2026-11-02'),
    step(acknowledge(code), ben, '2026-11-02'),
    step(block(code, typed(limits.reason))),
  ],
  'all deferred by a member': (code, typed) => [
    step(assign(code, mehmet, '2026-11-03'), anna, '2026-11-02'),
    step(acknowledge(code), ben, '2026-11-02'),
    step(acknowledge(code), anna, '2026-11-02'),
    step(defer(code, '2028-11-29', typed(limits.reason)), mehmet),
  ],
  'all deferred by the lead': (code, typed) => [
    step(assign(code, mehmet, '2026-11-03'), anna, '2026-11-02'),
    step(defer(code, '2028-11-29', typed(limits.reason)), anna),
  ],
  'all not applicable': (code, typed) => [step(exclude(code, typed(limits.reason)), mehmet)],
  'all done': (code, typed) => [step(complete(code, typed(limits.note)))],
} as const satisfies Record<string, Moves>;

const worst = (language: Language): readonly Situation[] =>
  Object.entries(alphabets).flatMap(([kind, alphabet]) => {
    const typed = (length: number) => repeated(alphabet, length).trim();
    const customer = typed(limits.customer);
    return Object.entries<Moves>(worstMoves).flatMap(([state, moves], index) => {
      const steps = codes.flatMap((code) => moves(code, typed));
      const seen = loaded(after(steps, { language, customer }), () => typed(300));
      // A member sees other buttons, and work that is their own.
      const askers = index === 0 || state === 'all deferred by a member' ? [anna, mehmet] : [anna];
      return askers.map((asker) => {
        const by = asker === anna ? 'the lead' : 'a member';
        return { name: `${kind}, ${state}, seen by ${by}`, seen, asker, typed, every: index === 0 && asker === anna };
      });
    });
  });

export const situationsOf = (language: Language): readonly Situation[] => [
  { name: 'fresh', seen: fresh(language), asker: anna, typed: harmless, every: true },
  { name: 'mid', seen: exampleOf(language), asker: anna, typed: harmless, every: true },
  { name: 'mid seen by a member', seen: exampleOf(language), asker: mehmet, typed: harmless, every: true },
  { name: 'finished', seen: finished(language), asker: ben, typed: harmless, every: true },
  ...worst(language),
];

/** As many as a list of people may hold, with names as long as these. */
export const rosterOf = (name: string, count = 100): readonly Member[] =>
  Array.from({ length: count }, (_, at) => ({ id: outsideId(at), name, guest: at % 2 === 0 }));
