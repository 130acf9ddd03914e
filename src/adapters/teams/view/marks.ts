import type { Reply } from '../../../application/reply';
import type { Card } from '../cards';

/**
 * What every press of a card says beside what it is for: on which living card it stands, that it closes a form, or to
 * whom the question was put.
 */
type Marks = Readonly<Record<string, string>>;

const forms: readonly Reply['show']['show'][] = ['form', 'startForm', 'confirm'];

export const marksOf = ({ card, show, asks }: Reply): Marks => ({
  ...(card !== undefined && { card }),
  ...(forms.includes(show.show) && { closes: 'form' }),
  ...(asks !== undefined && { asked: asks }),
});

/** The same card, with these marks in the data of every press: of buttons, of rows, and of what stands in for them. */
export const marked = (card: Card, marks: Marks): Card =>
  Object.keys(marks).length === 0 ? card : (mark(card, marks) as Card);

const mark = (value: unknown, marks: Marks): unknown => {
  if (Array.isArray(value)) return value.map((one) => mark(one, marks));
  if (typeof value !== 'object' || value === null) return value;
  const inside = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mark(one, marks)]));
  return isPress(value) ? { ...inside, data: { ...value.data, ...marks } } : inside;
};

const isPress = (value: object): value is { readonly data?: object } =>
  'type' in value && (value.type === 'Action.Execute' || value.type === 'Action.Submit');
