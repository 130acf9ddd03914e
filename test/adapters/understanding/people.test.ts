import { act, anna, ben, done, form, given, meaning } from './hearing';

test.each([
  ['in another case', 'assign A3 to BEN CARTER', 'Ben Carter'],
  ['with an @', 'assign A3 to @Ben Carter', 'Ben Carter'],
  ['shortened to the first name', 'assign A3 to Ben', 'Ben Carter'],
  ['like an item', 'assign A3 to Support Plan', 'Support Plan'],
  ['like a code', 'assign A3 to A5 Admin', 'A5 Admin'],
  ['like a word that means no', 'assign A3 to No Nicht', 'No Nicht'],
  ['with an s at its end', "A3 is Ben Carter's, assign A3", 'Ben Carter'],
  ['with marks', 'assign A3 to Carter, Ben (Contoso)', 'Carter, Ben (Contoso)'],
  ['in another alphabet', 'assign A3 to Борис Иванов', 'Борис Иванов'],
])('a mentioned name is recognised %s', (_, text, name) => {
  expect(meaning('en', text, { mentioned: [{ id: ben.id, name }] })).toEqual(given('A3', ben.id));
});

test('who is only thanked or copied is given nothing', () => {
  expect(meaning('en', 'A3 done @Ben Carter', { mentioned: [ben] })).toEqual(done('A3'));
  expect(meaning('en', '@Ben Carter I take A3', { mentioned: [ben] })).toEqual(act({ type: 'TakeItem', item: 'A3' }));
});

test('a name without a mention is nobody yet', () => {
  expect(meaning('en', 'assign A3 to Ben Carter', { mentioned: [] })).toEqual(form('item.assign', 'A3'));
});

test('names without a letter disturb nothing', () => {
  const mentioned = [
    { id: anna.id, name: '' },
    { id: ben.id, name: '???' },
  ];
  expect(meaning('en', 'A3 done', { mentioned })).toEqual(done('A3'));
});
