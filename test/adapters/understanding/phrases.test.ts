import { german, english } from './tables';

test('both languages have phrasings for the same things', () => {
  expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
  for (const phrasings of [...Object.values(german), ...Object.values(english)])
    expect(phrasings.length).toBeGreaterThan(0);
});

test.each([
  ['English', english],
  ['German', german],
])('no phrasing is written down twice in %s', (_, table) => {
  for (const phrasings of Object.values(table)) expect(new Set(phrasings).size).toBe(phrasings.length);
});

test.each([
  ['English', english],
  ['German', german],
])('every phrasing in %s can be read: words, either, maybe, anything in between', (_, table) => {
  for (const phrasing of Object.values(table).flat())
    expect(phrasing).toMatch(/^(?:[\p{L}\d'|]+\??|…)(?: (?:[\p{L}\d'|]+\??|…))*$/u);
});
