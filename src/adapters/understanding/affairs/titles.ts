import type { Request } from '../../../application/request';
import { unclear } from '../context';
import type { Affair } from './kinds';
import { unquoted } from '../own-name';
import { type Meaning, type Spoken, wish } from './meaning';

const ofItem =
  (request: (item: string, spoken: Spoken) => Request): Meaning =>
  (spoken) => {
    const { item } = spoken.said;
    if (item === undefined) return undefined;
    const isKnown = spoken.context.hearing.items.some((one) => one.item === item);
    return isKnown ? request(item, spoken) : unclear([], { unknownCode: item });
  };

const form = (item: string): Request => ({
  type: 'show',
  what: 'form',
  form: 'item.rename',
  about: { item },
  filled: {},
});

export const titleMeanings = {
  rename: ofItem((item, { said }) => (said.text ? wish({ type: 'RenameItem', item, title: said.text }) : form(item))),
  renameForm: ofItem((item, { reason }) =>
    reason ? wish({ type: 'RenameItem', item, title: unquoted(reason) }) : form(item),
  ),
} satisfies Partial<Record<Affair, Meaning>>;
