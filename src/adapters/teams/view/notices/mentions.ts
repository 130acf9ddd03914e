import type { PersonId } from '../../../../engagement/index';
import type { Context } from '../context';
import { enumerated, shortened } from '../texts';

/** A text with mentions in it, and what Teams needs to know them for mentions. */
export type Mentions = { readonly text: string; readonly entities: readonly object[] };

/** More would be a crowd; whoever comes after is named only. */
const mostMentions = 10;

/**
 * Teams takes a mention only if its entity repeats the text to the letter, and tells mentions apart by that text alone:
 * each person once, and people of the same name by a number.
 */
export const mentionsOf = (context: Context, people: readonly PersonId[]): Mentions => {
  const { words, name, known } = context;
  const unique = [...new Set(people)];
  const texts = new Map<string, number>();
  const entities: object[] = [];
  const shown = unique.map((person, at) => {
    const who = known(person);
    if (!who || at >= mostMentions) return name(person);
    const plainName = readable(who.name) || words.say('person/unknown');
    const count = (texts.get(plainName) ?? 0) + 1;
    texts.set(plainName, count);
    const text = `<at>${count > 1 ? `${plainName} (${String(count)})` : plainName}</at>`;
    entities.push({ type: 'mention', text, mentioned: { id: who.id, name: shortened(who.name) } });
    return text;
  });
  return { text: enumerated(words, shown), entities };
};

/** Nothing in it is read as Markdown or as a tag, so that it is the same wherever it stands. */
const readable = (name: string): string =>
  shortened(name.replace(/[<>&{}[\]`*\\~#\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '').trim());
