import type { Card } from '../../src/adapters/teams/cards';

export type Element = Readonly<Record<string, unknown>> & { readonly type?: string };

export type Execute = {
  readonly title: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, string>>;
  readonly mode?: string;
  readonly associatedInputs?: string;
  readonly fallback?: Readonly<Record<string, unknown>>;
};

/** An object of a card and the property it stands in, everything below included. */
type Found = { readonly element: Element; readonly under: string };

const objects = function* (value: unknown, under: string): Generator<Found> {
  if (Array.isArray(value)) for (const one of value) yield* objects(one, under);
  else if (typeof value === 'object' && value !== null) {
    yield { element: value as Element, under };
    for (const [key, one] of Object.entries(value)) yield* objects(one, key);
  }
};

/** Many questions are asked about the same card. */
const known = new WeakMap<Card, readonly Found[]>();

export const foundIn = (card: Card): readonly Found[] => {
  const found = known.get(card) ?? [...objects(card, '')];
  known.set(card, found);
  return found;
};

export const ofType = (card: Card, type: string): readonly Element[] =>
  foundIn(card)
    .map(({ element }) => element)
    .filter((element) => element.type === type);

export const textsOf = (card: Card): readonly string[] => ofType(card, 'TextBlock').map(({ text }) => String(text));

const isWhere = ({ type, isSubtle, size, spacing }: Element): boolean =>
  type === 'TextBlock' && isSubtle === true && size === 'Small' && spacing === 'Small';

/** The line above a screen that says which onboarding it is of. */
export const whereOf = (card: Card): string | undefined => {
  const [line] = ofType(card, 'TextBlock').filter(isWhere);
  return line && String(line['text']);
};

/** What a screen says below that line. */
export const saidBelow = (card: Card): readonly string[] =>
  ofType(card, 'TextBlock')
    .filter((element) => !isWhere(element))
    .map(({ text }) => String(text));

export const inputsOf = (card: Card): readonly Element[] =>
  foundIn(card)
    .map(({ element }) => element)
    .filter(({ type = '' }) => type.startsWith('Input.'));

const executesUnder = (card: Card, wanted: string): readonly Execute[] =>
  foundIn(card)
    .filter(({ element, under }) => element.type === 'Action.Execute' && under === wanted)
    .map(({ element }) => element as unknown as Execute);

export const buttonsOf = (card: Card): readonly Execute[] => executesUnder(card, 'actions');
export const rowsOf = (card: Card): readonly Execute[] => executesUnder(card, 'selectAction');

/** Every text of a card, wherever it stands. */
export const stringsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
};

/** What a reader of Markdown makes of a TextBlock without any markup in it. */
export const readAloud = (text: string): string =>
  text
    .replace(/^\*\*([A-Z]\d+)\*\* /, '$1 ')
    .replace(/\\([!-/:-@[-`{-~])|&(lt|amp);/g, (_, mark?: string, entity?: string) =>
      mark === undefined ? (entity === 'lt' ? '<' : '&') : mark,
    )
    .replace(/\u200b/g, '');

/** A link of ours: its text, which is Markdown, and where it leads. */
export const linkPattern = /\[((?:\\.|[^\\[\]])*)\]\((https:\/\/teams\.microsoft\.com\/l\/message\/[\w%.?=&/-]+)\)/g;

/** Whether Markdown, a mention or a template function would still be seen in it, beside a link of ours. */
export const hasMarkup = (text: string): boolean => {
  const left = text
    .replace(linkPattern, '$1')
    .replace(/^\*\*[A-Z]\d+\*\* /, '')
    .replace(/\\[!-/:-@[-`{-~]/g, 'x');
  return /[*_`~[\]<]|\{\{|^(?: {4}|\t|\s*(?:[-+>#=]|\d+\.\s))|&(?!lt;|amp;)/m.test(left);
};
