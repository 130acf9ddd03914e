import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { calendar, systemClock } from '../src/adapters/clock/index';
import { createTool } from '../src/adapters/understanding/tool';

const usage = `What a sentence means to Lotse: one sentence a line in, one JSON object a line out.

  echo 'A3 done' | npm run --silent understand
  npm run --silent understand -- --jsonl < sentences.jsonl

  --jsonl   lines are objects: {"text", "language"?, "now"?, "timeZone"?, "mentions"?}
  --help    this text

What it all means, and how to report a sentence: docs/understanding.md, docs/verstehen.md.
`;

/** Exit code 1 if a line could not be read, 2 if an option could not. */
const main = async (): Promise<void> => {
  const options = optionsGiven();
  if (options === undefined || options.help) {
    await write(options ? process.stdout : process.stderr, usage);
    if (!options) process.exitCode = 2;
    return;
  }
  if (process.stdin.isTTY) process.stderr.write('Write a sentence and press Enter; Ctrl-D ends.\n');
  const tool = createTool({ calendar, clock: systemClock });
  let count = 0;
  for await (const said of linesOf(process.stdin)) {
    count += 1;
    const { line, problem } = options.jsonl ? tool.ofJson(said) : tool.ofText(said);
    await write(process.stdout, `${line}\n`);
    if (problem === undefined) continue;
    process.stderr.write(`Line ${count}: ${problem}\n`);
    process.exitCode = 1;
  }
};

const optionsGiven = (): { readonly jsonl: boolean; readonly help: boolean } | undefined => {
  try {
    const { values } = parseArgs({
      options: { jsonl: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
    });
    return values;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n`);
    return undefined;
  }
};

/** As they arrive. Only line feeds part them: readline would part at characters that may stand in a JSON text, too. */
async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of input.setEncoding('utf8')) {
    // Windows marks the beginning of a file.
    const lines = `${rest}${String(chunk)}`.replace(/^\uFEFF/, '').split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/** Waits where whoever reads is slower. */
const write = async (to: NodeJS.WriteStream, text: string): Promise<void> => {
  if (!to.write(text)) await once(to, 'drain');
};

// Whoever reads has seen enough: `… | head`.
process.stdout.on('error', () => process.exit());

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
