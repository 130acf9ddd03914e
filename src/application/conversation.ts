import { catalog, responsibility } from '../catalog/index';
import {
  type Calendar,
  type Engagement,
  isGone,
  type Item,
  type Language,
  notStarted,
  type Section,
} from '../engagement/index';
import { personOf } from './people';
import type { Clock, Loaded, Member, OutsideId } from './ports';
import type { Question } from './reply';
import type { Inbound, Request } from './request';
import type { Findable, Hearing, Understanding } from './understanding';

/** `told`: the sentence itself told its language. */
export type Heard = {
  readonly request: Request;
  readonly language: Language;
  readonly told: boolean;
  /** A section named beside items that are named by their codes. */
  readonly section?: Section;
  /** It answers what the asker was asked. */
  readonly answers?: true;
};

/** What a sentence may be about that it does not say itself. */
export type Beside = {
  /** Other onboardings the asker is part of. */
  readonly also?: readonly Loaded[] | undefined;
  /** Whoever may be called by name, beside those who are known in the engagement. */
  readonly people?: readonly Pick<Member, 'id' | 'name'>[];
  /** What the asker was asked; an answer to that comes before anything else the sentence might mean. */
  readonly question?: Question;
};

export type Hear = (inbound: Inbound, seen: Loaded, beside?: Beside) => Heard;

/**
 * What is asked for, and the language one person alone is answered in: this sentence's, else that of their last
 * sentence here, else their client's, else the engagement's.
 */
export const createHear = (parts: { understanding: Understanding; clock: Clock; calendar: Calendar }): Hear => {
  const spoken = new Map<string, Language>();
  const findable = createFindable();
  return (inbound, seen, { also = [], people = [], question } = {}) => {
    const { engagement, id } = seen;
    const speaker = `${id} ${inbound.by.id}`;
    // What was put down here is what every instance goes by; what was put down elsewhere may be long ago.
    const elsewhere = also.map((one) => languageOf(one, inbound.by.id)).find((one) => one !== undefined);
    const here = languageOf(seen, inbound.by.id) ?? spoken.get(speaker);
    const language = here ?? elsewhere ?? inbound.locale ?? engagement.language;
    if (inbound.kind === 'pressed') return { request: inbound.request, language, told: false };
    if (inbound.text.trim() === '') return { request: { type: 'empty' }, language, told: false };
    const zone =
      engagement.status === 'notStarted' ? (inbound.by.timeZone ?? notStarted.timeZone) : engagement.timeZone;
    const hearing: Hearing = {
      items: findable(engagement),
      today: parts.calendar.dayOf(parts.clock.now(), zone),
      language,
      by: inbound.by,
      mentioned: inbound.mentioned,
      people: [...knownIn(seen), ...people.filter(({ id }) => personOf(seen.people, id) === undefined)],
    };
    const answer = question && parts.understanding.answer(inbound.text, hearing, question);
    const understood = parts.understanding.understand(inbound.text, hearing);
    if (understood.told) {
      if (spoken.size > 10_000) spoken.clear();
      spoken.set(speaker, understood.language);
    }
    return answer ? { ...understood, request: answer, answers: true } : understood;
  };
};

/** Whoever has appeared in an engagement and is still there. */
const knownIn = ({ engagement, people }: Loaded): readonly Pick<Member, 'id' | 'name'>[] =>
  Object.entries(people).flatMap(([key, { id, name }]) => (isGone(engagement, key) ? [] : [{ id, name }]));

/** The language somebody spoke last, as far as it was put down. */
export const languageOf = ({ people }: Loaded, person: OutsideId): Language | undefined =>
  people[personOf(people, person) ?? '']?.language;

/**
 * The items of an engagement as people speak of them; before the start those of the catalogue, so that a sentence is
 * understood all the same. Engagements in the same situation share one list: whoever indexes it does so once.
 */
const createFindable = () => {
  const lists = new Map<string, readonly Findable[]>();
  return ({ items }: Engagement): readonly Findable[] => {
    const known = Object.values(items);
    const key = known.map(({ code, countsIn, title = '' }) => `${code} ${countsIn} ${title}`).join('\n');
    const list = lists.get(key) ?? (known.length === 0 ? ofCatalog : known.map(findableOf));
    if (lists.size > 1_000) lists.clear();
    lists.set(key, list);
    return list;
  };
};

const findableOf = ({ code, countsIn, title: added }: Item): Findable => {
  const { title, words, detail } = responsibility(code) ?? {};
  return {
    item: code,
    section: countsIn,
    titles: [...(added === undefined ? [] : [added]), ...(title ? [title.en, title.de] : [])],
    words: words ? [...words.en, ...words.de] : [],
    details: detail ? [detail.en, detail.de] : [],
  };
};

const ofCatalog: readonly Findable[] = catalog.responsibilities.map(({ code, section, title, detail, words }) => ({
  item: code,
  section,
  titles: [title.en, title.de],
  words: [...words.en, ...words.de],
  details: [detail.en, detail.de],
}));
