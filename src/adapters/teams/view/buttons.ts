import type { About, Filled, Form, Wish } from '../../../application/request';
import type { Section } from '../../../engagement/index';
import type { Words } from '../words';
import { type Context, isRunning } from './context';
import { askingFirst, type Press, showForm, showSection } from './press';

/** A button as the templates read it. `submit` is for clients that know no Action.Execute: the same data with the verb. */
export type Button = Press & {
  readonly title: string;
  readonly mode: 'primary' | 'secondary';
  readonly inputs: 'auto' | 'none';
  readonly submit: Readonly<Record<string, string>>;
};

export type Titled = Press & { readonly title: string; readonly sends?: boolean };

const visible = 3;

/** At most three buttons are seen; the rest stands under the menu. Only `sends` takes the inputs of the card along. */
export const buttonsOf = (presses: readonly Titled[]) =>
  presses.map(
    ({ title, verb, data, sends = false }, index): Button => ({
      title,
      verb,
      data,
      mode: index < visible ? 'primary' : 'secondary',
      inputs: sends ? 'auto' : 'none',
      submit: { ...data, verb },
    }),
  );

export const showButtons = (words: Words, engagementId: string) => ({
  overview: { title: words.say('button/overview'), verb: 'engagement.show', data: { engagementId } },
  mine: { title: words.say('button/mine'), verb: 'mine.show', data: { engagementId } },
  help: { title: words.say('button/help'), verb: 'help.show', data: {} },
  start: { title: words.say('button/start'), verb: 'form.show', data: { form: 'engagement.start' } },
  general: { title: words.say('button/general'), verb: 'phase.show', data: { engagementId, phase: 'general' } },
});

/** Does what it says; what cannot be taken back is shown first. */
export const acts = ({ words, engagementId }: Context, key: string, wish: Wish): Titled => ({
  title: words.say(`button/${key}`),
  ...askingFirst(wish, engagementId),
});

/** Opens a form. */
export const asks = (
  { words, engagementId }: Context,
  key: string,
  form: Form,
  about?: About,
  filled?: Filled,
): Titled => ({
  title: words.say(`button/${key}`),
  ...showForm(engagementId, form, about, filled),
});

export const showPhase = ({ words, engagementId }: Context, section: Section): Titled => ({
  title: words.say('button/showPhase', { section: words.say(`section/name/${section}`) }),
  ...showSection(engagementId, section),
});

/** Where in a list somebody is: on one of its pages, or at a part of it, which may be all there is. */
type Place = { readonly page: number; readonly last: number } | { readonly isCut: boolean };

/** From a part of a list to all of it, or from page to page. */
export const turnButtons = (words: Words, at: Place, showPage: (page: number) => Press): readonly Titled[] => {
  const to = (key: string, page: number): Titled => ({ title: words.say(`button/${key}`), ...showPage(page) });
  if ('isCut' in at) return at.isCut ? [to('showAll', 1)] : [];
  const { page, last } = at;
  return [...(page < last ? [to('more', page + 1)] : []), ...(page > 1 ? [to('previous', page - 1)] : [])];
};

/** For those who want no reminders for a while. */
export const snoozeButton = (context: Context): readonly Titled[] =>
  isRunning(context) ? [asks(context, 'snooze', 'reminder.snooze')] : [];

/** Takes back what the asker just did. */
export const undoButton = (context: Context): readonly Titled[] =>
  context.undo === undefined ? [] : [acts(context, 'undo', { type: 'Undo', of: context.undo })];
