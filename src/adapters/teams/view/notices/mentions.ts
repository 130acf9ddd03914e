import type { PersonId } from '../../../../engagement/index';
import type { Context } from '../context';
import { plain } from '../plain';
import { shortened } from '../texts';

type Mention = { readonly type: 'mention'; readonly text: string; readonly mentioned: object };

/** How each person is written, and what Teams needs to know the mentions in a text for mentions. */
export type Mentions = {
  readonly of: (person: PersonId) => string;
  readonly entitiesIn: (texts: readonly string[]) => readonly object[];
};

/** More would be a crowd; whoever comes after is named only. */
const mostMentions = 10;

/**
 * Teams takes a mention only if its entity repeats the text to the letter, and tells mentions apart by that text alone:
 * each person has one, however often they are mentioned, and people of the same name are told apart by a number.
 */
export const mentionsOf = (context: Context, people: readonly PersonId[]): Mentions => {
  const { words, name, known } = context;
  const mentions = new Map<PersonId, Mention>();
  const taken = new Set<string>();
  for (const person of new Set(people)) {
    const who = known(person);
    if (!who || mentions.size >= mostMentions) continue;
    const text = free(readable(who.name) || words.say('person/unknown'), taken);
    taken.add(text);
    const mentioned = { id: who.id, name: shortened(who.name) };
    mentions.set(person, { type: 'mention', text: `<at>${text}</at>`, mentioned });
  }
  return {
    of: (person) => mentions.get(person)?.text ?? name(person),
    entitiesIn: (texts) => [...mentions.values()].filter(({ text }) => texts.some((one) => one.includes(text))),
  };
};

/** The same texts, in which everybody is mentioned where they come first and named from then on. */
export const mentionedOnce = (texts: readonly string[]): readonly string[] => {
  const seen = new Set<string>();
  return texts.map((text) =>
    text.replace(/<at>(.*?)<\/at>/g, (mention, name: string) => {
      if (seen.has(mention)) return plain(name);
      seen.add(mention);
      return mention;
    }),
  );
};

/** Somebody may really be called "Anna Schmidt (2)". */
const free = (name: string, taken: ReadonlySet<string>): string => {
  let [text, count] = [name, 1];
  while (taken.has(text)) {
    count += 1;
    text = `${name} (${String(count)})`;
  }
  return text;
};

/** Nothing in it is read as Markdown or as a tag, so that it is the same wherever it stands. */
const readable = (name: string): string =>
  shortened(name.replace(/[<>&{}[\]`*\\~#\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '').trim());
