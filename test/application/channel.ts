import { calendar } from '../../src/adapters/clock/index';
import { createAdmits } from '../../src/application/admits';
import type { Afterwards } from '../../src/application/afterwards';
import { createAsking } from '../../src/application/ask-backs';
import { createHear } from '../../src/application/conversation';
import { createHolds } from '../../src/application/hold';
import { createFindInvolved } from '../../src/application/involved';
import { createKeep } from '../../src/application/keep';
import { createListen } from '../../src/application/listen';
import {
  type Address,
  type CardName,
  type Contacts,
  type Directory,
  type Member,
  type Messenger,
  type Place,
  type Roster,
  UnreachableError,
} from '../../src/application/ports';
import { createPostAnew } from '../../src/application/post-anew';
import { createPresence } from '../../src/application/presence';
import type { Question, Reply } from '../../src/application/reply';
import type { Inbound, NewLine, Request, StartAnswers, Wish } from '../../src/application/request';
import { createRespond } from '../../src/application/respond';
import { createFindStrays } from '../../src/application/strays';
import type { Hearing, Understanding } from '../../src/application/understanding';
import type { Command, Language } from '../../src/engagement/index';
import { createFakeLog, createStage, type FakeClock, nextOperation, type Worse } from './stage';

export const anna: Member = { id: 'anna', name: 'Anna Schmidt', guest: false };
export const ben: Member = { id: 'ben', name: 'Ben Carter', guest: true };
export const mehmet: Member = { id: 'mehmet', name: 'Mehmet Yılmaz', guest: false };
export const eva: Member = { id: 'eva', name: 'Eva Novak', guest: false };

/** Who is where, as the messenger knows it. */
export const createFakeRoster = () => {
  const everywhere = new Map([anna, ben, mehmet, eva].map((one) => [one.id, one]));
  const away = new Map<Address, Set<string>>();
  const state = { unreachable: false, crowded: false };
  /** Who was asked for without trusting what was known. */
  const askedAnew: string[] = [];
  const isThere = (at: Address, id: string) => !(away.get(at)?.has(id) ?? false);
  const roster: Roster = {
    members: (at) =>
      Promise.resolve(
        state.crowded ? undefined : [...new Set(everywhere.values())].filter(({ id }) => isThere(at, id)),
      ),
    member: (at, id, anew = false) => {
      if (state.unreachable) return Promise.reject(new UnreachableError('silence'));
      if (anew) askedAnew.push(id);
      return Promise.resolve(isThere(at, id) ? everywhere.get(id) : undefined);
    },
    nameOf: () => Promise.resolve('Contoso'),
  };
  return {
    roster,
    state,
    askedAnew,
    /** One person may have several ids; they are known by one of them. */
    alsoKnownAs: (person: Member, id: string) => void everywhere.set(id, person),
    leaves: ({ id }: Member, at: Address) => void away.set(at, new Set(away.get(at)).add(id)),
    returns: ({ id }: Member, at: Address) => away.get(at)?.delete(id),
  };
};

/** Sentences and answers mean what a test says they mean, and those that begin with `de:` or `en:` tell their language; pasted lines are `title – person – day`, and one with a `?` is unread. */
const createFakeUnderstanding = () => {
  const meanings = new Map<string, Request>();
  /** What a sentence means as an answer to a question of a kind: `choice: the second`. */
  const answers = new Map<string, { readonly means: Request; readonly needs?: string | undefined }>();
  const listeners: ((hearing: Hearing) => void)[] = [];
  const understanding: Understanding = {
    understand: (text, hearing) => {
      for (const listener of listeners) listener(hearing);
      return {
        ...(/^(?:de|en):/.test(text)
          ? { language: text.slice(0, 2) as Language, told: true }
          : { language: hearing.language, told: false }),
        request: meanings.get(text) ?? { type: 'unclear', items: [] },
      };
    },
    answer: (text, { people = [] }, { show }) => {
      const found = answers.get(`${show}: ${text}`);
      return found && (found.needs === undefined || people.some(({ name }) => name === found.needs))
        ? found.means
        : undefined;
    },
    readLines: (text, { people }) => {
      const all = text.split('\n').filter((line) => line.trim() !== '');
      const read = all.flatMap((line): readonly NewLine[] => {
        const [title = '', name, dueOn] = line.split(' – ');
        const owner = people.find((one) => one.name === name)?.id;
        if (line.includes('?') || (name !== undefined && owner === undefined)) return [];
        return [{ title, ...(owner !== undefined && { owner }), ...(dueOn !== undefined && { dueOn }) }];
      });
      const titles = new Set(read.map(({ title }) => title));
      const unread = all.filter((line) => !titles.has(line.split(' – ')[0] ?? ''));
      return { lines: read, unread: unread.map((line) => ({ line, why: 'title' as const })) };
    },
  };
  return { understanding, meanings, answers, listeners };
};

export const place: Place = { tenantId: 'tenant', conversationId: '19:project', team: '19:team' };
export const address: Address = 'where the project is';

/** Whoever delivers here is quick, though the time of a test flies. */
const patient = (clock: FakeClock): FakeClock => ({
  ...clock,
  wait: (milliseconds) => (milliseconds >= 5_000 ? new Promise(() => undefined) : clock.wait(milliseconds)),
});

const taken = (removed: string[], post: string) => {
  removed.push(post);
  return Promise.resolve({ outcome: 'sent' } as const);
};

export type More = {
  readonly place?: Place;
  readonly address?: Address;
  readonly op?: string;
  /** As their client says it, with where it is. */
  readonly by?: Inbound['by'];
  readonly engagementId?: string;
  readonly on?: string;
  readonly card?: CardName;
  readonly closes?: true;
  readonly asked?: string;
  readonly thread?: Address;
  readonly personal?: true;
  readonly alone?: true;
  readonly locale?: Language;
};

/** One conversation with people in it, who write and press; everything behind them is real but the messenger. */
export const createChannel = (
  worse: Worse & {
    readonly directory?: (directory: Directory) => Partial<Directory>;
    readonly contacts?: (contacts: Contacts) => Partial<Contacts>;
    readonly people?: ReturnType<typeof createFakeRoster>;
  } = {},
) => {
  const stage = createStage(worse);
  const { memory, clock, store, execute } = stage;
  const directory: Directory = { ...memory.directory, ...worse.directory?.(memory.directory) };
  const people = worse.people ?? createFakeRoster();
  const { roster } = people;
  const { understanding, meanings, answers, listeners } = createFakeUnderstanding();
  const delivered: string[] = [];
  const others: Promise<void>[] = [];
  let deliver = () => Promise.resolve<string | undefined>(undefined);
  const afterwards: Afterwards = Object.assign((id: string) => void delivered.push(id), {
    also: (work: () => Promise<void>) => void others.push(work()),
    deliver: () => deliver(),
    settled: () => Promise.resolve(),
  });
  const { mailbox } = memory;
  const contacts: Contacts = { ...memory.contacts, ...worse.contacts?.(memory.contacts) };
  const { guard } = stage;
  const parts = { store, directory, contacts, roster, execute, guard, afterwards, clock, calendar, understanding };
  const log = createFakeLog();
  const removed: string[] = [];
  const updated: { readonly to: Address; readonly post: string; readonly reply: Reply }[] = [];
  const messenger: Pick<Messenger, 'remove' | 'update'> = {
    remove: (_, post) => taken(removed, post),
    update: (to, post, reply) => {
      updated.push({ to, post, reply });
      return Promise.resolve({ outcome: 'sent' });
    },
  };
  const admits = createAdmits({ directory, roster, clock });
  const findInvolved = createFindInvolved({ contacts, store, admits, clock, calendar });
  const { askBacks } = memory;
  const asking = createAsking({ askBacks, messenger, afterwards, clock, log });
  const respond = createRespond({
    ...parts,
    listen: createListen({ store, hear: createHear(parts), askBacks, roster, clock, log }),
    asking,
    holds: createHolds(mailbox, clock, log),
    keep: createKeep({ store, queue: stage.queue, clock, calendar }),
    postAnew: createPostAnew({ mailbox, guard, clock: patient(clock), afterwards }),
    strays: createFindStrays(mailbox, messenger, log),
    admits,
    findInvolved,
    log,
  });
  const presence = createPresence(parts);

  const inbound = ({ id, name }: Member, more: More) => ({
    place,
    address,
    by: { id, name },
    op: nextOperation(),
    ...more,
  });
  const press = (by: Member, request: Request, more: More = {}): Promise<Reply> =>
    respond({ alone: true, ...inbound(by, more), kind: 'pressed', request });
  const pressInOlderClient = (by: Member, request: Request, more: More = {}): Promise<Reply> =>
    respond({ ...inbound(by, more), kind: 'pressed', request });
  const say = (by: Member, text: string, means?: Request, more: More = {}): Promise<Reply> => {
    if (means) meanings.set(text, means);
    return respond({ ...inbound(by, more), kind: 'said', text, mentioned: [] });
  };
  /** The same, and the answer stands there as this post, as its edge reports it. */
  const sayAsPost = async (by: Member, text: string, means: Request, post: string, more: More = {}): Promise<Reply> => {
    const said: Inbound = { ...inbound(by, more), kind: 'said', text, mentioned: [] };
    meanings.set(text, means);
    const reply = await respond(said);
    asking.sent(said, reply, post);
    await Promise.all(others.splice(0));
    return reply;
  };
  const sayMentioning = (
    by: Member,
    text: string,
    means: Request,
    mentioned: readonly Pick<Member, 'id' | 'name'>[],
  ) => {
    meanings.set(text, means);
    return respond({ ...inbound(by, {}), kind: 'said', text, mentioned });
  };
  const act = (by: Member, ...wishes: readonly Wish[]) => press(by, { type: 'act', wishes });
  const idOf = async (where: Place = place) => (await memory.directory.locate(where)).id;

  return {
    ...stage,
    directory,
    findInvolved,
    people,
    presence,
    press,
    /** By a message that carries the press, which a message answers. */
    pressInOlderClient,
    say,
    sayMentioning,
    sayAsPost,
    /** From now on this sentence answers questions of that kind so; where somebody has to be known for it, if they are. */
    answering: (kind: Question['show'], text: string, means: Request, needs?: string) =>
      void answers.set(`${kind}: ${text}`, { means, needs }),
    /** From now on this is told against what sentences are read. */
    hearing: (listener: (hearing: Hearing) => void) => void listeners.push(listener),
    act,
    idOf,
    /** Resolves when nothing is under way any more that nobody waited for. */
    calm: () => Promise.all(others.splice(0)),
    /** From now on this happens where something is delivered at once. */
    deliverWith: (work: typeof deliver) => {
      deliver = work;
    },
    /** Posts that were taken away. */
    removed,
    /** Posts that were given other content past the living cards, since this was asked last. */
    updated: () => updated.splice(0),
    /** To open another instance with: the same storage, the same people. */
    shared: { beside: { memory, clock }, people },
    /** Of which onboardings the posts were to be brought up to date since this was asked last. */
    delivered: () => delivered.splice(0),
    /** Anna leads and Ben is FastTrack. */
    begin: (by: Member = anna, answers: Partial<StartAnswers> = {}, more: More = {}) =>
      press(
        by,
        {
          type: 'start',
          answers: { customer: 'Contoso', timeZone: 'Europe/Berlin', specialist: ben.id, ...answers },
        },
        more,
      ),
    /** As commands of the core, past the use cases, and past the queue of this instance. */
    having: async (by: Member, ...commands: readonly Command[]) => {
      const { says } = await stage.runElsewhere(await idOf(), { id: by.id, name: by.name }, ...commands);
      const refused = says.filter(({ type }) => type !== 'accepted');
      if (refused.length > 0) throw new Error(`Refused: ${JSON.stringify(refused)}`);
    },
    now: async (where: Place = place) => stage.engagement(await idOf(where)),
    /** Who a person is inside the onboarding. */
    keyOf: async ({ id }: Member): Promise<string> => {
      const { people: known } = await memory.store.load(await idOf());
      const key = Object.keys(known).find((one) => known[one]?.id === id);
      if (key === undefined) throw new Error(`${id} is not known here.`);
      return key;
    },
  };
};

export type Channel = ReturnType<typeof createChannel>;

/** What was said, in short: the type of each saying, and its code or problem. */
export const saysOf = ({ says }: Reply): readonly string[] =>
  says.map((saying) => {
    if (saying.type === 'refused') return saying.rejection.code;
    return saying.type === 'problem' ? saying.problem : saying.type;
  });

export const complete = (...items: readonly string[]): readonly Wish[] =>
  items.map((item) => ({ type: 'CompleteItem', item }));
