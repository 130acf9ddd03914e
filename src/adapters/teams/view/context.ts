import type { Loaded } from '../../../application/ports';
import type { Reply } from '../../../application/reply';
import { responsibility } from '../../../catalog/index';
import { type Day, type Engagement, type ItemCode, lotse, notStarted, type PersonId } from '../../../engagement/index';
import { type Words, wordsOf } from '../words';
import { plain } from './plain';

/** What every screen needs: the state, whose eyes see it, and the words. */
export type Context = {
  readonly words: Words;
  readonly engagement: Engagement;
  readonly engagementId: string;
  readonly today: Day;
  readonly asker?: PersonId;
  readonly name: (person: PersonId) => string;
  readonly title: (item: ItemCode) => string;
  readonly detail: (item: ItemCode) => string;
  readonly day: (day: Day) => string;
};

/** In characters as people see them: an emoji of several code points is one. */
const longestName = 60;
/** What a name may take of a card; 25 rows with two of them still fit. */
const mostBytes = 150;
const graphemes = new Intl.Segmenter();

export const contextOf = (reply: Reply): Context => {
  const words = wordsOf(reply.language);
  const { seen, today } = reply;
  return {
    words,
    engagement: seen?.engagement ?? notStarted,
    engagementId: seen?.id ?? '',
    today,
    ...(reply.asker !== undefined && { asker: reply.asker }),
    name: (person) => plain(nameOf(seen, person, words)),
    title: (item) => plain(responsibility(item)?.title[reply.language] ?? item),
    detail: (item) => plain(responsibility(item)?.detail[reply.language] ?? ''),
    day: (day) => words.day(day, today),
  };
};

const nameOf = (seen: Loaded | undefined, person: PersonId, words: Words): string => {
  if (person === lotse) return words.say('person/lotse');
  const name = seen?.people[person]?.name;
  if (!name) return words.say('person/unknown');
  return shortened(name);
};

/** A name as far as there is room for it. */
export const shortened = (name: string): string => {
  const characters = Array.from(graphemes.segment(name.slice(0, 1_000)), ({ segment }) => segment);
  if (characters.length <= longestName && bytesOf(name) <= mostBytes) return name;
  const shown = characters.slice(0, longestName - 1);
  while (bytesOf(`${shown.join('')}…`) > mostBytes) shown.pop();
  return `${shown.join('')}…`;
};

const bytesOf = (name: string): number => Buffer.byteLength(JSON.stringify(plain(name)));
