import { createHash } from 'node:crypto';
import type { Address, Directory, Place } from '../../application/ports';
import type { EngagementId } from '../../engagement/index';

const nameOf = ({ tenantId, conversationId }: Place): string => `${tenantId}\n${conversationId}`;

const firstEngagementOf = (place: Place): EngagementId =>
  `${createHash('sha256').update(nameOf(place)).digest('hex').slice(0, 32)}-1`;

export const createDirectory = (): Directory => {
  const places = new Map<string, { readonly place: Place; readonly id: EngagementId; readonly address?: Address }>();
  return {
    locate: (place) => {
      const { id, address } = places.get(nameOf(place)) ?? { id: firstEngagementOf(place) };
      return Promise.resolve({ id, ...(address !== undefined && { address }) });
    },
    following: (id) => id.replace(/\d+$/, (number) => String(Number(number) + 1)),
    register: (place, id, address) => {
      places.set(nameOf(place), { place: { ...places.get(nameOf(place))?.place, ...place }, id, address });
      return Promise.resolve();
    },
    forget: (place) => {
      const known = places.get(nameOf(place));
      if (known) places.set(nameOf(place), { place: known.place, id: known.id });
      return Promise.resolve();
    },
    inTeam: (tenantId, team) =>
      Promise.resolve(
        [...places.values()].map(({ place }) => place).filter((one) => one.tenantId === tenantId && one.team === team),
      ),
  };
};
