import type { Request } from '../../application/request';
import type { ItemCode } from '../../engagement/index';
import { actByWords } from './act-by-words';
import type { Verb } from './kinds';
import { type Context, showItems, unclear } from './context';
import { positionsOf } from './lexicon';
import { ownWords } from './normalise';
import { formFor, requestFor } from './requests';
import { type Beside, besideOf, detailsOf, type Said, withHands } from './said';
import { codesOf } from './sentence';

/** What a verb asks for. Undefined when it says nothing about any item, so that the words may mean something else. */
export const act = (spoken: Said, context: Context): Request | undefined => {
  const said = withHands(spoken);
  const codes = codesOf(said.heard.tokens, context.hearing);
  if (codes.unknownCode !== undefined) return unclear(codes.items, codes);
  const beside = besideOf(said);
  if (codes.items.length > 0) return actByCodes(said, codes.items, beside, context);
  if (said.verb === 'dated') return undefined;
  return wholeSections(said) ?? actByWords(said, beside, context);
};

/** Whoever is named with these is meant in a way nobody can know: "give A3 back to Ben". */
const ofNobody: readonly Verb[] = ['release', 'remove'];

const actByCodes = (said: Said, items: readonly ItemCode[], beside: Beside, context: Context): Request | undefined => {
  if (said.asked) return showItems(items);
  const details = detailsOf(said, context);
  if (said.verb === 'hand' && details.person === undefined) return undefined;
  const toSomebody = said.heard.tokens.some((token) => token.person !== undefined);
  if (said.verb === 'dated' && (details.day === undefined || toSomebody)) return undefined;
  const vague = unclear(items, { day: beside.day });
  if (beside.doubtful || (toSomebody && ofNobody.includes(said.verb))) return vague;
  const [only, another] = items;
  const explained = another === undefined && only !== undefined && context.finder.covers(only, beside.names);
  const clear = beside.words.length === 0 || explained;
  return (clear ? requestFor(said.verb, items, details) : withStrangeWords(said, items, beside, context)) ?? vague;
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
  return token && formFor(verb, items, { ...details, text: ownWords(heard.text.slice(token.start)) });
};
