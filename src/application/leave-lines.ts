import type { EngagementId, Instant } from '../engagement/index';
import { type Delivery, doubt, type Where } from './keep-true';
import type { Address, CardRow, Loaded, Mailbox } from './ports';
import { movedReply } from './posts';
import type { Reply } from './reply';
import { earliest, later } from './times';

/** Posts that stand elsewhere now become a line that leads there. Resolves with the time of the next try, if one is needed. */
export const leaveLines = async (
  parts: Delivery,
  seen: Loaded,
  { address, overview }: Where,
  cards: readonly CardRow[],
): Promise<Instant | undefined> => {
  const { mailbox, clock, calendar } = parts;
  const looks: (Instant | undefined)[] = [];
  for (const row of cards.filter(({ former = [], activityId }) => former.length > 0 && activityId !== undefined)) {
    const reply = movedReply(seen, calendar.dayOf(clock.now(), seen.engagement.timeZone), overview);
    const done = new Set<string>();
    for (const post of row.former ?? []) {
      const turned = await turnIntoLine(parts, address, post, reply);
      looks.push(turned.look);
      if (turned.done) done.add(post);
    }
    if (done.size > 0) await forget(mailbox, seen.id, row, done);
  }
  return earliest(looks);
};

/** Puts the line in the place of a post. Not `done`: to be tried again at `look`, or once the conversation is open again. */
export const turnIntoLine = async (
  { messenger, clock }: Pick<Delivery, 'messenger' | 'clock'>,
  address: Address,
  post: string,
  line: Reply,
): Promise<{ readonly done: boolean; readonly look?: Instant }> => {
  const sent = await messenger.update(address, post, line);
  switch (sent.outcome) {
    case 'later':
      return { done: false, look: later(clock.now(), sent.seconds * 1_000) };
    case 'unknown':
      return { done: false, look: later(clock.now(), doubt) };
    case 'shut':
      return { done: false };
    // What is no longer there needs no line; what is refused gets none.
    case 'sent':
    case 'gone':
    case 'refused':
      return { done: true };
  }
};

/** What others wrote to the row meanwhile stays. */
const forget = async (mailbox: Mailbox, id: EngagementId, seen: CardRow, done: ReadonlySet<string>): Promise<void> => {
  let row: CardRow | undefined = (await mailbox.pending(id)).cards.find(({ card }) => card === seen.card);
  for (let attempt = 1; row && attempt <= 5; attempt++) {
    const { former = [], ...rest } = row;
    const left: readonly string[] = former.filter((post) => !done.has(post));
    if (await mailbox.saveCard(id, { ...rest, ...(left.length > 0 && { former: left }) })) return;
    row = (await mailbox.pending(id)).cards.find(({ card }) => card === seen.card);
  }
};
