import type { Address, Contacts, Directory, OutsideId, Place } from './ports';
import type { Queue } from './queue';

/**
 * Whether this conversation is to be welcomed: once, although Teams tells of one installation in two ways.
 * `alone`: whose personal chat it is; there they can be told things from now on.
 */
export type Greet = (place: Place, address: Address, alone?: OutsideId) => Promise<boolean>;

export const createGreet =
  (directory: Directory, contacts: Contacts, queue: Queue): Greet =>
  (place, address, alone) =>
    queue(`${place.tenantId} ${place.conversationId}`, async () => {
      if (alone !== undefined) await contacts.meet(place.tenantId, alone, address);
      // Where Lotse was thought to be gone from it has been welcomed before.
      await directory.unpark([place]);
      const known = await directory.locate(place);
      if (known.address !== undefined) return false;
      await directory.register(place, known.id, address);
      return true;
    });
