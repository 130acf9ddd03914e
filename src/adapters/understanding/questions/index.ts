import { conditions, type Condition, type ItemQuestion, type Request } from '../../../application/request';
import type { Context } from '../context';
import { comingIn } from '../days/coming';
import { positionsOf, saidFirst } from '../lexicon';
import { isQuestion, isWeAre } from '../readings';
import { sectionsIn } from '../sections';
import type { Sentence } from '../sentence';
import type { Token } from '../tokens';
import { factIn } from './facts';
import { wholes } from './kinds';
import { saidIn } from './lexicon';

/** Nobody needs more words for these. */
const most = 24;

/** What a sentence asks about several items, or about the whole. It changes nothing, and never takes over what does. */
export const questionIn = (sentence: Sentence, context: Context): Request | undefined => {
  const { tokens } = sentence;
  if (tokens.length > most) return undefined;
  if (tokens.some(({ code }) => code !== undefined)) return factIn(sentence, context);
  return ofWhole(sentence) ?? factIn(sentence, context) ?? ofItems(sentence, context);
};

/** What is next, what is missing to move on, who has to confirm. */
const ofWhole = (sentence: Sentence): Request | undefined => {
  const { tokens } = sentence;
  const begun = saidFirst(['greeting', 'polite'], tokens);
  const near = tokens.slice(begun);
  const asked = isQuestion(sentence, true) || near.length <= 3;
  const about = asked && wholes.find((whole) => saidIn(whole, near).some(({ at }) => (at[0] ?? 0) <= 3));
  if (!about) return undefined;
  if (about !== 'confirmations') return { type: 'show', what: about };
  const [section, another] = sectionsIn(tokens);
  return { type: 'show', what: about, ...(section && !another && { phase: section.section }) };
};

/** All of it has to be explained, and it has to ask. */
const ofItems = (sentence: Sentence, context: Context): Request | undefined => {
  const { text, tokens } = sentence;
  const { hearing, language } = context;
  const found = conditionIn(tokens) ?? possessionIn(tokens);
  if (!found) return undefined;
  const { which, at } = found;
  const [section, another] = sectionsIn(tokens);
  const coming =
    which === 'due' || which === 'open'
      ? comingIn(text, withoutAt(tokens, at), { today: hearing.today, language })
      : undefined;
  const people = [...new Set(tokens.flatMap(({ person }) => person ?? []))];
  // "Show me" asks for nobody's own.
  const asking = new Set(saidIn('asks', tokens).flatMap((match) => match.at));
  const mine = saidIn('whose', tokens).flatMap((match) => match.at.filter((one) => !asking.has(one)));
  if (another || people.length > 1) return undefined;
  const explained = new Set([
    ...at,
    ...(section?.at ?? []),
    ...(coming?.at ?? []),
    ...mine,
    ...(['asks', 'things', 'every', 'beside'] as const).flatMap((key) =>
      saidIn(key, tokens).flatMap((match) => match.at),
    ),
    ...positionsOf('polite', tokens),
    ...positionsOf('greeting', tokens),
  ]);
  if (tokens.some(({ person }, index) => person === undefined && !explained.has(index))) return undefined;
  if (isWeAre(sentence) || !asks(sentence, at, which)) return undefined;
  const person = people[0] ?? (mine.length > 0 && which !== 'unacknowledged' ? hearing.by.id : undefined);
  // What is open today is open now.
  const isNow = which === 'open' && coming?.to === hearing.today;
  return show(
    {
      which: coming && which === 'open' && !isNow ? 'due' : which,
      ...(section && { section: section.section }),
      ...(person !== undefined && { person }),
      ...(coming && !isNow && { ...(coming.from !== undefined && { from: coming.from }), to: coming.to }),
    },
    hearing.by.id,
  );
};

/** The place of a token taken by something else says nothing about days. */
const withoutAt = (tokens: readonly Token[], at: readonly number[]): readonly Token[] =>
  tokens.map((token, index) => (at.includes(index) ? { ...token, key: '' } : token));

/** "Which items does Ben have?": what of it is open. */
const possessionIn = (tokens: readonly Token[]): ReturnType<typeof conditionIn> => {
  const [having] = saidIn('having', tokens);
  return having && { which: 'open', at: having.at };
};

/** The one thing that is asked for; what takes more words says more. None where it says two. */
const conditionIn = (
  tokens: readonly Token[],
): { readonly which: Condition; readonly at: readonly number[] } | undefined => {
  const all = conditions
    .flatMap((which) => saidIn(which, tokens).map(({ at, typos }) => ({ which, at, typos })))
    .sort((one, other) => other.at.length - one.at.length || one.typos - other.typos);
  const [best] = all;
  if (!best) return undefined;
  const places = (which: Condition): readonly number[] =>
    all.filter((one) => one.which === which).flatMap(({ at }) => at);
  const taken = new Set(places(best.which));
  const rest = all.filter(({ which, at }) => which !== best.which && at.every((one) => !taken.has(one)));
  const [other, ...more] = new Set([best.which, ...rest.map(({ which }) => which)]);
  if (more.length === 0) return { which: best.which, at: [...taken] };
  // What is overdue is open as well.
  const which = other === 'open' ? more[0] : other;
  const isBoth =
    more.length > 1 || (other !== 'open' && !more.includes('open')) || tokens.some(({ key }) => joins.has(key));
  return isBoth || which === undefined || !narrower.includes(which)
    ? undefined
    : { which, at: [...taken, ...rest.flatMap(({ at }) => at)] };
};
/** What stands so is open as well. */
const narrower: readonly Condition[] = ['blocked', 'overdue', 'unassigned', 'unacknowledged', 'due'];

/** They say how something stands, and nothing that could have been done. */
const standing: readonly Condition[] = ['overdue', 'unassigned', 'due'];
const shortest = 4;
/** Names of the list itself. */
const lists = new Set('opl lop todo todos dos aufgabenliste punkteliste'.split(' '));
/** May stand before a word that asks. */
const joins = new Set('and und also then dann so oder or but aber denn'.split(' '));

/** A question mark, a word that asks at the beginning, or nothing but "done items": "items done" states it. */
const asks = (sentence: Sentence, at: readonly number[], which: Condition): boolean => {
  const { tokens } = sentence;
  if (isQuestion(sentence, true)) return true;
  const begun = saidFirst(['greeting', 'polite'], tokens);
  const first = joins.has(tokens[begun]?.key ?? '') ? begun + 1 : begun;
  if (saidIn('asks', tokens).some((match) => match.at[0] === first)) return true;
  const things = saidIn('things', tokens).flatMap((match) => match.at);
  const named = at.some((one) => things.includes(one + 1) || lists.has(tokens[one]?.key ?? ''));
  return named || (standing.includes(which) && tokens.length - begun <= shortest);
};

/** What is left, over everything or in a section, and one's own have showings of their own. */
const show = (question: ItemQuestion, asker: string): Request => {
  const { which, section, person, from, to } = question;
  if (which !== 'open' || (from ?? to) !== undefined) return { type: 'show', what: 'items', question };
  if (person === undefined)
    return section === undefined
      ? { type: 'show', what: 'left' }
      : { type: 'show', what: 'section', section, which: 'open' };
  if (person === asker && section === undefined) return { type: 'show', what: 'mine' };
  return { type: 'show', what: 'items', question };
};
