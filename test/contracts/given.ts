import type {
  AskBacks,
  Contacts,
  Directory,
  DueRows,
  EngagementStore,
  Loaded,
  Mailbox,
  Outbox,
  Place,
} from '../../src/application/ports';
import { type Asked, type Command, decide, type Event, type ItemDefinition } from '../../src/engagement/index';

export type Stores = {
  readonly store: EngagementStore;
  readonly mailbox: Mailbox;
  readonly askBacks: AskBacks;
  readonly directory: Directory;
  readonly contacts: Contacts;
  readonly dueRows: DueRows;
  ready(): Promise<void>;
};

/** Gives another instance on the same storage each time. */
export type Open = () => Promise<Stores>;

export const items: readonly ItemDefinition[] = [
  { code: 'G1', section: 'general', standing: true },
  { code: 'I1', section: 'initiate', standing: false },
  { code: 'A1', section: 'assess', standing: false },
  { code: 'A2', section: 'assess', standing: false },
  ...Array.from({ length: 60 }, (_, n): ItemDefinition => ({ code: `E${n + 1}`, section: 'enable', standing: false })),
];

export const start: Command = {
  type: 'StartEngagement',
  customer: 'Contoso GmbH',
  language: 'de',
  timeZone: 'Europe/Berlin',
  catalogVersion: '1',
  items,
  starterIsGuest: false,
  specialist: 'p2',
  checkpoint: { every: 'week', weekday: 2, time: '09:00' },
};

export const nothing: Outbox = { cards: [], posts: [] };

let counted = 0;
/** Another one each time: tests share one storage. */
export const fresh = (what: string): string => {
  counted += 1;
  return `${what}-${counted}-${Date.now().toString(36)}`;
};

export const asked = (op = fresh('op'), by = 'p1'): Asked => ({
  by,
  at: '2026-11-23T10:00:00.000Z',
  today: '2026-11-23',
  op,
});

export const eventsOf = (command: Command, onto: Loaded, by: Asked): readonly Event[] => {
  const decision = decide(command, onto.engagement, by);
  if ('refused' in decision) throw new Error(`Refused: ${decision.refused.code}`);
  return decision.events;
};

/** Load, decide, append. */
export const change = async (
  store: EngagementStore,
  id: string,
  command: Command,
  outbox: Outbox = nothing,
  by: Asked = asked(),
): Promise<void> => {
  const onto = await store.load(id);
  await store.append(onto, eventsOf(command, onto, by), by, outbox);
};

export const started = async (store: EngagementStore, outbox: Outbox = nothing): Promise<string> => {
  const id = fresh('engagement');
  await change(store, id, start, outbox);
  return id;
};

export const place = (): Place => ({ tenantId: fresh('tenant'), conversationId: `19:${fresh('x')}@thread.tacv2` });
