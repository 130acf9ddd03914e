import { createHash } from 'node:crypto';
import type { Address, Directory, Place } from '../../application/ports';
import type { EngagementId } from '../../engagement/index';

type Known = {
  readonly place: Place;
  readonly id: EngagementId;
  readonly address?: Address;
  readonly parked?: true;
  readonly overview?: { readonly of: EngagementId; readonly activityId: string };
};

const nameOf = ({ tenantId, conversationId }: Place): string => `${tenantId}\n${conversationId}`;

const firstEngagementOf = (place: Place): EngagementId =>
  `${createHash('sha256').update(nameOf(place)).digest('hex').slice(0, 32)}-1`;

export const createDirectory = (): Directory => {
  const places = new Map<string, Known>();
  return {
    locate: (place) => {
      const { id, address, parked, overview }: Omit<Known, 'place'> = places.get(nameOf(place)) ?? {
        id: firstEngagementOf(place),
      };
      const shown = overview?.of === id ? { overview: overview.activityId } : {};
      return Promise.resolve({ id, ...(address !== undefined && !parked && { address }), ...shown });
    },
    following: (id) => id.replace(/\d+$/, (number) => String(Number(number) + 1)),
    register: (place, id, address) => {
      const { parked: _, ...before } = places.get(nameOf(place)) ?? { place };
      places.set(nameOf(place), { ...before, place: { ...before.place, ...place }, id, address });
      return Promise.resolve();
    },
    forget: (place) => {
      const known = places.get(nameOf(place));
      if (!known) return Promise.resolve();
      const { address: _, parked: __, ...rest } = known;
      places.set(nameOf(place), rest);
      return Promise.resolve();
    },
    park: (place) => {
      const known = places.get(nameOf(place));
      if (known?.address !== undefined) places.set(nameOf(place), { ...known, parked: true });
      return Promise.resolve();
    },
    unpark: (all) => {
      const back: EngagementId[] = [];
      for (const place of all) {
        const found = places.get(nameOf(place));
        if (!found?.parked) continue;
        const { parked: _, ...known } = found;
        places.set(nameOf(place), known);
        back.push(known.id);
      }
      return Promise.resolve(back);
    },
    inTeam: (tenantId, team) =>
      Promise.resolve(
        [...places.values()].map(({ place }) => place).filter((one) => one.tenantId === tenantId && one.team === team),
      ),
    showsOverview: (place, id, activityId) => {
      const known = places.get(nameOf(place));
      if (known?.id === id) places.set(nameOf(place), { ...known, overview: { of: id, activityId } });
      return Promise.resolve();
    },
  };
};
