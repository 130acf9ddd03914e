import type { Day, Phase } from '../engagement/index';
import type { CardName, Loaded, Notice } from './loaded';
import type { Reply, Showing } from './reply';

const showingOf = (card: CardName): Showing =>
  card === 'overview' || card === 'closing'
    ? { show: card }
    : { show: 'section', section: card.slice('phase-'.length) as Phase, which: 'all' };

/** The content of a living card: for all, so in the engagement's language. */
export const cardReply = (seen: Loaded, card: CardName, today: Day): Reply => ({
  language: seen.engagement.language,
  says: [],
  show: showingOf(card),
  seen,
  today,
});

export const noticeReply = (seen: Loaded, notice: Notice, today: Day): Reply => ({
  language: seen.engagement.language,
  says: [],
  show: { show: 'notice', notice },
  seen,
  today,
});
