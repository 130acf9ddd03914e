import type { Loaded } from '../../src/application/loaded';
import type { Showing } from '../../src/application/reply';
import { bare } from '../../src/adapters/teams/view/plain';
import { limits } from '../../src/engagement';
import { add, anna, ben, block, defer, mehmet } from '../support/given';
import { hasMarkup, ofType, rowsOf, textsOf } from './elements';
import { bytesOf } from './scenes';
import { section, shown } from './shown';
import { after, loaded, outsideId, repeated, step } from './situations';

const nasty = {
  Markdown: '**b** _i_ `c` [l](http://x) # h',
  'a mention': '<at>Ben Carter</at> & <b>you</b>',
  'a function of cards': '{{DATE(2020-01-01)}} {{{x}}}',
  'a template': '${title} ${1+1} $t(button/done)',
  'words from right to left': 'אבג \u202eedoc\u202c عربي',
  emoji: '👩🏽‍🚒 👨‍👩‍👧‍👦 🧭',
  'a long reason': repeated('the vendor delivers late; ', limits.reason).trim(),
} as const;

/** Marks nobody sees are left out. */
const seenOf = (text: string): string => text.replace(/[\u202a-\u202e]/g, '');

const names = ['محمد عبد الله', 'דָּוִד בֶּן־גוּרְיוֹן', 'O’Brien, "Mac" *Seán*'];

const withTexts = (text: string): Loaded => {
  const short = Array.from(text).slice(0, 60).join('').trim();
  const seen = after(
    [
      step(add('assess', short)),
      step(block('A3', text)),
      step(defer('A5', '2027-01-25', text), ben),
      step({ type: 'TakeItem', item: 'A6' }, mehmet),
    ],
    { customer: short },
  );
  return loaded(seen, (at) => names[at] ?? '');
};

const screens: readonly Showing[] = [
  { show: 'overview' },
  section('assess'),
  ...['A3', 'A5', 'A6', 'A7'].map((item): Showing => ({ show: 'item', item })),
  { show: 'left' },
  { show: 'items', question: { which: 'open', person: outsideId(0) }, items: ['A3', 'A6', 'A7'], person: anna },
  { show: 'item', item: 'A6', asked: 'owner' },
  { show: 'next', items: ['A7', 'A3'] },
  { show: 'gate' },
  { show: 'confirmations' },
  { show: 'form', form: 'item.rename', about: { item: 'A7' }, filled: {} },
  { show: 'notice', notices: [{ type: 'assigned', to: mehmet, by: anna, items: ['A7', 'A3'] }] },
  { show: 'notice', notices: [{ type: 'blocked', to: anna, by: mehmet, items: ['A7'] }], alone: true },
  { show: 'posted' },
];

describe.each(Object.entries(nasty))('%s, typed as customer, title and reason', (_, text) => {
  const seen = withTexts(text);
  const short = seenOf(Array.from(text).slice(0, 60).join('').trim());

  test('is shown as it was typed', () => {
    const below = (show: Showing) => shown(seen, show).texts.map((one) => bare(one).replaceAll('\u200b', ''));
    expect(below({ show: 'overview' })[0]).toBe(`${short} · EMS onboarding`);
    expect(below({ show: 'item', item: 'A7' })).toContain(`A7 ${short}`);
    expect(below(section('assess'))).toContain(`**A7** ${short}\u00a0›`);
    expect(below({ show: 'item', item: 'A3' }).join('\n')).toContain(
      `waiting for ${seenOf(text)} (${names[0] ?? ''}, `,
    );
    expect(below({ show: 'item', item: 'A5' }).join('\n')).toContain(`${seenOf(text)} (${names[1] ?? ''}, `);
    expect(bare(shown(seen, section('assess')).where ?? '')).toBe(`${short} · EMS onboarding`);
    for (const show of ['overview', 'posted', 'closing'] as const)
      expect(shown(seen, { show }).summary.startsWith(`${short} · `)).toBe(true);
  });

  test('breaks nothing, wherever it stands', () => {
    for (const show of screens) {
      const { card } = shown(seen, show);
      const mention = /<at>[^<]*<\/at>/g;
      const told = show.show === 'notice' ? (one: string) => one.replace(mention, '') : (one: string) => one;
      expect(textsOf(card).filter((one) => hasMarkup(told(one)))).toEqual([]);
      expect(bytesOf(card)).toBeLessThan(28 * 1024);
      expect(ofType(card, 'TextBlock').every(({ text: shownText }) => typeof shownText === 'string')).toBe(true);
    }
  });

  test('is spoken as it was typed', () => {
    const row = rowsOf(shown(seen, section('assess')).card).find(({ data }) => data['itemId'] === 'A7');
    expect(row?.title).toBe(`Open A7, ${short}, Nobody yet`);
  });
});

test('names in Arabic and Hebrew, and those with marks in them, are mentioned and told as they are', () => {
  const { card, texts } = shown(withTexts('x'), {
    show: 'notice',
    notices: [{ type: 'assigned', to: ben, by: anna, items: ['A3'] }],
  });
  expect(texts[0]).toBe(`<at>${names[1] ?? ''}</at>, ${names[0] ?? ''} asks you to take this on:`);
  expect(card['msteams']).toMatchObject({
    entities: [{ text: `<at>${names[1] ?? ''}</at>`, mentioned: { name: names[1] } }],
  });
});
