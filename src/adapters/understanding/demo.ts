import type { Loaded } from '../../application/ports';
import { catalog, startingItems } from '../../catalog/index';
import { type Asked, decide, fold, notStarted } from '../../engagement/index';

/** The demo people. They are known here by their names, so that whoever is meant can be read off. */
export const people = ['Anna Schmidt', 'Ben Carter', 'Mehmet Yılmaz'].map((name) => ({ id: name, name }));

/** None of the three, so that each of them can be spoken of. */
export const speaker = { id: 'me', name: '' };

const [lead, specialist] = ['p1', 'p2'] as const;
const starting: Asked = { by: lead, at: '2026-11-30T09:00:00.000Z', today: '2026-11-30', op: 'start' };

/** An onboarding of Contoso in Berlin that has just begun: Anna leads, Ben is FastTrack, and nothing was done yet. */
export const startDemo = (): Loaded => {
  const decision = decide(
    {
      type: 'StartEngagement',
      customer: 'Contoso',
      language: 'en',
      timeZone: 'Europe/Berlin',
      catalogVersion: catalog.version,
      items: startingItems,
      starterIsGuest: false,
      specialist,
    },
    notStarted,
    starting,
  );
  if ('refused' in decision) throw new Error(`The demo cannot be started: ${decision.refused.code}.`);
  return {
    id: 'demo',
    engagement: fold(decision.events, notStarted),
    people: Object.fromEntries(people.map((person, index) => [`p${String(index + 1)}`, person])),
  };
};
