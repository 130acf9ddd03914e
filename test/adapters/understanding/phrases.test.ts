import { slots } from '../../../src/adapters/understanding/affairs/kinds';
import { slots as slotsOfRecord } from '../../../src/adapters/understanding/history/kinds';
import { affairs, deeds, english, german, questions, record } from './tables';

test.each([
  ['views and verbs', english, german],
  ['affairs', affairs.english, affairs.german],
  ['the record', record.english, record.german],
  ['deeds', deeds.english, deeds.german],
  ['questions', questions.english, questions.german],
])('both languages have phrasings for the same things: %s', (_, one, other) => {
  expect(Object.keys(other).sort()).toEqual(Object.keys(one).sort());
  for (const phrasings of [...Object.values(other), ...Object.values(one)]) expect(phrasings.length).toBeGreaterThan(0);
});

test.each([
  ['English', english],
  ['German', german],
  ['English, of affairs', affairs.english],
  ['German, of affairs', affairs.german],
  ['English, of the record', record.english],
  ['German, of the record', record.german],
  ['English, of deeds', deeds.english],
  ['German, of deeds', deeds.german],
  ['English, of questions', questions.english],
  ['German, of questions', questions.german],
])('no phrasing is written down twice in %s', (_, table) => {
  for (const phrasings of Object.values(table)) expect(new Set(phrasings).size).toBe(phrasings.length);
});

test.each([
  ['English', english],
  ['German', german],
  ['English, of deeds', deeds.english],
  ['German, of deeds', deeds.german],
  ['English, of questions', questions.english],
  ['German, of questions', questions.german],
])('every phrasing in %s can be read: words, either, maybe, anything in between', (_, table) => {
  for (const phrasing of Object.values(table).flat())
    expect(phrasing).toMatch(/^(?:[\p{L}\d'|]+\??|…)(?: (?:[\p{L}\d'|]+\??|…))*$/u);
});

test.each([
  ['English', affairs.english, slots],
  ['German', affairs.german, slots],
  ['English, of the record', record.english, slotsOfRecord],
  ['German, of the record', record.german, slotsOfRecord],
])('every whole sentence in %s can be read: words, either, maybe, and slots there are', (_, table, slots) => {
  const slot = `\\{(?:${slots.join('|')})\\}`;
  const part = `(?:[\\p{L}\\d'|]+|${slot})\\??`;
  const whole = new RegExp(`^${part}(?: ${part})*$`, 'u');
  for (const phrasing of Object.values(table).flat()) expect(phrasing).toMatch(whole);
});
