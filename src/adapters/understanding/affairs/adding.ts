import type { Request } from '../../../application/request';
import { type Section, sections } from '../../../engagement/index';
import type { Context } from '../context';
import { positionsOf, saidFirst, saidLast } from '../lexicon';
import { type Verb, verbs } from '../kinds';
import { isQuestion } from '../readings';
import type { Sentence } from '../sentence';
import type { Words } from '../template';
import { part, type Token, tokensOf } from '../tokens';
import { heardIn } from './heard';
import type { Adding, Said } from './kinds';
import { saidAsWhole } from './lexicon';
import { form } from './meaning';

/** What adds items, and its words without those of the items, which tell nothing about the language. */
export type Added = { readonly request: Request; readonly frame: readonly Token[] };

/** Nobody needs more words, or characters, before the list. */
const most = { words: 40, head: 200 } as const;

/** "add to Remediate: …", and the lines that follow; "add Replace root CA to Remediate". */
export const addingIn = (sentence: Sentence, context: Context): Added | undefined =>
  listAfter(sentence, context) ?? itemWithin(sentence, context);

/** The text up to a colon or the end of its line, and what comes after it. */
const listAfter = (sentence: Sentence, context: Context): Added | undefined => {
  for (const { head, list } of splits(sentence)) {
    const said = (key: Adding): Said | undefined => saidAsWhole(key, heardIn(head, context));
    const steps = said('addSteps') ?? (isList(list) ? said('steps') : undefined);
    const section = sectionIn(said('addLines')) ?? (steps && 'remediate');
    if (section === undefined) continue;
    const text = withoutThanks(list);
    const request: Request =
      text === '' ? form('item.add', {}, { phase: section }) : { type: 'add', phase: section, text };
    return { request, frame: head.tokens };
  }
  return undefined;
};

type Split = { readonly head: Words; readonly list: string };

const splits = ({ text, tokens }: Sentence): readonly Split[] => {
  const [line] = text.split('\n', 1);
  const ends = [text.indexOf(':'), line?.length ?? 0].filter((end) => end > 0 && end <= most.head);
  return ends.flatMap((end) => {
    const before = upTo(tokens, end);
    if (before.length === 0 || before.length > most.words) return [];
    return [{ head: { text: text.slice(0, end), tokens: before, open: false }, list: text.slice(end + 1).trim() }];
  });
};

const sectionIn = (said: Said | undefined): Section | undefined => sections.find((one) => one === said?.section);

/** "Maßnahmen" is also what an item is called: "Maßnahmen: noch nicht erledigt" adds nothing. */
const isList = (list: string): boolean => {
  const tokens = tokensOf(list.slice(0, most.head));
  const said = new Set([...verbs, ...joints].flatMap((key) => [...positionsOf(key, tokens)]));
  return tokens.some((_, at) => !said.has(at));
};
const joints = ['doubt', 'filler', 'glue', 'still', 'polite', 'greeting'] as const;

/** Without the thanks on a line of their own at the end. */
const withoutThanks = (list: string): string => {
  const last = list.slice(list.lastIndexOf('\n') + 1);
  if (last === list || last.length > most.head) return list;
  const tokens = tokensOf(last);
  const kind = new Set([...positionsOf('greeting', tokens), ...positionsOf('polite', tokens)]);
  const isThanks = tokens.length > 0 && tokens.every((_, at) => kind.has(at));
  return isThanks ? list.slice(0, -last.length).trim() : list;
};

const itemWithin = (sentence: Sentence, context: Context): Added | undefined => {
  const whole = firstLine(sentence);
  const line = withoutPoliteness(whole);
  const said = saidAsWhole('addHere', heardIn(line, context));
  const section = sectionIn(said);
  if (said?.text === undefined || section === undefined || isNothingNew(said.text, line)) return undefined;
  const text = withoutThanks(`${said.text}${sentence.text.slice(line.text.length)}`);
  const request: Request = isQuestion(whole, true)
    ? form('item.add', { lines: text }, { phase: section })
    : { type: 'add', phase: section, text };
  return { request, frame: outside(line, said.text) };
};

/** "add: Replace root CA" – where to, has to be asked. Only to be tried when nothing else was understood of it. */
export const addingSomewhere = (sentence: Sentence, context: Context): Added | undefined => {
  for (const { head, list } of splits(sentence)) {
    const polite = withoutPoliteness(head);
    const said = saidAsWhole('addSomewhere', heardIn(polite, context));
    if (!said || (said.text !== undefined && (isNothingNew(said.text, polite) || hasCode(head)))) continue;
    const lines = withoutThanks([said.text, list].filter((part) => part !== undefined && part !== '').join('\n'));
    return { request: form('item.add', lines === '' ? {} : { lines }), frame: outside(head, said.text ?? '') };
  }
  return undefined;
};

const hasCode = ({ tokens }: Words): boolean => tokens.some((token) => token.code !== undefined);

/** The tokens that end there at the latest. */
const upTo = (tokens: readonly Token[], end: number): readonly Token[] =>
  part(tokens, 0, tokens.filter((token) => token.end <= end).length);

const firstLine = ({ text, tokens }: Sentence): Words => {
  const end = text.split('\n', 1)[0]?.length ?? 0;
  const line = part(upTo(tokens, end), 0, most.words + 1);
  return { text: text.slice(0, end), tokens: line, open: line.length > most.words };
};

const withoutPoliteness = (words: Words): Words => ({
  ...words,
  tokens: part(words.tokens, saidFirst(['polite', 'greeting'], words.tokens)),
});

/** Items and people that are here already, what is said about an item, and what is not to be done, are not added. */
const isNothingNew = (text: string, { tokens, text: whole }: Words): boolean => {
  const from = whole.indexOf(text);
  const inside = tokens.filter((token) => token.start >= from && token.end <= from + text.length);
  const named = inside.filter((token) => token.code !== undefined || token.person !== undefined);
  const codes = named.some((token) => token.code !== undefined);
  const first = inside[0] === tokens[0];
  const begun = inside.findIndex(({ key }) => !articles.has(key));
  // "Add a note to the support plan", "add a deadline".
  if (saidFirst(aboutItems, inside.slice(begun)) > 0) return true;
  const doubtful = first && (positionsOf('doubt', inside).size > 0 || saidFirst(['asking'], inside) > 0);
  if (named.length === inside.length || doubtful || saidLast(['doubt'], inside) > 0) return true;
  return codes && aboutItems.some((verb) => positionsOf(verb, inside).size > 0);
};
const aboutItems: readonly Verb[] = ['note', 'schedule', 'take', 'assign'];
const articles = new Set('a an the this following ein eine einen den die das diese folgende folgenden'.split(' '));

const outside = ({ text, tokens }: Words, inside: string): readonly Token[] => {
  const from = text.indexOf(inside);
  return tokens.filter((token) => inside === '' || token.end <= from || token.start >= from + inside.length);
};
