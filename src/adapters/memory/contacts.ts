import type { Address, Contacts, OutsideId } from '../../application/ports';
import type { EngagementId } from '../../engagement/index';
import { createDigests } from './digests';

type Known = { readonly engagements: Set<EngagementId>; chat?: Address | undefined };

export const createContacts = (): Contacts => {
  const people = new Map<string, Known>();
  const known = (tenantId: string, person: OutsideId): Known => {
    const name = `${tenantId}\n${person}`;
    const found = people.get(name) ?? { engagements: new Set() };
    people.set(name, found);
    return found;
  };
  return {
    ...createDigests(),
    engagementsOf: (tenantId, person) => Promise.resolve([...known(tenantId, person).engagements]),
    join: (tenantId, person, id) => {
      known(tenantId, person).engagements.add(id);
      return Promise.resolve();
    },
    leave: (tenantId, person, id) => {
      known(tenantId, person).engagements.delete(id);
      return Promise.resolve();
    },
    chatOf: (tenantId, person) => Promise.resolve(known(tenantId, person).chat),
    meet: (tenantId, person, chat) => {
      known(tenantId, person).chat = chat;
      return Promise.resolve();
    },
    part: (tenantId, person) => {
      known(tenantId, person).chat = undefined;
      return Promise.resolve();
    },
  };
};
