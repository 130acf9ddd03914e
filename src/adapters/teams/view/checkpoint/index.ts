import type { CheckpointNews, Post } from '../../../../application/ports';
import { agreedCheckpoint, isToBeTold, type PersonId } from '../../../../engagement/index';
import { showButtons, showPhase, snoozeButton } from '../buttons';
import type { Context } from '../context';
import { line, notice, spaced } from '../lines';
import { mentionedOnce, mentionsOf } from '../notices/mentions';
import { mostOfCard } from '../pages';
import { bare } from '../plain';
import type { Screen } from '../screen';
import { bytesOf, linesWithin } from '../texts';
import { linked } from '../where';
import { dueLines, nextLines, otherLines, progressLine } from './lines';
import { isUnchanged, type Standing, standingOf } from './standing';
import { pastTitleOf, titleOf } from './title';

/** In bytes: the frame of the card, the line above it, its title and its buttons. */
const reserved = 5_000;

/** How things stand for the next meeting: one line where nothing is due and nothing changed. */
export const checkpoint = (context: Context, news: CheckpointNews): Screen => {
  const { words, engagement, today, day } = context;
  const { before } = news;
  const standing = standingOf(engagement, today, before);
  if (before && isUnchanged(engagement, standing, before)) {
    const text = words.say('checkpoint/unchanged', { title: titleOf(context, news, 'short'), day: day(before.on) });
    return { ...notice('', [line(text)], buttonsFor(context)), summary: text };
  }
  const title = titleOf(context, news, 'title');
  const progress = progressLine(context, before);
  const mentions = mentionsOf(context, toMention(context, standing));
  const due = mentionedOnce(dueLines(context, standing, mentions.of));
  const entities = mentions.entitiesIn(due);
  const next = nextLines(context);
  const room = mostOfCard - reserved - bytesOf([progress, entities, next]);
  const lines = linesWithin(words, [...due, ...otherLines(context, standing, before)], room);
  return {
    ...notice(
      title,
      [
        ...[progress, ...lines].map((text) => line(text)),
        ...next.map((text, at) => (at === 0 ? spaced(line(text)) : line(text))),
      ],
      buttonsFor(context),
      mentions.entitiesIn(lines),
    ),
    summary: `${title} · ${bare(progress)}`,
  };
};

/** What a checkpoint post becomes once there is a newer one. */
export const checkpointOver = (context: Context, news: CheckpointNews, overview: Post | undefined): Screen => {
  const { words } = context;
  const text = words.say('checkpoint/over', { title: pastTitleOf(context, news) });
  const link = overview && linked(words.say('button/overview'), overview);
  return { ...notice('', [line([text, ...(link === undefined ? [] : [link])].join(' · '))], []), summary: text };
};

/** Owners of what is overdue or due soon, unless they want no reminders now, or were promised to be told privately. */
const toMention = ({ engagement, today }: Context, { overdue, soon }: Standing): readonly PersonId[] =>
  agreedCheckpoint(engagement).mention === 'private'
    ? []
    : [...overdue, ...soon].flatMap(({ owner }) =>
        owner !== undefined && isToBeTold(engagement, owner, today) ? [owner] : [],
      );

const buttonsFor = (context: Context) => {
  const { words, engagement, engagementId } = context;
  return [
    showButtons(words, engagementId).mine,
    showPhase(context, engagement.phase ?? 'enable'),
    ...snoozeButton(context),
  ];
};
