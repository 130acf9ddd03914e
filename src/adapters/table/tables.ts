import { TableClient, type TableServiceClientOptions } from '@azure/data-tables';
import type { TokenCredential } from '@azure/identity';
import { type Observe, observed, oneTry } from './wire';

export type TablesOptions = (
  | { readonly connectionString: string }
  | { readonly url: string; readonly credential: TokenCredential }
) & {
  /** Put before the name of every table, so that several installations share an account. Letters and digits. */
  readonly prefix?: string;
  readonly timeoutMilliseconds?: number;
  readonly observe?: Observe;
};

export type Tables = { readonly engagements: TableClient; readonly directory: TableClient; readonly due: TableClient };

/** Opens the tables and creates those that are missing. */
export const connect = async (options: TablesOptions): Promise<Tables> => {
  const prefix = options.prefix ?? '';
  if (!/^([A-Za-z][A-Za-z0-9]{0,40})?$/.test(prefix))
    throw new Error('TABLE_PREFIX must begin with a letter and hold at most 41 letters and digits.');
  const tables = {
    engagements: clientOf(options, `${prefix}engagements`),
    directory: clientOf(options, `${prefix}directory`),
    due: clientOf(options, `${prefix}due`),
  };
  await Promise.all(Object.values(tables).map((table) => create(table)));
  return tables;
};

const clientOf = (options: TablesOptions, name: string): TableClient => {
  const common: TableServiceClientOptions = {
    retryOptions: { maxRetries: 2, retryDelayInMs: 100, maxRetryDelayInMs: 1_000 },
    additionalPolicies: [
      ...(options.observe ? [{ policy: observed(options.observe), position: 'perRetry' as const }] : []),
      { policy: oneTry(options.timeoutMilliseconds ?? 3_000), position: 'perRetry' },
    ],
  };
  return 'connectionString' in options
    ? // A connection string says itself whether it is http, as the emulator's does.
      TableClient.fromConnectionString(options.connectionString, name, { ...common, allowInsecureConnection: true })
    : new TableClient(options.url, name, options.credential, common);
};

const create = async (table: TableClient): Promise<void> => {
  try {
    await table.createTable();
  } catch (cause) {
    throw new Error(
      `Table ${table.tableName} cannot be opened. Check AZURE_STORAGE_CONNECTION_STRING or AZURE_TABLES_URL; a managed identity needs the role Storage Table Data Contributor.`,
      { cause },
    );
  }
};
