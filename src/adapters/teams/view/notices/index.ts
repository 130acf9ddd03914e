import type { Notice } from '../../../../application/ports';
import { gate, type ItemCode, type PersonId } from '../../../../engagement/index';
import { asks, showPhase, type Titled } from '../buttons';
import type { Context } from '../context';
import { confirmButton } from '../gate';
import { line, notice } from '../lines';
import { moveOnButton, questionButtons } from '../moving-on';
import { bare } from '../plain';
import { showItem } from '../press';
import type { Screen } from '../screen';
import { enumerated, linesWithin, listOf, rangesOf } from '../texts';
import { type Mentions, mentionsOf } from './mentions';

/** Told once, by a mention under the post it is about. */
export const told = (context: Context, what: Notice): Screen => {
  switch (what.type) {
    case 'assigned':
      return assigned(context, what);
    case 'blocked':
      return blocked(context, what);
    case 'reopened':
      return reopened(context, what);
    case 'asked':
      return asked(context, what);
    case 'voided':
      return voided(context, what);
    case 'left':
      return left(context, what);
  }
};

type The<Type extends Notice['type']> = Extract<Notice, { type: Type }>;

/** In bytes. */
const roomForItems = 16_000;

const itemLines = ({ words, title }: Context, items: readonly ItemCode[]) =>
  linesWithin(
    words,
    items.map((item) => `**${item}** ${title(item)}`),
    roomForItems,
  ).map((text) => line(text));

const showItems = ({ words, engagementId }: Context, items: readonly ItemCode[], most: number): readonly Titled[] =>
  items
    .slice(0, most)
    .map((item) => ({ title: words.say('button/showItem', { item }), ...showItem(engagementId, item) }));

/** For feeds, where nothing is a mention. */
const names = ({ words, name }: Context, people: readonly string[]): string =>
  enumerated(
    words,
    people.slice(0, 10).map((person) => bare(name(person))),
  );

const noticeTo = (
  { text, entities }: Mentions,
  say: (to: string) => string,
  summary: string,
  lines: readonly ReturnType<typeof line>[],
  presses: readonly Titled[],
): Screen => ({ ...notice('', [line(say(text)), ...lines], presses, entities), summary });

const assigned = (context: Context, { to, by, items }: The<'assigned'>): Screen => {
  const { words, name } = context;
  return noticeTo(
    mentionsOf(context, [to]),
    (person) => words.say('notice/assigned', { count: items.length, to: person, by: name(by) }),
    words.say('notice/summary', {
      by: bare(name(by)),
      to: names(context, [to]),
      items: listOf(words, rangesOf(items)),
    }),
    itemLines(context, items),
    showItems(context, items, 3),
  );
};

const blocked = (context: Context, { to, by, items }: The<'blocked'>): Screen =>
  happened(context, 'blocked', to, by, items);

const reopened = (context: Context, { to, by, items }: The<'reopened'>): Screen =>
  happened(context, 'reopened', [to], by, items);

/** Somebody did something to items that others have to know of. */
const happened = (
  context: Context,
  key: 'blocked' | 'reopened',
  to: readonly PersonId[],
  by: PersonId,
  items: readonly ItemCode[],
): Screen => {
  const { words, name } = context;
  const count = items.length;
  return noticeTo(
    mentionsOf(context, to),
    (person) => words.say(`notice/${key}`, { to: person, by: name(by), count }),
    words.say(`notice/${key}Summary`, { by: bare(name(by)), items: listOf(words, rangesOf(items)) }),
    itemLines(context, items),
    showItems(context, items, 3),
  );
};

/** Nothing is open in a phase any more: what leads, and for the joint check FastTrack, are asked. */
const asked = (context: Context, { to, phase }: The<'asked'>): Screen => {
  const { words } = context;
  const section = words.say(`section/name/${phase}`);
  const isJoint = phase === gate;
  const say = (person: string) =>
    words.say(isJoint ? 'notice/jointCheck' : 'notice/agreement', { to: person, section });
  const [, ...items] = questionButtons(context, phase);
  const presses = isJoint
    ? [confirmButton(context), showPhase(context, phase)]
    : [moveOnButton(context, phase), ...items, showPhase(context, phase)];
  return noticeTo(mentionsOf(context, to), say, say(names(context, to)), [], presses);
};

const voided = (context: Context, { to, phase, items }: The<'voided'>): Screen => {
  const { words } = context;
  const section = words.say(`section/name/${phase}`);
  return noticeTo(
    mentionsOf(context, to),
    (person) => words.say('notice/voided', { to: person, section }),
    words.say('notice/voidedSummary', { section, items: listOf(words, rangesOf(items)) }),
    itemLines(context, items),
    [...showItems(context, items, 2), showPhase(context, phase)],
  );
};

const left = (context: Context, { to, person, items }: The<'left'>): Screen => {
  const { words, name, known } = context;
  const outside = known(person)?.id;
  const filled = outside === undefined ? {} : { person: outside };
  return noticeTo(
    mentionsOf(context, to),
    (whom) => words.say('notice/left', { to: whom, name: name(person), count: items.length }),
    words.say('notice/leftSummary', { name: bare(name(person)), items: listOf(words, rangesOf(items)) }),
    itemLines(context, items),
    [asks(context, 'handOver', 'person.handOver', {}, filled), ...showItems(context, items, 2)],
  );
};
