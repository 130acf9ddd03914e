import type { Loaded } from '../../src/application/loaded';
import type { Reply, Saying, Showing } from '../../src/application/reply';
import type { Day, Language, PersonId, Section } from '../../src/engagement';
import { anna } from '../support/given';
import { buttonsOf, inputsOf, rowsOf, textsOf } from './elements';
import { view } from './scenes';
import { today } from './situations';

type Shown = {
  readonly language?: Language;
  readonly asker?: PersonId;
  readonly says?: readonly Saying[];
  readonly on?: Day;
  readonly undo?: string;
};

const looked = (seen: Loaded, reply: Omit<Reply, 'seen'>) => {
  const { card, summary } = view({ ...reply, seen });
  const buttons = buttonsOf(card);
  return {
    card,
    summary,
    buttons,
    rows: rowsOf(card).filter(({ verb }) => verb === 'item.show'),
    inputs: inputsOf(card),
    texts: textsOf(card),
    titles: buttons.map(({ title }) => title),
    inSight: buttons.filter(({ mode }) => mode === 'primary').map(({ title }) => title),
  };
};

/** What one person is answered with. */
export const shown = (
  seen: Loaded,
  show: Showing,
  { language = 'en', asker = anna, says = [], on = today, undo }: Shown = {},
) => looked(seen, { language, says, show, today: on, asker, ...(undo !== undefined && { undo }) });

/** What all see. */
export const posted = (seen: Loaded, show: Showing, { language = 'en', on = today }: Shown = {}) =>
  looked(seen, { language, says: [], show, today: on });

export const section = (which: Section, kind: 'open' | 'all' = 'all', page?: number): Showing => ({
  show: 'section',
  section: which,
  which: kind,
  ...(page !== undefined && { page }),
});
