import type { AskBacks, Contacts, Directory, DueRows, EngagementStore, Mailbox } from '../../application/ports';
import { createAskBacks } from './ask-backs';
import { createContacts } from './contacts';
import { createDirectory } from './directory';
import { createDueRows } from './due-rows';
import { createEngagementStore } from './engagement-store';
import { isNotFound } from './errors';
import { createMailbox } from './mailbox';
import { connect, type TablesOptions } from './tables';

export type { TablesOptions } from './tables';

export type TableStores = {
  readonly store: EngagementStore;
  readonly mailbox: Mailbox;
  readonly askBacks: AskBacks;
  readonly directory: Directory;
  readonly contacts: Contacts;
  readonly dueRows: DueRows;
  /** Rejects when storage cannot be reached. */
  readonly ready: () => Promise<void>;
};

/** Everything that is stored in Azure Tables. Creates missing tables; rejects with what to check when it cannot. */
export const openTables = async (options: TablesOptions): Promise<TableStores> => {
  const tables = await connect(options);
  return {
    store: createEngagementStore(tables.engagements),
    mailbox: createMailbox(tables.engagements),
    askBacks: createAskBacks(tables.engagements),
    directory: createDirectory(tables.directory),
    contacts: createContacts(tables.directory),
    dueRows: createDueRows(tables.due),
    ready: async () => {
      try {
        await tables.directory.getEntity('ready', 'ready');
      } catch (error) {
        if (!isNotFound(error)) throw error;
      }
    },
  };
};
