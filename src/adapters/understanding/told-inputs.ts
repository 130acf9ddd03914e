import type { About, Filled, NewLine, Wish } from '../../application/request';
import { verbs } from '../../application/verbs';
import { type Day, type ItemCode, type OperationId, sections } from '../../engagement/index';
import type { Said } from './told';

/** How a person is called: by name, or `me`. */
export type NameOf = (id: string) => string;

/** Whatever a wish, a form or a start has beside its type; what is not told is here only because it may come along. */
type Inputs = Omit<Filled, 'lines'> &
  Pick<About, 'phase' | 'item'> & { readonly day?: Day; readonly of?: OperationId; readonly from?: Day };

/** Each input by the one name it is told by. Of two people, the one something is given to. */
export const inputsTold = (inputs: Inputs, nameOf: NameOf): Said => {
  const { assignee, person, name, dueOn, until, on, language, phase } = inputs;
  const { reason, note, title, role, customer, timeZone, every, weekday, time, remind } = inputs;
  const whom = assignee ?? person;
  return {
    phase,
    person: whom === undefined ? name : nameOf(whom),
    date: dueOn ?? until ?? on,
    ...{ reason, note, title, role, customer, timeZone, newLanguage: language, every, weekday, time, remind },
  };
};

/** Several of them do the same to several items. */
export const wishesTold = (wishes: readonly Wish[], nameOf: NameOf): Said => {
  const [first] = wishes;
  if (!first) return {};
  const items = wishes.flatMap((wish) => ('item' in wish ? [wish.item] : []));
  const { type, ...inputs } = first;
  const [line] = first.type === 'AddItems' ? first.lines : [];
  return { ...inputsTold(inputs, nameOf), verb: verbs[type], items, ...(line && lineTold(line, nameOf)) };
};

/** An item that is added: what it is called, whose it is and when it is due. */
export const lineTold = ({ title, owner, dueOn }: NewLine, nameOf: NameOf): Said => ({
  title,
  date: dueOn,
  person: owner === undefined ? undefined : nameOf(owner),
});

/** Each once, in the order of the catalogue. */
export const itemsTold = (items: readonly ItemCode[]): readonly ItemCode[] =>
  [...new Set(items)].sort(
    (one, other) => sectionAt(one) - sectionAt(other) || Number(one.slice(1)) - Number(other.slice(1)),
  );

/** The code of an item begins as its section does. */
const sectionAt = (code: ItemCode): number =>
  sections.findIndex((section) => section.startsWith(code.slice(0, 1).toLowerCase()));
