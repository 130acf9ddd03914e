import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { TableClient } from '@azure/data-tables';

export type Azurite = {
  readonly port: number;
  readonly connectionString: string;
  stop(): Promise<void>;
};

/** The account that every Azurite has. */
export const connectionStringFor = (port: number): string =>
  [
    'DefaultEndpointsProtocol=http',
    'AccountName=devstoreaccount1',
    'AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==',
    `TableEndpoint=http://127.0.0.1:${port}/devstoreaccount1;`,
  ].join(';');

/** One table, past the product. */
export const openTable = (connectionString: string, name: string): TableClient =>
  TableClient.fromConnectionString(connectionString, name, { allowInsecureConnection: true });

/** A real table service of its own, on a free port unless told which. With `location` it keeps its rows there over a restart. */
export const startAzurite = async ({ location, port }: { location?: string; port?: number } = {}): Promise<Azurite> => {
  if (port !== undefined) return start(port, location);
  // Azurite takes port 0 but tells nobody which one it got; so somebody else may be quicker to take ours.
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start(await freePort(), location);
    } catch (error) {
      if (attempt === 3) throw error;
    }
  }
};

/** Its input ends when we do, however that comes about: no test run that is killed leaves an Azurite behind. */
const endsWithUs =
  "data:text/javascript,process.stdin.on('end', () => process.kill(process.pid, 'SIGINT')).resume().unref()";

const start = async (port: number, location?: string): Promise<Azurite> => {
  const persistence = location === undefined ? ['--inMemoryPersistence'] : ['--location', location];
  const address = ['--tableHost', '127.0.0.1', '--tablePort', String(port)];
  const quiet = ['--disableTelemetry', '--silent', '--skipApiVersionCheck'];
  const child = spawn(
    process.execPath,
    ['--import', endsWithUs, require.resolve('azurite/dist/src/table/main.js'), ...address, ...persistence, ...quiet],
    // A group of its own: at a Ctrl-C it must outlive the bot.
    { cwd: tmpdir(), stdio: ['pipe', 'ignore', 'pipe'], detached: true },
  );
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const gone = once(child, 'exit');

  const stop = async (): Promise<void> => {
    // SIGINT only: at SIGTERM Azurite leaves without saving.
    child.kill('SIGINT');
    await gone;
  };

  const deadline = Date.now() + 20_000;
  while (!(await answers(port))) {
    if (child.exitCode === null && Date.now() < deadline) continue;
    await stop();
    throw new Error(`Azurite did not start on port ${port}. ${complaints}`);
  }
  // Somebody else on our port answers too.
  if (child.exitCode !== null) throw new Error(`Azurite left at once. ${complaints}`);
  return { port, connectionString: connectionStringFor(port), stop };
};

const answers = async (port: number): Promise<boolean> => {
  try {
    await fetch(`http://127.0.0.1:${port}/devstoreaccount1`);
    return true;
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 50));
    return false;
  }
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};
