import { createHash } from 'node:crypto';
import type { Address, Directory, Place } from '../../application/ports';
import type { EngagementId } from '../../engagement/index';

const nameOf = ({ tenantId, conversationId }: Place): string => `${tenantId}\n${conversationId}`;

const firstEngagementOf = (place: Place): EngagementId =>
  `${createHash('sha256').update(nameOf(place)).digest('hex').slice(0, 32)}-1`;

export const createDirectory = (): Directory => {
  const places = new Map<string, { readonly id: EngagementId; readonly address: Address }>();
  return {
    locate: (place) => Promise.resolve(places.get(nameOf(place)) ?? { id: firstEngagementOf(place) }),
    register: (place, id, address) => {
      places.set(nameOf(place), { id, address });
      return Promise.resolve();
    },
  };
};
