import { parseArgs } from 'node:util';
import { reportText, soak } from '../test/soak/soak';

/** Bots that are killed, and a Teams that answers badly: does every reminder arrive, once? Exit code 1 if not. */
const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '2' },
      engagements: { type: 'string', default: '200' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    },
  });
  const [minutes, engagements, seed] = [values.minutes, values.engagements, values.seed].map(Number);
  if (!minutes || !engagements || seed === undefined || minutes <= 0 || engagements < 1)
    throw new Error('npm run soak -- [--minutes 10] [--engagements 200] [--seed 1]');
  const report = await soak({ seconds: minutes * 60, engagements, seed, say });
  say(reportText(report));
  if (report.faults.length > 0 || report.lost > 0) process.exitCode = 1;
};

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
