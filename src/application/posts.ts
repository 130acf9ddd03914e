import type { Day, PersonId, Phase } from '../engagement/index';
import type { CardName, Loaded, Notice, Post } from './loaded';
import type { Reply, Showing } from './reply';

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
