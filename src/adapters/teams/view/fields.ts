import { isDay } from '../../../engagement/index';
import type { Words } from '../words';

/** One input of a form, as the template reads it: every property is there, whatever the kind. */
export type Field = Readonly<Record<string, unknown>> & { readonly kind: string; readonly id: string };

type About = { readonly required: boolean; readonly label?: string; readonly value?: string | undefined };

const basics = (words: Words, id: string, { required, label = id, value = '' }: About) => ({
  id,
  label: words.say(`form/${label}`),
  required,
  error: required ? words.say(`form/${label}Error`) : '',
  value,
});

/** A text that is too long is kept, so that it can be shortened; but not without end. */
export const text = (
  words: Words,
  id: string,
  about: About & { readonly most: number; readonly multiline: boolean },
): Field => ({
  ...basics(words, id, {
    ...about,
    value: Array.from(about.value ?? '')
      .slice(0, 3 * about.most)
      .join(''),
  }),
  kind: 'text',
  most: about.most,
  multiline: about.multiline,
});

/** `min` only helps the person; what comes in is checked again. */
export const date = (words: Words, id: string, about: About & { readonly min: string }): Field => ({
  ...basics(words, id, { ...about, value: isDay(about.value ?? '') ? about.value : '' }),
  error: words.say(`form/${about.label ?? id}Error`),
  kind: 'date',
  min: about.min,
});

export const time = (words: Words, id: string, about: About): Field => ({
  ...basics(words, id, about),
  error: words.say(`form/${about.label ?? id}Error`),
  kind: 'time',
});

export const choice = (
  words: Words,
  id: string,
  about: About & {
    readonly choices: readonly { readonly title: string; readonly value: string }[];
    readonly style: 'compact' | 'filtered';
  },
): Field => ({
  ...basics(words, id, about),
  kind: 'choice',
  choices: about.choices,
  style: about.style,
  hint: about.required ? '' : words.say('form/notChosen'),
});

export const anyone = (words: Words, id: string, about: About): Field => ({
  ...basics(words, id, about),
  kind: 'anyone',
});
