import { itemNamed, type Phase } from '../engagement/index';
import type { Loaded } from './loaded';
import type { Saying, Showing } from './reply';
import { type About, aboutItems, type Filled, itemForms, mostAtOnce, otherForms, type Wish } from './request';
import { verbs } from './verbs';

/** Refusals that a form can mend. */
const mendable =
  /^(reason|until|dueOn|note|title|items|name|confirmedOn)\.|^phase\.(needsReason|returnNeedsReason)$|^engagement\.customer|^item\.titleTaken$|^handOver\.same$|^away\.tooEarly$/;

/** What to show once wishes were granted or refused: what they were about, or the form to mend. */
export const showingAfter = (wishes: readonly Wish[], says: readonly Saying[], seen: Loaded): Showing => {
  const [wish, ...others] = wishes;
  if (seen.engagement.status === 'notStarted') return { show: 'nothingHere' };
  if (!wish) return { show: 'said' };
  if (others.length > 0) return formForAll(wishes, says) ?? { show: 'said' };
  return formAfter(wish, says) ?? subjectOf(wish, says, seen);
};

const isMendable = (saying: Saying): boolean =>
  (saying.type === 'refused' && mendable.test(saying.rejection.code)) ||
  (saying.type === 'problem' && (saying.problem === 'personMissing' || saying.problem === 'notAMember'));

const formAfter = (wish: Wish, says: readonly Saying[]): Showing | undefined => {
  const form = [...itemForms, ...otherForms].find((one) => one === verbs[wish.type]);
  if (!says.some(isMendable) || !form) return undefined;
  return { show: 'form', form, about: aboutOf(wish), filled: filledOf(wish) };
};

/** The same was asked for several items, and for none of them it was possible so. */
const formForAll = (wishes: readonly Wish[], says: readonly Saying[]): Showing | undefined => {
  const [first] = wishes;
  const items = wishes.flatMap((wish) => ('item' in wish ? [wish.item] : []));
  const isOne =
    items.length <= mostAtOnce && items.length === wishes.length && wishes.every(({ type }) => type === first?.type);
  const shown = first && isOne && says.every(isMendable) ? formAfter(first, says) : undefined;
  return shown?.show === 'form' ? { ...shown, about: aboutItems(items) } : undefined;
};

const subjectOf = (wish: Wish, says: readonly Saying[], { engagement }: Loaded): Showing => {
  const section = (wanted: Phase | undefined): Showing =>
    wanted ? { show: 'section', section: wanted, which: 'all' } : { show: 'overview' };
  switch (wish.type) {
    case 'AcknowledgePhase':
    case 'AddItems':
      return { show: 'section', section: wish.phase, which: 'all' };
    case 'ConfirmResults':
    case 'RecordConfirmation':
    case 'WithdrawConfirmation':
    case 'AdvancePhase':
    case 'ReturnToPhase':
      return section(engagement.phase);
    case 'FinishEngagement':
      return { show: engagement.status === 'finished' ? 'closing' : 'overview' };
    case 'Undo':
      return undone(says) ?? { show: 'said' };
    case 'SetCheckpoint':
    case 'SkipCheckpoint':
      return { show: 'checkpoints' };
    case 'SnoozeReminders':
      return { show: 'said' };
    case 'SetRole':
    case 'HandOver':
    case 'SetAway':
    case 'ConfigureEngagement':
    case 'PauseEngagement':
    case 'ResumeEngagement':
    case 'CancelEngagement':
    case 'DiscardEngagement':
      return { show: 'overview' };
    default:
      return itemNamed(engagement, wish.item) ? { show: 'item', item: wish.item } : { show: 'said' };
  }
};

/** One item is shown as it is again, and so are the meetings. */
const undone = (says: readonly Saying[]): Showing | undefined => {
  const events = says.flatMap((saying) => (saying.type === 'accepted' ? saying.events : []));
  const fact = events.find((event) => event.type === 'OperationUndone');
  const [item, ...others] = Object.entries(fact?.items ?? {}).flatMap(([code, one]) => (one ? [code] : []));
  if (item === undefined && fact?.meetings) return { show: 'checkpoints' };
  return item === undefined || others.length > 0 ? undefined : { show: 'item', item };
};

const aboutOf = (wish: Wish): About => ({
  ...('item' in wish && { item: wish.item }),
  ...('phase' in wish && { phase: wish.phase }),
});

const inputs = [
  'assignee',
  'person',
  'role',
  'dueOn',
  'until',
  'on',
  'reason',
  'note',
  'title',
  'name',
  'customer',
  'language',
  'timeZone',
  'every',
  'weekday',
  'time',
  'remind',
  'mention',
] as const;

/** What was sent, so that nobody has to write it again. */
const filledOf = (wish: Wish): Filled => ({
  ...Object.fromEntries(
    inputs.flatMap((input) => {
      const value = (wish as Partial<Record<string, unknown>>)[input];
      return value === undefined ? [] : [[input, value]];
    }),
  ),
  ...(wish.type === 'AddItems' && { lines: wish.lines.map(({ title }) => title).join('\n') }),
});
