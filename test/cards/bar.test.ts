import type { Card } from '../../src/adapters/teams/cards';
import { barOf } from '../../src/adapters/teams/view/progress';
import { complete } from '../support/given';
import { ofType, stringsOf } from './elements';
import { posted, section } from './shown';
import { after, exampleOf, fresh, jointCheckOf, loaded, step, turnsOf } from './situations';

const barOn = (card: Card): string =>
  ofType(card, 'TextRun')
    .map(({ text }) => String(text))
    .join('');

const bar = (full: number, empty: number): string => '━'.repeat(full) + '┄'.repeat(empty);

test.each([
  [3, 7, bar(7, 9)],
  [0, 7, bar(0, 16)],
  [7, 7, bar(16, 0)],
  [1, 100, bar(1, 15)],
  [99, 100, bar(15, 1)],
  [0, 0, ''],
])('%d of %d is a bar that is empty and full only when it is so', (part, total, expected) => {
  expect(
    barOf(part, total)
      .map(({ text }) => text)
      .join(''),
  ).toBe(expected);
});

test('what is settled and what is not differ in more than their colour', () => {
  const [settled, open] = barOf(3, 7);
  expect([settled?.color, settled?.subtle]).toEqual(['Good', false]);
  expect([open?.color, open?.subtle]).toEqual(['Default', true]);
  expect(settled?.text[0]).not.toBe(open?.text[0]);
});

test('the overview and a phase show how much is settled, General how much is acknowledged', () => {
  const seen = exampleOf('en');
  expect(barOn(posted(seen, { show: 'overview' }).card)).toBe(bar(9, 7));
  expect(barOn(posted(seen, section('assess')).card)).toBe(bar(9, 7));
  expect(barOn(posted(seen, section('general')).card)).toBe(bar(12, 4));
  expect(barOn(posted(jointCheckOf('en'), section('remediate')).card)).toBe(bar(14, 2));
});

test('it stands below the same in words, and says nothing itself', () => {
  const around = ['RichTextBlock', 'TextRun', 'Small', 'Good', 'Default'];
  for (const show of [{ show: 'overview' }, section('assess')] as const) {
    const { card } = posted(exampleOf('de'), show, { language: 'de' });
    const body = card['body'] as readonly { readonly type: string; readonly text?: string }[];
    const at = body.findIndex(({ type }) => type === 'RichTextBlock');
    expect(body.slice(0, at).map(({ text }) => text)).toContain('3 von 7 offen');
    expect(body[at - 1]?.text).toBe('Davon 1 überfällig, 1 blockiert');
    const said = stringsOf(body[at]).filter((text) => !around.includes(text));
    expect(said.join('')).toMatch(/^━+┄+$/);
  }
});

test('there is none where nothing is counted', () => {
  expect(barOn(posted(turnsOf('en')['after the last phase'], { show: 'overview' }).card)).toBe('');
  expect(barOn(posted(exampleOf('en'), { show: 'left' }).card)).toBe('');
  expect(barOn(posted(fresh('en'), { show: 'item', item: 'A3' }).card)).toBe('');
  const done = loaded(after([step(complete('I1')), step(complete('I2'))]));
  expect(barOn(posted(done, section('initiate')).card)).toBe(bar(16, 0));
});
