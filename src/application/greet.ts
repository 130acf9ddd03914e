import type { Address, Directory, Place } from './ports';
import type { Queue } from './queue';

/** Whether this conversation is to be welcomed: once, although Teams tells of one installation in two ways. */
export type Greet = (place: Place, address: Address) => Promise<boolean>;

export const createGreet =
  (directory: Directory, queue: Queue): Greet =>
  (place, address) =>
    queue(`${place.tenantId} ${place.conversationId}`, async () => {
      const known = await directory.locate(place);
      if (known.address !== undefined) return false;
      await directory.register(place, known.id, address);
      return true;
    });
