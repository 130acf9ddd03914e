import { isDay } from '../../../engagement/index';
import type { Words } from '../words';
import { bytesOf } from './texts';

/** One input of a form, as the template reads it: every property is there, whatever the kind. */
export type Field = Readonly<Record<string, unknown>> & { readonly kind: string; readonly id: string };

type About = { readonly required: boolean; readonly label?: string; readonly value?: string | undefined };

const basics = (words: Words, id: string, { required, label = id, value = '' }: About) => ({
  id,
  label: words.say(`form/${label}`),
  required,
  error: words.say(required ? `form/${label}Error` : 'form/error'),
  value,
});

/** In bytes: what a field is filled with must leave room for the rest of the card. */
const longestValue = 8_000;

/** A text that is too long is kept, so that it can be shortened; but not without end. */
export const text = (
  words: Words,
  id: string,
  about: About & { readonly most: number; readonly multiline: boolean },
): Field => ({
  ...basics(words, id, { ...about, value: kept(about.value ?? '', about.most) }),
  kind: 'text',
  most: about.most,
  multiline: about.multiline,
});

const kept = (value: string, most: number): string => {
  const characters = Array.from(value).slice(0, 3 * most);
  let room = longestValue;
  const end = characters.findIndex((character) => {
    room -= bytesOf(character) - 2;
    return room < 0;
  });
  return (end < 0 ? characters : characters.slice(0, end)).join('');
};

const day = (words: Words, id: string, about: About): Field => ({
  ...basics(words, id, { ...about, value: isDay(about.value ?? '') ? about.value : '' }),
  error: words.say(`form/${about.label ?? id}Error`),
  kind: 'date',
});

/** `min` only helps the person; what comes in is checked again. */
export const date = (words: Words, id: string, { min, ...about }: About & { readonly min: string }): Field => ({
  ...day(words, id, about),
  min,
});

/** A day that has been. */
export const pastDate = (words: Words, id: string, { max, ...about }: About & { readonly max: string }): Field => ({
  ...day(words, id, about),
  kind: 'pastDate',
  max,
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
    readonly style: 'compact' | 'expanded' | 'filtered';
  },
): Field => ({
  ...basics(words, id, about),
  kind: 'choice',
  choices: about.choices,
  style: about.style,
  hint: about.required ? '' : words.say('form/notChosen'),
});

export const workingDays = ['1', '2', '3', '4', '5'];

/** What can be chosen, named by the words under `prefix`. What was said already is offered too, even if few would choose it. */
export const options = (words: Words, prefix: string, keys: readonly string[], said?: string) =>
  [...new Set([...keys, ...(said === undefined ? [] : [said])])].map((value) => ({
    value,
    title: words.say(`${prefix}/${value}`),
  }));

export const anyone = (words: Words, id: string, about: About): Field => ({
  ...basics(words, id, about),
  kind: 'anyone',
});
