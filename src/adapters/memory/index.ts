import type { AskBacks, Contacts, Directory, DueRows, EngagementStore, Mailbox } from '../../application/ports';
import { createContacts } from './contacts';
import { createDirectory } from './directory';
import { createDueRows } from './due-rows';
import { createEngagements } from './engagements';

export type Memory = {
  readonly store: EngagementStore;
  readonly mailbox: Mailbox;
  readonly askBacks: AskBacks;
  readonly directory: Directory;
  readonly contacts: Contacts;
  readonly dueRows: DueRows;
  ready(): Promise<void>;
};

/** The storage ports in Maps: the same behaviour as the tables, and gone with the process. */
export const createMemory = (): Memory => ({
  ...createEngagements(),
  directory: createDirectory(),
  contacts: createContacts(),
  dueRows: createDueRows(),
  ready: () => Promise.resolve(),
});
