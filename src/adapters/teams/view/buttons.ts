import type { Words } from '../words';
import type { Press } from './press';

/** A button as the templates read it. `submit` is for clients that know no Action.Execute: the same data with the verb. */
export type Button = Press & {
  readonly title: string;
  readonly mode: 'primary' | 'secondary';
  readonly inputs: 'auto' | 'none';
  readonly submit: Readonly<Record<string, string>>;
};

const visible = 3;

/** At most three buttons are seen; the rest stands under the menu. Only `sends` takes the inputs of the card along. */
export const buttonsOf = (presses: readonly (Press & { readonly title: string; readonly sends?: boolean })[]) =>
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
