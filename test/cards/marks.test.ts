import { readAction } from '../../src/adapters/teams/action';
import { marked } from '../../src/adapters/teams/view/marks';
import type { Reply, Showing } from '../../src/application/reply';
import { anna } from '../support/given';
import { type Element, foundIn } from './elements';
import { view } from './scenes';
import { section } from './shown';
import { exampleOf, today, unstarted } from './situations';

const seen = exampleOf('en');
const dataOn = (show: Showing, more: Partial<Reply> = {}) => {
  const { card } = view({ language: 'en', says: [], show, seen, today, asker: anna, ...more });
  return foundIn(card)
    .map(({ element }): Element => element)
    .filter(({ type }) => type === 'Action.Execute' || type === 'Action.Submit')
    .map(({ data }) => data as Readonly<Record<string, string>>);
};

test.each<[Required<Reply>['card'], Showing]>([
  ['overview', { show: 'overview' }],
  ['phase-assess', section('assess')],
])('on the living card %s every press says so: of buttons, of rows, and of what stands in for them', (card, show) => {
  const all = dataOn(show, { card });
  expect(all.length).toBeGreaterThan(10);
  expect(all.every((data) => data['card'] === card && !('closes' in data))).toBe(true);
  expect(readAction('engagement.show', all[0]).card).toBe(card);
});

test.each<[string, Showing]>([
  ['a form', { show: 'form', form: 'item.defer', about: { item: 'A3' }, filled: {} }],
  ['the form to start', { show: 'startForm', filled: {}, asker: { id: 'a', name: 'Anna Schmidt', guest: false } }],
  [
    'a question whether to do it',
    { show: 'confirm', wish: { type: 'FinishEngagement' }, command: { type: 'FinishEngagement' } },
  ],
])('every press on %s closes it', (_, show) => {
  const all = dataOn(show, show.show === 'startForm' ? { seen: unstarted } : {});
  expect(all.length).toBeGreaterThan(0);
  expect(all.every((data) => data['closes'] === 'form')).toBe(true);
  expect(readAction('engagement.show', all[0]).closes).toBe(true);
});

const question = { request: { type: 'act', wishes: [{ type: 'CompleteItem', item: 'A3' }] } } as const;

test.each<[string, Showing]>([
  ['a choice', { show: 'choice', options: ['A3', 'A4'].map((item) => ({ item, ...question })) }],
  ['moving or deferring', { show: 'moveOrDefer', item: 'A6', day: '2026-12-07' }],
  ['which item is meant', { show: 'whichItem', verb: 'item.complete', filled: {}, items: ['A3', 'A6'] }],
  ['what is missing', { show: 'form', form: 'item.defer', about: { items: ['A3', 'A6'] }, filled: {} }],
  ['whether to do it', { show: 'confirm', wish: { type: 'FinishEngagement' }, command: { type: 'FinishEngagement' } }],
])('every press on a question about %s says to whom it was put', (_, show) => {
  const all = dataOn(show, { asks: 'aad-anna' });
  expect(all.length).toBeGreaterThan(0);
  expect(all.every((data) => data['asked'] === 'aad-anna')).toBe(true);
  expect(readAction('engagement.show', all[0]).asked).toBe('aad-anna');
  expect(dataOn(show).some((data) => 'asked' in data)).toBe(false);
});

test('what is neither has no marks', () => {
  const all = [...dataOn({ show: 'item', item: 'A3' }), ...dataOn(section('assess'))];
  expect(all.some((data) => 'card' in data || 'closes' in data || 'asked' in data)).toBe(false);
});

test('only presses are marked, and nothing else of a card changes', () => {
  const card = {
    type: 'AdaptiveCard',
    data: { card: 'none' },
    body: [
      { type: 'TextBlock', text: 'Action.Execute', data: 1 },
      {
        type: 'ActionSet',
        actions: [{ type: 'Action.Execute', data: { a: '1' }, fallback: { type: 'Action.Submit', data: {} } }],
      },
      { selectAction: { type: 'Action.Execute' }, none: null },
    ],
  };
  const before = structuredClone(card);
  expect(marked(card, { card: 'overview' })).toEqual({
    ...card,
    body: [
      card.body[0],
      {
        type: 'ActionSet',
        actions: [
          {
            type: 'Action.Execute',
            data: { a: '1', card: 'overview' },
            fallback: { type: 'Action.Submit', data: { card: 'overview' } },
          },
        ],
      },
      { selectAction: { type: 'Action.Execute', data: { card: 'overview' } }, none: null },
    ],
  });
  expect(card).toEqual(before);
  expect(marked(card, {})).toBe(card);
});
