import type { Loaded } from '../../src/application/loaded';
import type { Involved, Reply, Saying, Showing } from '../../src/application/reply';
import type { Day, Language, PersonId, Section } from '../../src/engagement';
import { anna } from '../support/given';
import { buttonsOf, inputsOf, rowsOf, saidBelow, whereOf } from './elements';
import { view } from './scenes';
import { today } from './situations';

type Shown = {
  readonly language?: Language;
  readonly asker?: PersonId;
  readonly says?: readonly Saying[];
  readonly on?: Day;
  readonly undo?: string;
  readonly brief?: true;
  /** Whether others read the answer too. */
  readonly amongOthers?: true;
  readonly personal?: true;
};

const looked = (seen: Loaded, reply: Omit<Reply, 'seen'>) => {
  const { card, summary, text } = view({ ...reply, seen });
  const buttons = buttonsOf(card);
  return {
    card,
    summary,
    text,
    buttons,
    rows: rowsOf(card).filter(({ verb }) => verb === 'item.show'),
    inputs: inputsOf(card),
    where: whereOf(card),
    texts: saidBelow(card),
    titles: buttons.map(({ title }) => title),
    inSight: buttons.filter(({ mode }) => mode === 'primary').map(({ title }) => title),
  };
};

/** What one person is answered with; alone, unless it is said otherwise. */
export const shown = (
  seen: Loaded,
  show: Showing,
  { language = 'en', asker = anna, says = [], on = today, undo, brief, amongOthers, personal }: Shown = {},
) =>
  looked(seen, {
    language,
    says,
    show,
    today: on,
    asker,
    ...(undo !== undefined && { undo }),
    ...(brief && { brief }),
    ...(!brief && !amongOthers && { alone: true as const }),
    ...(personal && { personal }),
  });

/** What all see. */
export const posted = (seen: Loaded, show: Showing, { language = 'en', on = today }: Shown = {}) =>
  looked(seen, { language, says: [], show, today: on });

export const section = (which: Section, kind: 'open' | 'all' = 'all', page?: number): Showing => ({
  show: 'section',
  section: which,
  which: kind,
  ...(page !== undefined && { page }),
});

/** My items, asked for where one onboarding lives. */
export const mineOf = (seen: Loaded, asker: PersonId = anna, ...others: readonly Involved[]): Showing => ({
  show: 'mine',
  of: [{ seen, asker, today }, ...others],
});
