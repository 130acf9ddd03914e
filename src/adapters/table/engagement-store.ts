import { randomUUID } from 'node:crypto';
import { odata, type TableClient, type TransactionAction } from '@azure/data-tables';
import {
  ConcurrencyError,
  DuplicateError,
  type EngagementStore,
  type Loaded,
  NotSavedError,
  type Outbox,
  UncertainError,
} from '../../application/ports';
import { type Asked, type Event, notStarted } from '../../engagement/index';
import { isConflict, isNotFound, isRefusal } from './errors';
import { eventFrom, eventRow, headOf, loadedFrom } from './head';
import { eventsNumbered, headKey, keySafe, opKey, outKey, rowsOfKind } from './keys';
import { waitingRow, wantedRow } from './mailbox-rows';
import { schema } from './rows';

type Append = {
  readonly onto: Loaded;
  readonly events: readonly Event[];
  readonly asked: Asked;
  readonly outbox: Outbox;
};

/** Azure's limit for one transaction. */
const mostRows = 100;

/** A transaction that names a row twice is refused as a whole. */
const firstOfEachSlot = (posts: Outbox['posts']): Outbox['posts'] =>
  posts.filter((post, n) => posts.findIndex(({ slot }) => slot === post.slot) === n);

const actionsOf = ({ onto, events, asked, outbox }: Append, commit: string): TransactionAction[] => {
  const { id, engagement, token } = onto;
  const head = headOf(onto, events);
  const version = engagement.version + events.length;
  const op = { partitionKey: keySafe(id), rowKey: opKey(asked.op), ...schema, op: asked.op, commit, at: asked.at };
  return [
    token === undefined ? ['create', head] : ['update', head, 'Replace', { etag: token }],
    ['create', op],
    ...events.map((event, n): TransactionAction => ['create', eventRow(id, engagement.version + n + 1, event)]),
    ...[...new Set(outbox.cards)].map((card): TransactionAction => ['upsert', wantedRow(id, card, version), 'Merge']),
    ...firstOfEachSlot(outbox.posts).map((post): TransactionAction => ['create', waitingRow(id, post, asked.at)]),
  ];
};

export const createEngagementStore = (table: TableClient): EngagementStore => {
  const read = async (
    partition: string,
    row: string,
    ...select: string[]
  ): Promise<Record<string, unknown> | undefined> => {
    try {
      return await table.getEntity(partition, row, select.length > 0 ? { queryOptions: { select } } : {});
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  };

  const commit = async (what: Append, mark: string): Promise<void> => {
    const actions = actionsOf(what, mark);
    if (actions.length > mostRows)
      throw new Error(`One operation may write ${mostRows} rows, this one needs ${actions.length}: split it.`);
    try {
      await table.submitTransaction(actions);
    } catch (cause) {
      await settle(what, mark, cause);
    }
  };

  /** Finds out what became of a transaction that failed or seemed to. Returns if it was saved after all. */
  const settle = async (what: Append, mark: string, cause: unknown): Promise<void> => {
    const { onto, asked } = what;
    const conflict = isConflict(cause);
    if (!conflict && isRefusal(cause)) throw new NotSavedError('Table storage refused to save this.', { cause });
    const { head, op } = await reread(what).catch((again: unknown) => {
      if (isRefusal(cause)) throw new NotSavedError('Table storage refused to save this.', { cause });
      throw new UncertainError('Table storage does not answer.', { cause: new AggregateError([cause, again]) });
    });
    if (op?.commit === mark) return;
    if (op) throw new DuplicateError(`Operation ${asked.op} was applied before.`, { cause });
    // Another head, and not by us: whatever of ours is still under way can no longer land.
    if (head?.etag !== onto.token)
      throw new ConcurrencyError(`Engagement ${onto.id} was changed meanwhile.`, { cause });
    if (!conflict) throw new UncertainError('Table storage did not say whether this was saved.', { cause });
    await commitWithoutKnownPosts(what, mark, cause);
  };

  const reread = async ({ onto, asked }: Append) => {
    const partition = keySafe(onto.id);
    // In this order: were the head read last, our own late write could pass for somebody else's.
    const head = await read(partition, headKey, 'version');
    return { head, op: await read(partition, opKey(asked.op)) };
  };

  /** The only conflict left: a post with such a slot is there already, and the same slot is never posted twice. */
  const commitWithoutKnownPosts = async (what: Append, mark: string, cause: unknown): Promise<void> => {
    const { posts, cards } = what.outbox;
    const known = await Promise.all(posts.map(({ slot }) => read(keySafe(what.onto.id), outKey(slot), 'state')));
    const unknown = posts.filter((_, n) => known[n] === undefined);
    if (unknown.length === posts.length) throw new UncertainError('Table storage contradicts itself.', { cause });
    await commit({ ...what, outbox: { cards, posts: unknown } }, mark);
  };

  return {
    load: async (id) => {
      const head = await read(keySafe(id), headKey);
      return head ? loadedFrom(id, head) : { id, engagement: notStarted, people: {} };
    },
    append: (onto, events, asked, outbox) => commit({ onto, events, asked, outbox }, randomUUID()),
    forgetOperations: async (id, before) => {
      const kinds = (['op', 'ask'] as const).map((kind) => `(${rowsOfKind(keySafe(id), kind)})`);
      const filter = `(${kinds.join(' or ')}) and ${odata`at lt ${before}`}`;
      const old: TransactionAction[] = [];
      for await (const { partitionKey = '', rowKey = '' } of table.listEntities({
        queryOptions: { filter, select: ['PartitionKey', 'RowKey'] },
      }))
        old.push(['delete', { partitionKey, rowKey }]);
      while (old.length > 0)
        await table.submitTransaction(old.splice(0, mostRows)).catch((error: unknown) => {
          // Another instance is at it, too.
          if (!isNotFound(error)) throw error;
        });
    },
    history: async (id, part) => {
      const events: Event[] = [];
      const filter = part ? eventsNumbered(keySafe(id), part) : rowsOfKind(keySafe(id), 'event');
      for await (const row of table.listEntities({ queryOptions: { filter } })) events.push(eventFrom(row));
      return events;
    },
  };
};
