import type { Notice, Post } from '../../../../application/ports';
import { buttonsOf, type Titled } from '../buttons';
import type { Context } from '../context';
import { line, notice, spaced } from '../lines';
import { mostOfCard } from '../pages';
import { bare } from '../plain';
import type { Screen } from '../screen';
import { bytesOf, enumerated, linesWithin, listOf, within } from '../texts';
import { linked, nameOf } from '../where';
import type { Content } from './content';
import { grouped, type Told } from './grouped';
import { type Mentions, mentionsOf } from './mentions';
import { contentOf } from './news';

type Paragraph = Told & Content & { readonly text: string };

/** Told once, under the post it is about: each thing in a paragraph of its own that mentions whom it concerns. */
export const told = (context: Context, notices: readonly Notice[]): Screen => {
  const all = grouped(notices);
  const mentions = mentionsOf(
    context,
    all.flatMap(({ to }) => to),
  );
  const paragraphs = all.map((one): Paragraph => {
    const content = contentOf(context, one.news);
    return { ...one, ...content, text: content.sentence(mentioned(context, mentions, one)) };
  });
  return screenOf(context, paragraphs, {
    title: '',
    summary: summaryOf(context, paragraphs),
    entitiesIn: mentions.entitiesIn,
  });
};

/** The same in the personal chat of the only person told: nobody needs a mention, but which onboarding it is. */
export const toldAlone = (context: Context, notices: readonly Notice[], overview: Post | undefined): Screen => {
  const { words, engagement } = context;
  const customer = nameOf(engagement.customer);
  const all = grouped(notices.map((one) => ({ ...one, to: '' })));
  const paragraphs = all.map((one): Paragraph => {
    const content = contentOf(context, one.news);
    return { ...one, ...content, text: content.direct };
  });
  const [only, ...others] = paragraphs;
  return screenOf(context, paragraphs, {
    title: linked(customer, overview),
    summary:
      only && others.length === 0
        ? bare(`${customer}: ${only.direct}`)
        : several(context, paragraphs, words.say('notice/several/you')),
    entitiesIn: () => [],
  });
};

const mostNames = 10;

const mentioned = ({ words }: Context, { of }: Mentions, { to }: Told): string =>
  to.length > mostNames ? listOf(words, to.map(of), mostNames) : enumerated(words, to.map(of));

const summaryOf = (context: Context, paragraphs: readonly Paragraph[]): string => {
  const { words, name } = context;
  const [only, ...others] = paragraphs;
  const people = [...new Set(paragraphs.flatMap(({ to }) => to))].map((person) => bare(name(person)));
  if (only && others.length === 0) return only.summary(enumerated(words, people.slice(0, mostNames)));
  return several(context, paragraphs, people.length > 3 ? listOf(words, people, 3) : enumerated(words, people));
};

/** "Contoso: 3 items for you" */
const several = ({ words, engagement }: Context, paragraphs: readonly Paragraph[], names: string): string => {
  const isWork = paragraphs.every(({ news }) => news.type === 'assigned');
  const count = isWork ? new Set(paragraphs.flatMap(({ items }) => items)).size : paragraphs.length;
  const customer = bare(nameOf(engagement.customer));
  return words.say(`notice/several/${isWork ? 'items' : 'news'}`, { customer, count, names });
};

/** In bytes: the frame of the card, the line above it, and what says how much more there is. */
const reserved = 2_500;
const mostForSentences = 13_000;
const mostForItems = 16_000;
/** What a sentence, a line or a button takes of a card beside its texts; and what "and 3 more" takes. */
const lineFrame = 140;
const buttonFrame = 160;
const moreLine = 180;

type Frame = {
  readonly title: string;
  readonly summary: string;
  readonly entitiesIn: Mentions['entitiesIn'];
};

/** Sentences come first, because of those who are mentioned in them; items as far as there is room beside these. */
const screenOf = (context: Context, all: readonly Paragraph[], { title, summary, entitiesIn }: Frame): Screen => {
  const { words } = context;
  const { shown, count } = within(all, mostForSentences, ({ text }) => lineFrame + bytesOf(text));
  const entities = entitiesIn(shown.map(({ text }) => text));
  const presses = pressesOf(shown);
  const sentences = sumOf(shown, ({ text }) => lineFrame + bytesOf(text));
  const buttons = sumOf(buttonsOf(presses), (button) => buttonFrame + bytesOf(button));
  const room = mostOfCard - reserved - bytesOf(title) - bytesOf(entities) - sentences - buttons;
  const share = shareOf(shown, Math.min(mostForItems, room));
  const lines = [
    ...shown.flatMap((one, at) => [
      at > 0 ? spaced(line(one.text)) : line(one.text),
      ...linesWithin(words, one.lines, share).map((text) => line(text)),
    ]),
    ...(count > 0 ? [line(words.say('row/more', { count }))] : []),
  ];
  return { ...notice(title, lines, presses, entities), summary };
};

/** What each paragraph may take for its items: as much as it needs, or where that is too much, all the same. */
const shareOf = (paragraphs: readonly Paragraph[], room: number): number => {
  const needed = sumOf(paragraphs, ({ lines }) => sumOf(lines, (text) => lineFrame + bytesOf(text)));
  return needed <= room ? needed : room / paragraphs.length - moreLine;
};

const sumOf = <One>(all: readonly One[], bytes: (one: One) => number): number =>
  all.reduce((sum, one) => sum + bytes(one), 0);

const mostButtons = 5;

/** What is asked for comes before what can be looked at; nothing twice. */
const pressesOf = (paragraphs: readonly Paragraph[]): readonly Titled[] => {
  const all = (['asks', 'shows', 'sections'] as const).flatMap((kind) => paragraphs.flatMap((one) => one[kind]));
  const keys = all.map(({ verb, data }) => JSON.stringify([verb, data]));
  return all.filter((_, at) => keys.indexOf(keys[at] ?? '') === at).slice(0, mostButtons);
};
