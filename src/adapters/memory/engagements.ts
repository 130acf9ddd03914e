import {
  type AskBack,
  type AskBacks,
  type CardRow,
  ConcurrencyError,
  DuplicateError,
  type EngagementStore,
  type Loaded,
  type Mailbox,
  type Outbox,
  type OutsideId,
  type PostRow,
} from '../../application/ports';
import { type EngagementId, type Event, fold, type Instant, notStarted } from '../../engagement/index';
import { nextToken } from './tokens';

type Kept = {
  loaded: Loaded;
  readonly events: Event[];
  /** When each was applied. */
  readonly operations: Map<string, Instant>;
  readonly cards: Map<string, CardRow>;
  readonly posts: Map<string, PostRow>;
  readonly asked: Map<OutsideId, AskBack>;
};

type Engagements = { readonly store: EngagementStore; readonly mailbox: Mailbox; readonly askBacks: AskBacks };

const blank = (id: EngagementId): Kept => ({
  loaded: { id, engagement: notStarted, people: {} },
  events: [],
  operations: new Map(),
  cards: new Map(),
  posts: new Map(),
  asked: new Map(),
});

export const createEngagements = (): Engagements => {
  const engagements = new Map<EngagementId, Kept>();
  const kept = (id: EngagementId): Kept => engagements.get(id) ?? blank(id);

  const store: EngagementStore = {
    load: (id) => Promise.resolve(kept(id).loaded),
    forgetOperations: (id, before) => {
      const { operations, asked } = kept(id);
      for (const [op, at] of operations) if (at < before) operations.delete(op);
      for (const [person, { at }] of asked) if (at < before) asked.delete(person);
      return Promise.resolve();
    },
    history: (id, { first, last } = { first: 1, last: Infinity }) =>
      Promise.resolve(kept(id).events.filter((_, n) => first <= n + 1 && n + 1 <= last)),
    append: (onto, events, asked, outbox) =>
      new Promise((resolve) => {
        const found = kept(onto.id);
        if (found.operations.has(asked.op)) throw new DuplicateError(`Operation ${asked.op} was applied before.`);
        if (found.loaded.token !== onto.token)
          throw new ConcurrencyError(`Engagement ${onto.id} was changed meanwhile.`);
        found.loaded = { ...onto, engagement: fold(events, onto.engagement), token: nextToken() };
        found.events.push(...events);
        found.operations.set(asked.op, asked.at);
        put(found, outbox, asked.at);
        engagements.set(onto.id, found);
        resolve();
      }),
  };

  const mailbox: Mailbox = {
    pending: (id) => {
      const { cards, posts } = kept(id);
      const living = [...posts.values()].filter(
        ({ state, untold }) => state === 'waiting' || state === 'standing' || untold,
      );
      return Promise.resolve({ cards: [...cards.values()], posts: living });
    },
    saveCard: (id, row) => Promise.resolve(replace(kept(id).cards, row.card, row)),
    savePosts: (id, rows) => {
      if (rows.length > 50) return Promise.reject(new RangeError('So many do not fit into one transaction.'));
      const { posts } = kept(id);
      const isOurs = rows.every(({ slot, token }) => posts.get(slot)?.token === token);
      return Promise.resolve(isOurs ? rows.flatMap((row) => replace(posts, row.slot, row) ?? []) : undefined);
    },
  };

  const askBacks: AskBacks = {
    ask: (id, person, askBack) => {
      const found = kept(id);
      found.asked.set(person, askBack);
      engagements.set(id, found);
      return Promise.resolve();
    },
    asked: (id, person) => Promise.resolve(kept(id).asked.get(person)),
  };

  return { store, mailbox, askBacks };
};

const put = ({ cards, posts, loaded }: Kept, outbox: Outbox, at: Instant): void => {
  for (const card of outbox.cards) {
    const before = cards.get(card) ?? { card, shown: 0 };
    cards.set(card, { ...before, wanted: loaded.engagement.version, token: nextToken() });
  }
  for (const post of outbox.posts)
    if (!posts.has(post.slot)) posts.set(post.slot, { ...post, at, state: 'waiting', token: nextToken() });
};

const replace = <Row extends { readonly token: string }>(rows: Map<string, Row>, name: string, row: Row) => {
  if (rows.get(name)?.token !== row.token) return undefined;
  const saved = { ...row, token: nextToken() };
  rows.set(name, saved);
  return saved;
};
