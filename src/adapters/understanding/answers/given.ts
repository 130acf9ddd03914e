import type { About, Filled, Form, ItemVerb } from '../../../application/request';
import { limits, type Role } from '../../../engagement/index';
import { affairIn } from '../affairs/index';
import { endOf } from '../affairs/lexicon';
import type { Context } from '../context';
import { cutsOf, reasonIn } from '../cuts';
import { dayIn } from '../days/index';
import { ownWords } from '../normalise';
import { personIn } from '../people';
import { codesOf, hear, type Sentence } from '../sentence';
import { positionsOf } from '../lexicon';
import type { Token } from '../tokens';
import { beginsWith, isNothingBut, wordsAt } from './words';

/** What an answer gives of what a form asks for. */
export type Given = {
  readonly about?: About;
  readonly filled?: Filled;
  /** Nothing but somebody's own words, which nothing announced: what they are is not sure. */
  readonly bare?: true;
};
/** `shows`: it could also ask to see something. */
export type Answer = { readonly sentence: Sentence; readonly context: Context; readonly shows: () => boolean };

/** The day each of these asks for, and whether somebody's own words. */
const days = {
  'item.assign': 'dueOn',
  'item.schedule': 'dueOn',
  'item.defer': 'until',
} as const satisfies Partial<Record<Form, keyof Filled>>;
const texts: Readonly<Partial<Record<Form | ItemVerb, 'reason' | 'note' | 'title'>>> = {
  'item.defer': 'reason',
  'item.exclude': 'reason',
  'item.block': 'reason',
  'item.note': 'note',
  'item.rename': 'title',
  'phase.advance': 'reason',
  'engagement.cancel': 'reason',
};
/** What one would have said with the day at once. */
const openings: Readonly<Partial<Record<Form | ItemVerb, readonly string[]>>> = {
  'person.away': ["I'm away", "I'm away until", 'Ich bin abwesend', 'Ich bin abwesend bis'],
  'reminder.snooze': ['Quiet', 'Quiet until', 'Erinnerungen stumm', 'Erinnerungen stumm bis'],
  'engagement.pause': ['Pause', 'Pause until', 'Pausiere', 'Pausiere bis'],
};

/** Undefined when it gives nothing, or says something that none of it explains. */
export const givenIn = (verb: Form | ItemVerb, filled: Filled, answer: Answer): Given | undefined => {
  if (verb === 'role.set') return roleGiven(answer);
  if (verb === 'person.handOver') return heirGiven(filled, answer);
  if (openings[verb]) return endGiven(openings[verb], answer);
  return partsGiven(verb, filled, answer);
};

/** A day, somebody, a reason, in whichever order they were said. */
const partsGiven = (verb: Form | ItemVerb, filled: Filled, { sentence, context, shows }: Answer): Given | undefined => {
  const because = cutsOf(sentence, 60).find(({ kind }) => kind === 'because' || kind === 'mark');
  const reason = because ? reasonIn(because.tail, verb === 'item.block') : '';
  const named = texts[verb];
  if (because && reason && named && !isObjection(sentence)) {
    const given = wordsGiven(verb, { ...sentence, tokens: because.head }, context);
    if (given?.rest.length === 0) return { filled: { ...given.filled, [named]: reason } };
  }
  const given = wordsGiven(verb, sentence, context);
  if (given && given.rest.length === 0) return { filled: given.filled };
  if (!named || shows()) return undefined;
  // "Until Friday, the vendor is late": the day first, and then the reason.
  const after = given && Math.max(...given.used) + 1;
  const follows = after !== undefined && given?.rest.every((at) => at >= after);
  const own = isObjection(sentence) ? undefined : textFrom(sentence, follows ? after : 0, verb, context);
  // What is filled in already gives way only to what is surely meant to be the same.
  const isWanted = follows || own?.announced || !Object.hasOwn(filled, named);
  if (!own || !isWanted) return undefined;
  const filling = { ...(follows && given?.filled), [named]: own.text };
  return { filled: filling, ...(!own.announced && !follows && { bare: true }) };
};

type Words = { readonly filled: Filled; readonly used: readonly number[]; readonly rest: readonly number[] };

/** What the words themselves give: a day and a person, as far as this verb wants them. Undefined when they give neither. */
const wordsGiven = (verb: Form | ItemVerb, { text, tokens }: Sentence, context: Context): Words | undefined => {
  const { today, by } = context.hearing;
  const name = verb in days ? days[verb as keyof typeof days] : undefined;
  const purpose = name === 'until' ? 'until' : 'due';
  const day = name && dayIn(text, tokens, { today, language: context.language, purpose });
  const me = verb === 'item.assign' ? positionsOf('me', tokens) : new Set<number>();
  const person = verb === 'item.assign' ? personIn(tokens, me.size > 0, by) : undefined;
  const at = [...(day?.at ?? []), ...me, ...tokens.flatMap((one, index) => (one.person === undefined ? [] : [index]))];
  const quiet = wordsAt('quiet', tokens);
  if (day === undefined && person === undefined) return undefined;
  return {
    filled: { ...(name && day && { [name]: day.day }), ...(person !== undefined && { assignee: person }) },
    used: at,
    rest: tokens.flatMap((_, index) => (at.includes(index) || quiet.has(index) || joins(tokens[index]) ? [] : [index])),
  };
};

const joins = (token: Token | undefined): boolean =>
  /^(?:until|till|til|bis|ab|from|due|faellig)$/.test(token?.key ?? '');

/** Somebody's own words from a token on; none where they name an item, or say no more than "thanks". */
const textFrom = (
  { text, tokens }: Sentence,
  from: number,
  verb: Form | ItemVerb,
  { hearing }: Context,
): { readonly text: string; readonly announced: boolean } | undefined => {
  const words = tokens.slice(from);
  const small = new Set([
    ...positionsOf('polite', words),
    ...positionsOf('greeting', words),
    ...positionsOf('filler', words),
  ]);
  if (words.every((_, at) => small.has(at)) || isNothingBut('yes', words) || isNothingBut('no', words))
    return undefined;
  if (words[0]?.person !== undefined) return undefined;
  const own = ownWords(text.slice(words[0]?.start ?? 0));
  const reason = texts[verb] === 'reason' ? reasonIn(own, verb === 'item.block') : own;
  // "A5, too" is none; "because A5 is late" is one.
  const { items, unknownCode } = codesOf(words, hearing);
  const announced = reason !== own;
  if ((items.length > 0 || unknownCode !== undefined) && !announced) return undefined;
  return reason === '' || reason.length > limits.note ? undefined : { text: reason, announced };
};

/** "Sorry, wrong item" and "you are funny" give no reason. */
const isObjection = ({ tokens }: Sentence): boolean =>
  beginsWith('objecting', tokens) || wordsAt('addressing', tokens).size > 0;

const roleGiven = ({ sentence: { tokens }, context }: Answer): Given | undefined => {
  const roles = (['lead', 'specialist', 'member'] as const).filter((role) =>
    tokens.some((_, at) => endOf(role, tokens, at) !== undefined),
  );
  const [role, another] = roles as readonly Role[];
  const me = positionsOf('me', tokens);
  const assignee = personIn(tokens, me.size > 0, context.hearing.by);
  if (another || (role === undefined && assignee === undefined)) return undefined;
  const quiet = wordsAt('quiet', tokens);
  const isRole = (at: number): boolean =>
    tokens.slice(0, at + 1).some((_, from) => role !== undefined && (endOf(role, tokens, from) ?? 0) > at);
  const isKnown = tokens.every(({ person }, at) => person !== undefined || me.has(at) || quiet.has(at) || isRole(at));
  return isKnown ? { filled: { ...(role && { role }), ...(assignee !== undefined && { assignee }) } } : undefined;
};

/** To whom; or from whom to whom. */
const heirGiven = (filled: Filled, { sentence: { tokens }, context }: Answer): Given | undefined => {
  const me = positionsOf('me', tokens);
  const quiet = wordsAt('quiet', tokens);
  const people = tokens.flatMap(({ person }, at) => person ?? (me.has(at) ? [context.hearing.by.id] : []));
  if (
    tokens.some(
      ({ person, key }, at) =>
        person === undefined && !me.has(at) && !quiet.has(at) && !/^(?:from|von|zu|an)$/.test(key),
    )
  )
    return undefined;
  const [first, second, third] = people;
  if (first === undefined || third !== undefined) return undefined;
  if (second !== undefined) return { filled: { person: first, assignee: second } };
  return { filled: filled.person === undefined ? { person: first } : { assignee: first } };
};

/** Until when, as the same is said in a whole sentence. */
const endGiven = (before: readonly string[], { sentence, context }: Answer): Given | undefined => {
  for (const opening of before) {
    const request = affairIn(hear(`${opening} ${sentence.text}`, context.hearing), context);
    const [wish] = request?.type === 'act' ? request.wishes : [];
    if (wish && 'until' in wish) return { filled: { until: wish.until } };
  }
  return undefined;
};
