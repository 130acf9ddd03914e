import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

const start = (...options: readonly string[]): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, ['--import', 'tsx', join('scripts', 'understand.ts'), ...options], { cwd: root });

type Said = { readonly code: number | null; readonly out: string; readonly err: string };

const run = async (input: string | Buffer, ...options: readonly string[]): Promise<Said> => {
  const child = start(...options);
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
  child.stdin.end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...said };
};

const kindsOf = (out: string): readonly string[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { kind: string }).kind);

test('one line is written for each that is read, in the same order, whatever ends them', async () => {
  const { code, out, err } = await run('A3 done\r\n\nwho deferred A3?\nhello');
  expect(kindsOf(out)).toEqual(['command', 'unclear', 'question', 'smalltalk']);
  expect(out).toMatch(/^\{"kind":"command","language":"en","verb":"item\.complete","items":\["A3"\]\}\n/);
  expect({ code, err }).toEqual({ code: 0, err: '' });
});

test('a line is answered as soon as it is there', async () => {
  const child = start();
  child.stdin.write('A3 done\nA5 ');
  const [first] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  expect(kindsOf(first)).toEqual(['command']);
  child.stdin.end('done\n');
  const [second] = (await once(child.stdout, 'data')) as [string];
  expect(second).toContain('"items":["A5"]');
  await once(child, 'close');
});

test('objects are read, and one that cannot be is named by its line and counted', async () => {
  const lines = ['\uFEFF{"text":"A3 done\u2028"}\r', '{"text":', '{"text":"hallo","language":"de"}'];
  const { code, out, err } = await run(lines.join('\n'), '--jsonl');
  expect(kindsOf(out)).toEqual(['command', 'unclear', 'smalltalk']);
  expect(err).toMatch(/^Line 2: this is not JSON\. Write one object a line/);
  expect(code).toBe(1);
});

test('an option nobody knows ends with 2 and how to use it', async () => {
  const { code, out, err } = await run('A3 done\n', '--json');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/'--json'[\s\S]*npm run --silent understand/);
});

test('--help tells how to use it', async () => {
  const { code, out, err } = await run('', '--help');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/--jsonl[\s\S]*docs\/understanding\.md/);
});
