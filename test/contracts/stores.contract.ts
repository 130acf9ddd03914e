import { describeAskBacks } from './ask-backs.contract';
import { describeContacts } from './contacts.contract';
import { describeDirectory } from './directory.contract';
import { describeDueRows } from './due-rows.contract';
import { describeEngagements } from './engagements.contract';
import type { Open } from './given';
import { describeMailbox } from './mailbox.contract';

/** What every implementation of the storage ports promises. */
export const describeStores = (open: Open): void => {
  test('storage that answers is ready', async () => {
    await expect((await open()).ready()).resolves.toBeUndefined();
  });
  describeEngagements(open);
  describeMailbox(open);
  describeAskBacks(open);
  describeDirectory(open);
  describeContacts(open);
  describeDueRows(open);
};
