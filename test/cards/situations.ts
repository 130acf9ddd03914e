import type { Loaded, Member } from '../../src/application/loaded';
import { catalog, startingItems } from '../../src/catalog';
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
  phases,
  sections,
} from '../../src/engagement';
import {
  acknowledge,
  acknowledgePhase,
  add,
  advance,
  anna,
  asking,
  assign,
  away,
  ben,
  block,
  cancel,
  comeBack,
  complete,
  confirm,
  defer,
  discard,
  eventsOf,
  exclude,
  finish,
  leaveTeam,
  mehmet,
  note,
  pause,
  record,
  setRole,
  start,
  stepBack,
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

/** As long as the ids of a real place and of real people in Entra. */
const engagementId = `${'0123456789abcdef'.repeat(2)}-1`;
export const outsideId = (number: number): string => `8c6f4a6e-1d1f-4a53-9a3e-${String(number).padStart(12, '0')}`;

type Step = { readonly command: Command; readonly by: PersonId; readonly on: string };
/** `on`: a day, or an instant where the minute matters. */
export const step = (command: Command, by: PersonId = anna, on: string = today): Step => ({ command, by, on });

export const after = (steps: readonly Step[], begun: Partial<typeof start> = {}): Engagement =>
  going(notStarted, [
    step({ ...start, items: startingItems, catalogVersion: catalog.version, ...begun }, anna, '2026-11-02'),
    ...steps,
  ]);

/** From there on. */
const going = (from: Engagement, steps: readonly Step[]): Engagement =>
  steps.reduce(
    (engagement, { command, by, on }) => fold(eventsOf(decide(command, engagement, asking(by, on))), engagement),
    from,
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
const settled = (language: Language): Loaded =>
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
  'all overdue and accepted': (code, typed) => [
    step(assign(code, mehmet, '2026-11-03'), anna, '2026-11-02'),
    step(acknowledge(code), ben, '2026-11-02'),
    step(acknowledge(code), anna, '2026-11-02'),
    step(acknowledge(code), mehmet, '2026-11-02'),
    ...(noted.includes(code)
      ? [1, 2, 3].map((number) => step(note(code, `${number}${typed(limits.note - 1)}`), mehmet))
      : []),
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

/** Items with notes of the longest kind; the last two were added. */
const noted: readonly string[] = ['G24', 'A3', 'E1', 'R22', 'G45'];

/** As many items as may be added to each section, with the longest titles. */
const adding = (typed: (length: number) => string): readonly Step[] =>
  sections.map((section) =>
    step(
      add(section, ...Array.from({ length: limits.added }, (_, at) => `${at} ${typed(limits.title - 3)}`)),
      anna,
      '2026-11-02',
    ),
  );

/** Steps come before what they are steps of. */
const allCodes = (engagement: Engagement): readonly string[] =>
  [...Object.values(engagement.items)]
    .sort((one, other) => Number(one.title === undefined) - Number(other.title === undefined))
    .map(({ code }) => code);

/** What comes on top of the worst items, with the longest reasons. */
const worstTurns = {
  'moved on anyway everywhere': ['all overdue and accepted', (typed) => movingOnAnyway(typed)],
  cancelled: ['all overdue and accepted', (typed) => [...movingOnAnyway(typed), step(cancel(typed(limits.reason)))]],
  'in the joint check, one side recorded': [
    'all deferred by the lead',
    (typed) => [step(record(typed(limits.name), '2026-11-27'))],
  ],
  'with an owner who left': [
    'all blocked',
    () => [step(leaveTeam(anna), lotse), step(away(mehmet, '2028-11-29'), ben)],
  ],
} as const satisfies Record<
  string,
  readonly [keyof typeof worstMoves, (typed: (length: number) => string) => readonly Step[]]
>;

const movingOnAnyway = (typed: (length: number) => string): readonly Step[] =>
  phases.map((phase) => step(advance(phase, typed(limits.reason))));

/** Built once: the languages differ in nothing else. */
const worstOnes = new Map<string, Engagement>();
const kept = (key: string, build: () => Engagement): Engagement => {
  const known = worstOnes.get(key) ?? build();
  worstOnes.set(key, known);
  return known;
};

const worst = (language: Language): readonly Situation[] =>
  Object.entries(alphabets).flatMap(([kind, alphabet]) => {
    const typed = (length: number) => repeated(alphabet, length).trim();
    const begun = kept(kind, () => after(adding(typed), { customer: typed(limits.customer) }));
    const inState = (state: keyof typeof worstMoves): Engagement =>
      kept(`${kind}, ${state}`, () =>
        going(
          begun,
          allCodes(begun).flatMap((code) => (worstMoves[state] as Moves)(code, typed)),
        ),
      );
    const situation = (state: string, engagement: Engagement, asker: PersonId, every: boolean): Situation => {
      const seen = loaded({ ...engagement, language }, () => typed(300));
      const by = asker === anna ? 'the lead' : 'a member';
      return { name: `${kind}, ${state}, seen by ${by}`, seen, asker, typed, every };
    };
    const states = (Object.keys(worstMoves) as readonly (keyof typeof worstMoves)[]).flatMap((state, index) => {
      // A member sees other buttons, and work that is their own.
      const askers = index === 0 || state === 'all deferred by a member' ? [anna, mehmet] : [anna];
      return askers.map((asker) => situation(state, inState(state), asker, index === 0 && asker === anna));
    });
    const turns = Object.entries(worstTurns).map(([state, [from, turn]]) =>
      situation(
        state,
        kept(`${kind}, ${state}`, () => going(inState(from), turn(typed))),
        anna,
        false,
      ),
    );
    return [...states, ...turns];
  });

/** Assess and what came before it done by Anna. */
const throughAssess = ['I1', 'I2', 'A1', 'A2', 'A3', 'A4', 'A5', 'A6'].map((code) =>
  step(complete(code), anna, '2026-11-24'),
);
const steps = [
  'Root CA',
  'Open ports',
  'UPN suffixes',
  'Proxy',
  'VPN certificates',
  'TLS 1.0',
  'Stale devices',
  'Restore test',
];

/** Remediate with eight added steps, ready for the joint check; R7 is deferred. */
export const jointCheckOf = (language: Language, more: readonly Step[] = []): Loaded => {
  const day = '2027-01-11';
  const german = steps.map((title) => (title === 'VPN certificates' ? 'VPN-Zertifikate' : title));
  return loaded(
    after(
      [
        ...throughAssess,
        step(add('remediate', ...(language === 'de' ? german : steps)), ben, day),
        ...['R3', 'R4', 'R5', 'R6', 'R8', 'R9', 'R10', 'R1'].flatMap((code) =>
          code === 'R1'
            ? [
                step(defer('R7', '2027-01-25', language === 'de' ? 'Lieferung' : 'delivery'), ben, day),
                step(complete(code), anna, day),
              ]
            : [step(complete(code), mehmet, day)],
        ),
        ...more,
      ],
      { language },
    ),
  );
};

/** Everything done but what goes over to operations and to the owners of what is deferred. */
const finishing: readonly Step[] = [
  ...codes
    .filter((code) => code.startsWith('G'))
    .map((code) => step(code === 'G5' ? complete(code) : assign(code, mehmet), anna, '2026-11-03')),
  step(acknowledgePhase('general'), mehmet, '2026-11-10'),
  step(complete('I1'), anna, '2026-11-09'),
  step(complete('I2'), anna, '2026-11-09'),
  step(advance('assess', 'the plan follows'), anna, '2026-11-16'),
  ...['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'R1'].map((code) => step(complete(code), anna, '2026-11-23')),
  step(confirm(), ben, '2026-11-23'),
  step(confirm(), anna, '2026-11-23'),
  ...['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7'].map((code) => step(complete(code), anna, '2026-11-24')),
  step(take('E8'), anna, '2026-11-24'),
  step(defer('E8', '2027-01-25', 'delivery'), anna, '2026-11-24'),
];

/** What an onboarding may come to, by name. */
export const turnsOf = (language: Language) => {
  const on = (more: readonly Step[]): Loaded => {
    const seen = exampleOf(language);
    return { ...seen, engagement: going(seen.engagement, more) };
  };
  const from = (all: readonly Step[]): Loaded => loaded(after(all, { language }));
  return {
    paused: on([step(pause('2027-01-11'))]),
    'paused for good': on([step(pause())]),
    'the joint check': jointCheckOf(language),
    'the joint check, one side recorded': jointCheckOf(language, [step(record('Ben Carter', '2026-11-27'))]),
    agreement: from([step(complete('I1'), mehmet), step(defer('I2', '2027-01-25', 'delivery'), mehmet)]),
    'stepped back': from([step(complete('I1')), step(complete('I2')), step(stepBack('initiate', 'one more look'))]),
    'moved on anyway': on([step(advance('assess', 'the plan follows'))]),
    'added items': from([
      ...throughAssess,
      step(add('remediate', ...steps), ben),
      step(take('R3', '2026-12-04'), mehmet),
      step(note('R3', 'network part missing'), anna, '2026-11-20'),
    ]),
    'added items done': from([...throughAssess, step(add('remediate', 'Root CA'), ben), step(complete('R3'), mehmet)]),
    'after the last phase': from(finishing),
    finished: from([...finishing, step(finish)]),
    cancelled: on([step(cancel('the project was stopped'))]),
    discarded: loaded(going(after([], { language }), [step(discard, anna, '2026-11-02')])),
    'lead taken over': on([step(leaveTeam(anna), lotse), step(setRole(mehmet, 'lead', [anna]), mehmet)]),
    'owner gone': on([step(leaveTeam(mehmet), lotse)]),
    'owner away': on([step(away(mehmet, '2026-12-04'), mehmet)]),
  } as const satisfies Record<string, Loaded>;
};

export const situationsOf = (language: Language): readonly Situation[] => [
  { name: 'fresh', seen: fresh(language), asker: anna, typed: harmless, every: true },
  { name: 'mid', seen: exampleOf(language), asker: anna, typed: harmless, every: true },
  { name: 'mid seen by a member', seen: exampleOf(language), asker: mehmet, typed: harmless, every: true },
  { name: 'settled', seen: settled(language), asker: ben, typed: harmless, every: true },
  ...Object.entries(turnsOf(language)).flatMap(([name, seen]) =>
    [anna, mehmet].map((asker): Situation => ({ name: `turn ${name}`, seen, asker, typed: harmless, every: false })),
  ),
  ...worst(language),
];

/** As many as a list of people may hold, with names as long as these. */
export const rosterOf = (name: string, count = 100): readonly Member[] =>
  Array.from({ length: count }, (_, at) => ({ id: outsideId(at), name, guest: at % 2 === 0 }));
