import type { Day, PersonId, Phase } from '../engagement/index';
import type { AnswerNews, CardName, CheckpointNews, Loaded, Notice, Post } from './loaded';
import type { Entry, Involved, Reply, Showing } from './reply';

const showingOf = (card: CardName): Showing =>
  card === 'overview' || card === 'closing'
    ? { show: card }
    : { show: 'section', section: card.slice('phase-'.length) as Phase, which: 'all' };

/** What all see: so in the engagement's language. */
const forAll = (seen: Loaded, today: Day, show: Showing): Reply => ({
  language: seen.engagement.language,
  says: [],
  show,
  seen,
  today,
});

/** The content of a living card. */
export const cardReply = (seen: Loaded, card: CardName, today: Day, overview?: Post): Reply => ({
  ...forAll(seen, today, showingOf(card)),
  card,
  ...(overview && { overview }),
});

/** What becomes of a post whose content stands elsewhere now. */
export const movedReply = (seen: Loaded, today: Day, overview?: Post): Reply => ({
  ...forAll(seen, today, { show: 'moved' }),
  ...(overview && { overview }),
});

/** How things stand for a meeting, in a post of its own; `over`: the line that is left of it once there is a newer one. */
export const checkpointReply = (
  seen: Loaded,
  news: CheckpointNews,
  today: Day,
  overview?: Post,
  over = false,
): Reply => ({
  ...forAll(seen, today, { show: over ? 'checkpointOver' : 'checkpoint', news }),
  ...(overview && { overview }),
});

/** What is due for somebody in all their onboardings, in their personal chat. `seen`: one of them. */
export const digestReply = (seen: Loaded, person: PersonId, of: readonly Involved[], today: Day): Reply => ({
  ...forAll(seen, today, { show: 'mine', of, due: true }),
  asker: person,
  language: seen.people[person]?.language ?? seen.engagement.language,
  alone: true,
  personal: true,
});

/** What became of a sentence, for whoever had no answer. */
export const answerReply = (
  seen: Loaded,
  { language, to }: AnswerNews,
  entries: readonly Entry[],
  today: Day,
  overview?: Post,
): Reply => ({
  ...forAll(seen, today, { show: 'history', question: {}, entries, more: false }),
  says: [{ type: 'problem', problem: 'answerLost' }],
  language,
  asker: to,
  ...(overview && { overview }),
});

/** `alone`: in the personal chat of that person, so in their language. */
export const noticeReply = (
  seen: Loaded,
  notices: readonly Notice[],
  today: Day,
  overview?: Post,
  alone?: PersonId,
): Reply => ({
  ...forAll(seen, today, { show: 'notice', notices, ...(alone !== undefined && { alone: true }) }),
  ...(overview && { overview }),
  ...(alone !== undefined && { asker: alone, language: seen.people[alone]?.language ?? seen.engagement.language }),
});
