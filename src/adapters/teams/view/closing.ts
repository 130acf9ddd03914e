import {
  type Day,
  daysBetween,
  handedOver,
  type Item,
  overallProgress,
  type PersonId,
  type Phase,
  phases,
} from '../../../engagement/index';
import type { Context } from './context';
import { type Line, line, notice, strong } from './lines';
import { confirmedLines } from './gate';
import { anywayLines } from './moving-on';
import { bare, plain } from './plain';
import { namesWith } from './presence';
import { generalLine, settledLine } from './progress';
import type { Screen } from './screen';
import { buttonsOfEnded, isOver, settingsButton, statusLines } from './status';
import { cut, linesWithin, rangesOf } from './texts';

/** In bytes. */
const roomForOwners = 6_000;
const roomForDeferred = 7_000;
const mostOfReason = { characters: 120, bytes: 400 };

/** How it went. Counts are of items, never of people. */
export const closing = (context: Context): Screen => {
  const { words, engagement, today, asker } = context;
  const { customer, status } = engagement;
  const lines = [
    ...statusLines(context).map((text) => line(text)),
    ...period(context),
    ...(['lead', 'specialist'] as const).flatMap((role) => roleLine(context, role)),
    strong(words.say('closing/phases')),
    ...phases.map((phase) => line(phaseLine(context, phase))),
    ...confirmedLines(context).map((text) => line(text)),
    ...anywayLines(context).map((text) => line(text)),
    strong(words.say('closing/items')),
    ...settledLine(words, overallProgress(engagement, today)).map((text) => line(text)),
    line(generalLine(context)),
    ...(status === 'cancelled' ? [] : handedOverLines(context)),
  ];
  const presses = isOver(context) ? buttonsOfEnded(context) : settingsButton(context);
  const title = words.say(status === 'cancelled' ? 'closing/cancelled' : 'closing/title', {
    customer: plain(customer),
  });
  const screen = notice(title, lines, asker === undefined && !isOver(context) ? [] : presses);
  return { ...screen, summary: bare(title) };
};

const period = ({ words, engagement, day, today }: Context): readonly Line[] => {
  const { started, ended } = engagement;
  return started ? [line(words.say('closing/period', { from: day(started.on), to: day(ended?.on ?? today) }))] : [];
};

const roleLine = (context: Context, role: 'lead' | 'specialist'): readonly Line[] => {
  const names = namesWith(context, role);
  return names === '' ? [] : [line(context.words.say(`closing/${role}`, { names }))];
};

const phaseLine = ({ words, engagement, day }: Context, phase: Phase): string => {
  const { opened, left } = engagement.phases[phase];
  const section = words.say(`section/name/${phase}`);
  if (!opened) return words.say(left ? 'closing/passedOver' : 'closing/notReached', { section });
  const from = day(opened.on);
  if (!left) return words.say('closing/notLeft', { section, from });
  return words.say('closing/phase', { section, from, to: day(left.on), count: daysFrom(opened.on, left.on) });
};

/** A phase left on the day it was opened took that day. */
const daysFrom = (from: Day, to: Day): number => Math.max(1, daysBetween(from, to));

/** Who keeps what from now on: standing responsibilities by their owner, deferred items one by one. */
export const handedOverLines = (context: Context): readonly Line[] => {
  const { words, engagement } = context;
  const items = handedOver(engagement);
  const standing = items.filter(({ state }) => state.type !== 'deferred');
  const deferred = items.filter(({ state }) => state.type === 'deferred');
  const section = (key: string, lines: readonly string[], room: number): readonly Line[] =>
    lines.length === 0 ? [] : [strong(words.say(key)), ...linesWithin(words, lines, room).map((text) => line(text))];
  return [
    ...section('closing/handedOver', byOwner(context, standing), roomForOwners),
    ...section(
      'closing/deferred',
      deferred.map((item) => deferredLine(context, item)),
      roomForDeferred,
    ),
  ];
};

const byOwner = ({ name }: Context, items: readonly Item[]): readonly string[] => {
  const owners = new Map<PersonId, string[]>();
  for (const { owner, code } of items) if (owner !== undefined) owners.set(owner, [...(owners.get(owner) ?? []), code]);
  return [...owners].map(([owner, codes]) => `${name(owner)}: ${rangesOf(codes).join(', ')}`);
};

const deferredLine = ({ words, title, name, day }: Context, { code, owner, state }: Item): string =>
  words.say('closing/deferredItem', {
    item: code,
    title: title(code),
    name: owner === undefined ? words.say('row/nobody') : name(owner),
    until: 'until' in state ? day(state.until) : '',
    reason: 'reason' in state ? plain(cut(state.reason, mostOfReason)) : '',
  });
