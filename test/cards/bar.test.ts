import type { Card } from '../../src/adapters/teams/cards';
import { barOf } from '../../src/adapters/teams/view/progress';
import { complete } from '../support/given';
import { ofType, stringsOf } from './elements';
import { posted, section } from './shown';
import { after, exampleOf, fresh, jointCheckOf, loaded, step, turnsOf } from './situations';

const columnsOn = (card: Card) => ofType(card, 'Column').map(({ width, style }) => [width, style]);

test.each([
  [
    3,
    7,
    [
      [3, 'good'],
      [4, 'emphasis'],
    ],
  ],
  [0, 7, [[7, 'emphasis']]],
  [7, 7, [[7, 'good']]],
  [0, 0, []],
])('%d of %d is a bar in two parts at most', (part, total, parts) => {
  expect(barOf(part, total).map(({ width, style }) => [width, style])).toEqual(parts);
});

test('the overview and a phase show how much is settled, General how much is acknowledged', () => {
  const seen = exampleOf('en');
  const settled = [
    [4, 'good'],
    [3, 'emphasis'],
  ];
  expect(columnsOn(posted(seen, { show: 'overview' }).card)).toEqual(settled);
  expect(columnsOn(posted(seen, section('assess')).card)).toEqual(settled);
  expect(columnsOn(posted(seen, section('general')).card)).toEqual([
    [18, 'good'],
    [7, 'emphasis'],
  ]);
  expect(columnsOn(posted(jointCheckOf('en'), section('remediate')).card)).toEqual([
    [9, 'good'],
    [1, 'emphasis'],
  ]);
});

test('it stands below the same in words, and says nothing itself', () => {
  const bar = ['ColumnSet', 'Column', 'Small', 'None', 'good', 'emphasis', '6px'];
  for (const show of [{ show: 'overview' }, section('assess')] as const) {
    const { card } = posted(exampleOf('de'), show, { language: 'de' });
    const body = card['body'] as readonly { readonly type: string; readonly text?: string }[];
    const at = body.findIndex(({ type }) => type === 'ColumnSet');
    expect(body.slice(0, at).map(({ text }) => text)).toContain('3 von 7 offen');
    expect(body[at - 1]?.text).toBe('Davon 1 überfällig, 1 blockiert');
    expect(stringsOf(body[at]).filter((text) => !bar.includes(text))).toEqual([]);
  }
});

test('there is none where nothing is counted', () => {
  expect(columnsOn(posted(turnsOf('en')['after the last phase'], { show: 'overview' }).card)).toEqual([]);
  expect(columnsOn(posted(exampleOf('en'), { show: 'left' }).card)).toEqual([]);
  expect(columnsOn(posted(fresh('en'), { show: 'item', item: 'A3' }).card)).toEqual([]);
  const done = loaded(after([step(complete('I1')), step(complete('I2'))]));
  expect(columnsOn(posted(done, section('initiate')).card)).toEqual([[2, 'good']]);
});
