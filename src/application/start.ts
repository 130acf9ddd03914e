import { catalog, startingItems } from '../catalog/index';
import { type Calendar, type Checkpoint, type Command, decide, type EngagementId } from '../engagement/index';
import type { Heard } from './conversation';
import type { Execute, Executed } from './execute';
import type { Clock, Directory, KnownPerson, Member, OutsideId, Roster } from './ports';
import type { Inbound, StartAnswers } from './request';

export type Started = Executed | { readonly notThere: OutsideId };

export type Start = (inbound: Inbound, id: EngagementId, answers: StartAnswers, heard: Heard) => Promise<Started>;

/** Starts the onboarding of a conversation. Whoever was quicker wins; the other one is shown theirs. */
export const createStart =
  (parts: { directory: Directory; roster: Roster; execute: Execute; clock: Clock; calendar: Calendar }): Start =>
  async (inbound, id, answers, heard) => {
    const { place, address } = inbound;
    const named = new Map<OutsideId, Member>();
    for (const wanted of [answers.lead, answers.specialist, inbound.by.id]) {
      if (wanted === undefined || named.has(wanted)) continue;
      const member = await parts.roster.member(address, wanted);
      if (member) named.set(wanted, member);
      else if (wanted !== inbound.by.id) return { notThere: wanted };
    }
    const starter: KnownPerson = {
      ...inbound.by,
      ...named.get(inbound.by.id),
      ...(heard.told && { language: heard.language }),
    };
    return parts.execute({
      id,
      place,
      op: inbound.op,
      by: starter,
      commands: async ({ engagement }, keyOf) => {
        const key = (wanted: OutsideId | undefined) => {
          const member = wanted === undefined ? undefined : named.get(wanted);
          return member && keyOf(member);
        };
        const isGuest = starter.guest === true;
        const command = startCommand(inbound, answers, heard, isGuest, key(answers.lead), key(answers.specialist));
        const at = parts.clock.now();
        const asked = { by: keyOf(starter), at, today: parts.calendar.dayOf(at, command.timeZone), op: inbound.op };
        // Before the first write, so that whatever is saved can also be delivered. What is refused leaves all as it was.
        if (engagement.started || 'events' in decide(command, engagement, asked))
          await parts.directory.register(place, id, address);
        return [command];
      },
    });
  };

const startCommand = (
  inbound: Inbound,
  answers: StartAnswers,
  heard: Heard,
  starterIsGuest: boolean,
  lead: string | undefined,
  specialist: string | undefined,
): Extract<Command, { type: 'StartEngagement' }> => {
  const language = answers.language ?? heard.language;
  const checkpoint = checkpointOf(answers);
  return {
    type: 'StartEngagement',
    customer: answers.customer,
    language,
    timeZone: answers.timeZone ?? inbound.by.timeZone ?? (language === 'de' ? 'Europe/Berlin' : 'UTC'),
    catalogVersion: catalog.version,
    items: startingItems,
    starterIsGuest,
    ...(lead !== undefined && { lead }),
    ...(specialist !== undefined && { specialist }),
    ...(checkpoint && { checkpoint }),
  };
};

/** A day or a time given counts as set; what is not given is Monday, 09:00, every week. */
const checkpointOf = ({ every, weekday, time }: StartAnswers): Checkpoint | undefined =>
  every === undefined && weekday === undefined && time === undefined
    ? undefined
    : { every: every ?? 'week', weekday: weekday ?? 1, time: time ?? '09:00' };
