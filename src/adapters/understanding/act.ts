import type { Request } from '../../application/request';
import type { ItemCode } from '../../engagement/index';
import { actByWords } from './act-by-words';
import type { Verb } from './kinds';
import { type Context, showItems, unclear } from './context';
import { positionsOf } from './lexicon';
import { listedIn } from './listed';
import { ownWords } from './normalise';
import { filledFor, formFor, itemVerbFor, itemVerbOf, requestFor } from './requests';
import { type Beside, besideOf, detailsOf, type Said, withHands } from './said';
import { codesOf } from './sentence';
import { twinsIn } from './twins';

/** What a verb asks for. Undefined when it says nothing about any item, so that the words may mean something else. */
export const act = (spoken: Said, context: Context): Request | undefined => {
  const said = withHands(spoken);
  const codes = codesOf(said.heard.tokens, context.hearing);
  if (codes.unknownCode !== undefined) return unclear(codes.items, codes);
  const beside = besideOf(said, context.hearing.today);
  if (codes.items.length > 0) return actByCodes(said, codes.items, beside, context);
  if (said.verb === 'dated') return undefined;
  return wholeSections(said) ?? actByWords(said, beside, context) ?? ofSomething(said, beside, context);
};

const itself = new Set('it that this them those these one das es ihn dies diesen diese dieses'.split(' '));

/** "Mark it as done": everything is said but which item. */
const ofSomething = (said: Said, { words, doubtful }: Beside, context: Context): Request | undefined => {
  const { tokens } = said.heard;
  const verb = itemVerbOf[said.verb];
  const isAsked = positionsOf('polite', tokens).size > 0;
  const isMeant = isAsked || tokens.some(({ key }) => itself.has(key)) || said.reading.used.size > 1;
  const strange = words.filter((at) => !itself.has(tokens[at]?.key ?? ''));
  // "Ben is done".
  const ofOthers = verb !== 'item.assign' && tokens.some(({ person }) => person !== undefined);
  if (said.asked || doubtful || strange.length > 0 || bare.includes(said.verb) || !isMeant || ofOthers)
    return undefined;
  const details = detailsOf(said, context);
  return { type: 'whichItem', verb: itemVerbFor(said.verb, details), filled: filledFor(said.verb, details) };
};

/** These say nothing where nothing is named: the bare "for Anna", "by Friday", "is not due". */
const bare: readonly Verb[] = ['hand', 'dated', 'unschedule'];

/** Whoever is named with these is meant in a way nobody can know: "give A3 back to Ben". */
const ofNobody: readonly Verb[] = ['release', 'remove'];

const actByCodes = (said: Said, items: readonly ItemCode[], beside: Beside, context: Context): Request | undefined => {
  if (said.asked) return showItems(items);
  const details = detailsOf(said, context);
  if (said.verb === 'hand' && details.person === undefined) return undefined;
  const toSomebody = said.heard.tokens.some((token) => token.person !== undefined);
  if (said.verb === 'dated' && (details.day === undefined || toSomebody)) return undefined;
  const vague = unclear(items, { day: beside.day });
  const elsewhere = inOtherSection(said, items, context);
  if (elsewhere) return elsewhere;
  if (beside.doubtful || (toSomebody && ofNobody.includes(said.verb))) return vague;
  const listed = listedIn(said.heard.text, said.heard.tokens, beside.words, context.finder);
  if (listed) return requestFor(said.verb, listed, details) ?? vague;
  const [only, another] = items;
  const inSection = new Set(said.heard.sections.flatMap((one) => one.at));
  const besides = beside.words.filter((at) => !inSection.has(at));
  const explained =
    (another === undefined && only !== undefined && context.finder.covers(only, beside.names)) ||
    (besides.length === 0 && areInside(said, items, context));
  const clear = beside.words.length === 0 || explained;
  return (clear ? requestFor(said.verb, items, details) : withStrangeWords(said, items, beside, context)) ?? vague;
};

/** "A6 in Assess": said twice, in two ways. */
const areInside = ({ heard }: Said, items: readonly ItemCode[], { hearing }: Context): boolean =>
  heard.sections.length === 1 &&
  items.every((item) => hearing.items.find((one) => one.item === item)?.section === heard.sections[0]?.section);

/** "E1 in der Einleitung": which of the two? */
const inOtherSection = (said: Said, items: readonly ItemCode[], context: Context): Request | undefined => {
  // Whoever moves something names where to.
  if (said.verb === 'move' || said.verb === 'defer') return undefined;
  const details = detailsOf(said, context);
  const options = twinsIn(said.heard, items, context).flatMap((item) => {
    const request = requestFor(said.verb, [item], details);
    return request ? [{ item, request }] : [];
  });
  return options.length > 0 ? { type: 'choose', options } : undefined;
};

/** "Acknowledge Assess", "Analysephase zur Kenntnis genommen". */
const wholeSections = ({ reading, heard, asked, verb }: Said): Request | undefined => {
  const all = positionsOf('everything', heard.tokens);
  const named = new Set(heard.sections.flatMap((one) => one.at));
  const onlySections = reading.rest.every((at) => named.has(at) || heard.glue.has(at) || all.has(at));
  if (verb !== 'acknowledge' || heard.sections.length === 0 || !onlySections || asked) return undefined;
  return { type: 'act', wishes: heard.sections.map(({ section }) => ({ type: 'AcknowledgePhase', phase: section })) };
};

/**
 * Words beside the codes that nothing explains. A form may be shown with them, because it shows what was understood and
 * changes nothing: a name nobody was mentioned by, a day that does not exist, a reason without "because".
 */
const withStrangeWords = (
  said: Said,
  items: readonly ItemCode[],
  { words }: Beside,
  context: Context,
): Request | undefined => {
  const { verb, reading, heard } = said;
  const details = detailsOf(said, context);
  const toSection = heard.sections.some((one) => one.at.some((at) => words.includes(at)));
  if (verb === 'dated' || (verb === 'move' && toSection)) return undefined;
  if (verb === 'assign')
    return details.person === undefined && words.length <= 4 ? formFor(verb, items, details) : undefined;
  const figures = words.every((at) => /^\d/.test(heard.tokens[at]?.key ?? ''));
  if (said.tail || figures) return formFor(verb, items, details);
  const codeAt = heard.tokens.findLastIndex((token) => token.code !== undefined);
  const after = Math.max(codeAt, ...reading.used, (reading.afterDay ?? 0) - 1);
  const [first] = words;
  const token = first === undefined || first <= after ? undefined : heard.tokens[first];
  // A day that is none is no reason.
  if (token && /^\d/.test(token.key)) return formFor(verb, items, details);
  return token && formFor(verb, items, { ...details, text: ownWords(heard.text.slice(token.start)) });
};
