import { type Refusal, sentInVain } from './in-vain';

const refusal = (seconds: number, more: Partial<Refusal> = {}): Refusal => ({
  conversationId: 'general',
  since: 0,
  at: seconds * 1_000,
  realAt: 0,
  life: 'bot-0.1',
  ...more,
});
const survived = () => false;

test('what was under way, and what another process still trusts for a minute, is nobody’s fault', () => {
  expect(sentInVain([refusal(0), refusal(15), refusal(80, { life: 'bot-1.1' })], survived)).toEqual([]);
});

test('whoever sends to a conversation that is known to be closed is at fault', () => {
  const later = refusal(81, { life: 'bot-1.1' });
  expect(sentInVain([refusal(0), later], survived)).toEqual([
    'bot-1.1 sent something to general 81 s after that had answered 403 to bot-0.1.',
  ]);
});

test('whoever was killed before it could put that down leaves the next one to learn it, once', () => {
  const [next, again] = [refusal(1_258, { life: 'bot-0.2' }), refusal(1_400, { life: 'bot-0.2' })];
  const died = ({ life }: Refusal) => life === 'bot-0.1';
  expect(sentInVain([refusal(0), next], died)).toEqual([]);
  expect(sentInVain([refusal(0), next, again], died)).toHaveLength(1);
});

test('a survivor who learnt it meanwhile counts', () => {
  const died = ({ life }: Refusal) => life === 'bot-0.1';
  const survivor = refusal(40, { life: 'bot-1.1' });
  expect(sentInVain([refusal(0), survivor, refusal(200)], died)).toHaveLength(1);
});

test('a conversation that was open meanwhile has to be learnt anew, as has another one', () => {
  expect(sentInVain([refusal(0), refusal(900, { since: 800_000 })], survived)).toEqual([]);
  expect(sentInVain([refusal(0), refusal(900, { conversationId: 'other', since: 800_000 })], survived)).toEqual([]);
});
