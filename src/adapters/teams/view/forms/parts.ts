import type { Member } from '../../../../application/ports';
import type { Words } from '../../words';
import { buttonsOf, showButtons, type Titled } from '../buttons';
import { type Context, isRunning } from '../context';
import { anyone, choice, type Field } from '../fields';
import type { Screen } from '../screen';
import { statusLines } from '../status';
import { shortened } from '../texts';

/** What a form asks for, and what it does. */
export type FormContent = {
  readonly title: string;
  readonly lines: readonly string[];
  readonly fields: readonly Field[];
  readonly send?: Titled;
  readonly others: readonly Titled[];
};

/** Under free texts stands who reads them. */
export const formScreen = (context: Context, content: FormContent): Screen => {
  const { words } = context;
  const { title, lines, fields, send, others } = content;
  const isFree = fields.some(({ kind }) => kind === 'text');
  return {
    card: 'form',
    summary: title,
    data: {
      title,
      lines: [...lines, ...(isRunning(context) ? [] : statusLines(context))].map((text) => ({ text })),
      fields,
      visible: isFree ? words.say('form/visible') : '',
      buttons: buttonsOf([...(send ? [{ ...send, sends: true }] : []), ...others]),
    },
  };
};

/** The way back from what is about more than one thing. */
export const toOverview = ({ words, engagementId }: Context): Titled => ({
  ...showButtons(words, engagementId).overview,
  title: words.say('button/cancel'),
});

type About = { readonly required: boolean; readonly value?: string | undefined; readonly label?: string };

/**
 * A list one can type into, guests marked; the directory search of Teams where a list would be too long for the room
 * (in bytes) it has on its card.
 */
export const person = (
  words: Words,
  id: string,
  { members, room, ...about }: About & { readonly members?: readonly Member[] | undefined; readonly room: number },
): Field => {
  const choices = members?.map(({ id: value, name, guest }) => {
    const shown = shortened(name);
    return { value, title: guest ? words.say('form/guest', { name: shown }) : shown };
  });
  if (!choices || choices.length === 0 || Buffer.byteLength(JSON.stringify(choices)) > room)
    return anyone(words, id, about);
  return choice(words, id, { ...about, choices, style: 'filtered' });
};
