import { decide, type EngagementId, canBeUndone, type PersonId } from '../engagement/index';
import { type CommandParts, commandsFor, membersNamed, unasked } from './commands';
import type { Heard } from './conversation';
import type { Execute } from './execute';
import { introduce } from './people';
import type { KnownPerson, Loaded } from './ports';
import type { Answer, Saying } from './reply';
import type { Grave, Inbound, Wish } from './request';
import { showingAfter } from './showing-after';

export type ActParts = CommandParts & { readonly execute: Execute };

/** Does what somebody wishes, in one operation. `first` is the state already read, if it was. */
export type Act = (
  inbound: Inbound,
  id: EngagementId,
  wishes: readonly Wish[],
  heard: Heard,
  first?: Loaded,
) => Promise<Answer>;

export const createAct =
  (parts: ActParts): Act =>
  async (inbound, id, wishes, heard, first) => {
    const members = await membersNamed(parts.roster, inbound, wishes);
    const { op } = inbound;
    const message = inbound.kind === 'said' ? inbound.message : undefined;
    const { seen, says: said } = await parts.execute({
      id,
      op,
      ...(message && { answering: { ...message, language: heard.language } }),
      by: asker(inbound, heard),
      ...(first && { first }),
      commands: commandsFor(parts, inbound, wishes, members),
    });
    const strangers = wishes.flatMap((wish): readonly Saying[] => {
      const problem = unasked(wish, members, seen);
      return problem ? [{ type: 'problem', problem }] : [];
    });
    const says = [...said, ...strangers];
    return {
      seen,
      says,
      show: showingAfter(wishes, says, seen),
      ...(canBeTakenBack(said) && { undo: op }),
      ...(message && isDone(said) && { did: op }),
    };
  };

/** It was saved, now or when the same was delivered before. */
const isDone = (said: readonly Saying[]): boolean =>
  said.length === 0 || said.some((saying) => saying.type === 'accepted' && saying.events.length > 0);

const asker = ({ by }: Inbound, heard: Heard): KnownPerson => ({
  ...by,
  ...(heard.told && { language: heard.language }),
});

const canBeTakenBack = (says: readonly Saying[]): boolean =>
  canBeUndone(says.flatMap((saying) => (saying.type === 'accepted' ? saying.events : [])));

/** Shows what would be done, or why it would be refused. Changes nothing. */
export type Preview = (inbound: Inbound, wish: Grave, seen: Loaded) => Promise<Answer>;

export const createPreview =
  (parts: ActParts): Preview =>
  async (inbound, wish, seen) => {
    const { clock, calendar, roster } = parts;
    const members = await membersNamed(roster, inbound, [wish]);
    const problem = unasked(wish, members, seen);
    const failed = (saying: Saying): Answer => ({ seen, says: [saying], show: showingAfter([wish], [saying], seen) });
    if (problem) return failed({ type: 'problem', problem });
    let known = seen;
    const keyOf = (person: KnownPerson): PersonId => {
      const { key, people } = introduce(known.people, person);
      known = { ...known, people };
      return key;
    };
    const by = keyOf(inbound.by);
    const at = clock.now();
    const [command] = await commandsFor(parts, inbound, [wish], members)(seen, keyOf);
    if (!command) throw new Error(`There is no command for ${wish.type}.`);
    const asked = { by, at, today: calendar.dayOf(at, seen.engagement.timeZone), op: inbound.op };
    const decision = decide(command, seen.engagement, asked);
    if ('refused' in decision) return failed({ type: 'refused', rejection: decision.refused });
    return { seen: known, show: { show: 'confirm', wish, command } };
  };
