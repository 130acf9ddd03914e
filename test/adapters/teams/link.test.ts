import { addressOf } from '../../../src/adapters/teams/address';
import { linkTo } from '../../../src/adapters/teams/link';
import type { Post } from '../../../src/application/ports';

const tenantId = '8c6f4a6e-1d1f-4a53-9a3e-000000000000';

const postIn = (conversationType: string, id: string, team?: string): Post => {
  const address = addressOf({
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    conversation: { id, conversationType, tenantId, isGroup: true, name: '' },
  });
  return {
    place: { tenantId, conversationId: id, ...(team !== undefined && { team }) },
    address,
    activityId: '1690000000000',
  };
};

test('in a channel it leads to the message that begins the thread', () => {
  expect(linkTo(postIn('channel', '19:abc_def@thread.tacv2', '19:team@thread.tacv2'))).toBe(
    `https://teams.microsoft.com/l/message/19%3Aabc%5Fdef%40thread.tacv2/1690000000000?tenantId=${tenantId}&parentMessageId=1690000000000`,
  );
});

test.each([
  ['groupChat', '19:abc@thread.v2', '19%3Aabc%40thread.v2'],
  ['personal', 'a:1(2)', 'a%3A1%282%29'],
])('in a %s it leads to the message in its chat', (type, id, encoded) => {
  expect(linkTo(postIn(type, id))).toBe(
    `https://teams.microsoft.com/l/message/${encoded}/1690000000000?context=%7B%22contextType%22%3A%22chat%22%7D`,
  );
});

test.each(['', 'null', '{}', '{"conversation":null}', 'not JSON'])(
  'an address that says nothing (%j) counts as a channel only in a team',
  (address) => {
    const post = { ...postIn('groupChat', '19:abc@thread.v2'), address };
    expect(linkTo(post)).toContain('?context=');
    expect(linkTo({ ...post, place: { ...post.place, team: '19:team@thread.tacv2' } })).toContain('&parentMessageId=');
  },
);

test('nothing in it is Markdown, and it can be read back, whatever the ids are made of', () => {
  const id = `a)b]c *d_e~f !'"\\<>🧭 \ud800%`;
  const link = linkTo(postIn('groupChat', id));
  expect(link).toMatch(/^[\w:/.?=&%-]+$/);
  expect(decodeURIComponent(new URL(link).pathname.split('/')[3] ?? '')).toBe(id.replace('\ud800', '\ufffd'));
});
