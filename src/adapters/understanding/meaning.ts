import type { Request } from '../../application/request';
import { act } from './act';
import { type Context, showItems, unclear } from './context';
import { type CutKind, cutsOf, noteIn, reasonIn } from './cuts';
import { dayIn } from './days/index';
import { periodIn } from './days/periods';
import { type Verb, verbs } from './kinds';
import { positionsOf, saidFirst } from './lexicon';
import { isQuestion, type Heard, type Reading, read, sensesOf } from './readings';
import { codesOf, hear, type Sentence } from './sentence';
import { part, tokensOf } from './tokens';
import { twinsIn } from './twins';
import { view } from './views';

/** Nobody needs more words before the reason. */
const longestHead = 60;
/** Nor does anybody pause more often before it. */
const mostCuts = 10;

const reasoned: readonly Verb[] = ['defer', 'move', 'exclude', 'block'];
/** Why is said, but nobody keeps it. */
const excused: readonly Verb[] = ['release', 'schedule', 'dated', 'unschedule', 'remove'];
/** After which verbs a sentence may be cut so. */
const cuttable: Readonly<Record<CutKind, readonly Verb[]>> = {
  mark: ['complete', 'reopen', 'note', ...reasoned],
  because: ['acknowledge', 'take', 'assign', 'complete', 'unblock', 'reopen', ...reasoned, ...excused],
  waits: reasoned,
  since: reasoned,
  blockedBy: ['block'],
  that: ['note'],
  comma: ['note', ...reasoned],
};

/** What a sentence means. What it says in part or not at all becomes `unclear`; nothing is ever guessed. */
export const meaningOf = (sentence: Sentence, context: Context): Request => {
  if (sentence.tokens.length === 0) return sentence.text.includes('?') ? { type: 'show', what: 'help' } : unclear([]);
  return withTail(sentence, context) ?? withoutTail(sentence, context);
};

const isVerb = (key: Reading['key']): key is Verb => verbs.some((verb) => verb === key);

/** The sentence as verb and items, followed by somebody's own words. */
const withTail = (sentence: Sentence, context: Context): Request | undefined => {
  for (const { kind, head, tail } of cutsOf(sentence, longestHead).slice(0, mostCuts)) {
    if (kind === 'since' && isTime(tail, context)) continue;
    const heard = read(sentence.text, head, context.hearing.today, context.language);
    const best = completedWith(kind, heard) ?? heard.readings[0];
    const silent = kind === 'waits' && !best;
    const verb = silent ? 'block' : best?.key;
    if (verb === undefined || !isVerb(verb) || !cuttable[kind].includes(verb)) continue;
    const reading = best ?? { key: verb, used: new Set<number>(), rest: heard.plain };
    const wantsDay = kind === 'mark' && (verb === 'defer' || verb === 'move') && reading.day === undefined;
    if ((kind === 'comma' || wantsDay) && goesOn(tail, context)) continue;
    const text = verb === 'note' ? noteIn(tail) : isCourtesy(tail, verb) ? '' : reasonIn(tail, verb === 'block');
    // A note may ask something.
    const asked = isQuestion({ text: sentence.text, tokens: head }, verb !== 'note' || kind !== 'mark');
    if (verb === 'complete' && takesBack(text)) return unclear(codesOf(head, context.hearing).items);
    // "A3 until Friday because of holidays" puts it off rather than making it due.
    if (verb === 'dated' && text !== '' && isUntil(reading, head))
      return unclear(codesOf(head, context.hearing).items, reading);
    const request = act({ verb, reading, heard, asked, tail: text }, context);
    if (request && !(request.type === 'whichItem' && isNoTail(kind, tail, context)))
      return withTailDay(request, text, context);
  }
  return undefined;
};

const isUntil = ({ used }: Reading, head: Heard['tokens']): boolean =>
  [...used].some((at) => ['until', 'till', 'bis'].includes(head[at]?.key ?? ''));

/** "Since Monday" gives no reason. */
const isTime = (tail: string, { hearing, language }: Context): boolean => {
  const since = `since ${tail.slice(0, 60)}`;
  const tokens = tokensOf(since);
  return periodIn(since, tokens, { today: hearing.today, language })?.at.length === tokens.length;
};

/** Nobody takes more words to be unsure. */
const shortest = 5;

/** "Done – not yet", "done – I think": what follows says that it is not. "No issues" does not. */
const takesBack = (text: string): boolean => {
  const tokens = tokensOf(text.slice(0, 60));
  if (saidFirst(['doubt'], tokens) > 0) return !/^(?:no|kein\p{L}*)\s/iu.test(text);
  return tokens.length <= shortest && positionsOf('unsure', tokens).size > 0;
};

/** "Erledigt: A3" says to which item after the mark, and "note that A3 is done" is none. */
const isNoTail = (kind: CutKind, tail: string, { hearing }: Context): boolean =>
  kind === 'that' || codesOf(hear(tail.slice(0, 200), hearing).tokens, hearing).items.length > 0;

/** "A3 done, note: …": what is noted belongs to what was done. */
const completedWith = (kind: CutKind, { readings, tokens }: Heard): Reading | undefined => {
  const last = tokens.length - 1;
  const noted = readings.some(({ key, used }) => key === 'note' && used.has(last));
  const done =
    kind === 'mark' && noted ? readings.find(({ key, used }) => key === 'complete' && !used.has(last)) : undefined;
  return done && { ...done, rest: done.rest.filter((at) => at !== last) };
};

/** After a comma: another item, a date or mere politeness belong to the sentence itself. */
const goesOn = (tail: string, { hearing, language }: Context): boolean => {
  const tokens = tokensOf(tail.slice(0, 200));
  const joins = ['und', 'and', 'or', 'oder'].includes(tokens[0]?.key ?? '');
  const known = new Set(hearing.items.map((one) => one.item.toLowerCase()));
  const names = known.has(tokens[joins ? 1 : 0]?.key ?? '');
  const day = dayIn(tail, tokens, { today: hearing.today, language, purpose: 'until' });
  return names || day?.at[0] === 0 || isCourtesy(tail);
};

/** Nothing of its own: "thanks", or the verb once more ("we don't need it" is a reason, though). */
const isCourtesy = (tail: string, verb?: Verb): boolean => {
  const tokens = tokensOf(tail.slice(0, 60));
  const again = verb && tokens.length <= 2 ? [verb] : [];
  const kind = (['polite', 'greeting', ...again] as const).map((key) => positionsOf(key, tokens));
  const isKind = (at: number): boolean => kind.some((positions) => positions.has(at));
  const filler = positionsOf('filler', tokens);
  return tokens.some((_, at) => isKind(at)) && tokens.every((_, at) => isKind(at) || filler.has(at));
};

/** "… wegen Urlaub auf Montag": a date at the very end of the reason is offered, not taken for granted. */
const withTailDay = (request: Request, text: string, { hearing, language }: Context): Request => {
  if (request.type !== 'show' || request.what !== 'form' || request.form !== 'item.defer') return request;
  if (request.filled.until !== undefined) return request;
  const tokens = tokensOf(text).slice(-longestHead);
  const day = dayIn(text, tokens, { today: hearing.today, language, purpose: 'until' });
  const first = tokens[day?.at[0] ?? 0];
  if (!day || !first || day.at.at(-1) !== tokens.length - 1) return request;
  const reason = text.slice(0, first.start).replace(/[\s,;–-]+$/, '');
  return { ...request, filled: { until: day.day, ...(reason && { reason }) } };
};

const withoutTail = (sentence: Sentence, context: Context): Request => {
  const { hearing, language } = context;
  const tokens = part(sentence.tokens, 0, longestHead);
  const heard = read(sentence.text, tokens, hearing.today, language);
  const asked = isQuestion({ text: sentence.text, tokens }, true);
  const cutOff = sentence.tokens.length > longestHead;
  for (const reading of cutOff ? [] : sensesOf(heard)) {
    const { key } = reading;
    const request = isVerb(key)
      ? act({ verb: key, reading, heard, asked }, context)
      : view(key, reading, heard, context);
    if (request) return request;
  }
  return cutOff ? unclear(codesOf(tokens, hearing).items) : names(sentence, heard, asked, context);
};

/** No verb at all: "A3", "Assess", "directory sync" are shown; anything more is not understood. */
const names = (sentence: Sentence, heard: Heard, asked: boolean, context: Context): Request => {
  const { hearing, finder } = context;
  const { tokens, plain, sections } = heard;
  const codes = codesOf(tokens, hearing);
  const day = heard.day;
  if (codes.unknownCode !== undefined) return unclear(codes.items, codes);
  const asking = positionsOf('asking', tokens);
  const words = plain.filter((at) => !heard.glue.has(at) && !asking.has(at)).map((at) => tokens[at]?.key ?? '');
  const addressed = tokens.some((token) => token.person !== undefined);
  const [first, second] = codes.items;
  if (first !== undefined) {
    const onlyNames = words.length === 0 || (second === undefined && finder.covers(first, words));
    const twins = twinsIn(heard, codes.items, context);
    if (twins.length > 1 && !addressed && day === undefined) return showItems(twins);
    if (asked || (onlyNames && !addressed && day === undefined)) return showItems(codes.items);
    return (
      forSomebody(heard, first, second === undefined && day === undefined && !addressed) ??
      unclear(codes.items, { day })
    );
  }
  const [section, another] = sections;
  if (section && !another && plain.every((at) => section.at.includes(at) || heard.glue.has(at)))
    return { type: 'show', what: 'section', section: section.section, which: 'all' };
  const doubtful = plain.some((at) => heard.doubt.has(at)) && !asked;
  const found = doubtful || addressed ? { type: 'none' as const } : finder.find(words);
  if (found.type === 'one') return showItems([found.item]);
  const verbal = heard.readings.some((reading) => isVerb(reading.key) && reading.key !== 'hand');
  if (found.type === 'several' && !verbal)
    return found.items.length > 1 || asked ? showItems(found.items) : unclear(found.items);
  return unclear([], { day: verbal ? day : undefined });
};

/** "A3 for Anna", and nobody of that name was mentioned: her name has to be chosen. */
const forSomebody = ({ readings, tokens }: Heard, item: string, alone: boolean): Request | undefined => {
  const hand = readings.find((reading) => reading.key === 'hand');
  const position = Math.min(...(hand?.used ?? []));
  const fits = alone && hand && position === 1 && tokens.length >= 3 && tokens.length <= 5;
  return fits ? { type: 'show', what: 'form', form: 'item.assign', about: { item }, filled: {} } : undefined;
};
