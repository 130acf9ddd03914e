import type { EngagementId } from '../engagement/index';
import { type Delivery, lease } from './keep-true';
import type { Clock, PostRow } from './ports';
import { later } from './times';

/**
 * Puts down what became of something sent, and tries that again for 30 seconds when storage fails: were it not put down,
 * somebody would send it a second time.
 */
export const putDown = async <Result>(clock: Clock, write: () => Promise<Result>): Promise<Result> => {
  const over = later(clock.now(), lease);
  for (;;) {
    try {
      return await write();
    } catch (error) {
      if (clock.now() >= over) throw error;
      await clock.wait(1_000);
    }
  }
};

/** The same for rows of what waits. */
export const mark = (
  { mailbox, clock }: Pick<Delivery, 'mailbox' | 'clock'>,
  id: EngagementId,
  rows: readonly PostRow[],
): Promise<readonly PostRow[] | undefined> => putDown(clock, () => mailbox.savePosts(id, rows));
