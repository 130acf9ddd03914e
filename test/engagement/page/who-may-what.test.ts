import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { whoMayWhat } from './page';

const file = join(__dirname, '../../../docs/who-may-what.md');
const howTo = 'WRITE_DOCS=1 npx jest test/engagement/page';

test('docs/who-may-what.md says what the rules say', () => {
  const page = whoMayWhat();
  if (process.env['WRITE_DOCS'] === '1') writeFileSync(file, page);
  const [onDisk, asItIs] = [readFileSync(file, 'utf8').split('\n'), page.split('\n')];
  const line = asItIs.findIndex((text, at) => text !== onDisk[at]);
  if (line >= 0 || onDisk.length !== asItIs.length)
    throw new Error(
      [
        'docs/who-may-what.md is no longer what the rules say. If the rules are right, write it anew and look at it:',
        `  ${howTo}`,
        `Line ${line + 1} on disk: ${onDisk[line] ?? '(none)'}`,
        `Line ${line + 1} by the rules: ${asItIs[line] ?? '(none)'}`,
      ].join('\n'),
    );
});
