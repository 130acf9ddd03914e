import pino from 'pino';
import { compose, type Lotse } from '../../src/compose';
import type { Config } from '../../src/config';

/** The whole product in this process, on a free port, against real table storage. */
export const startLotse = (connectionString: string, more: Partial<Config> = {}): Promise<Lotse> =>
  compose(
    {
      host: '127.0.0.1',
      port: 0,
      auth: { type: 'off' },
      storage: { connectionString },
      tablePrefix: 'test',
      tickSeconds: 1,
      logLevel: 'silent',
      ...more,
    },
    pino({ level: process.env['LOG_LEVEL'] ?? 'silent' }),
  );
