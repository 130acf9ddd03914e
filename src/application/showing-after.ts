import { itemNamed } from '../engagement/index';
import type { Loaded } from './loaded';
import type { Saying, Showing } from './reply';
import type { Filled, ItemForm, Wish } from './request';

/** Which form asks for what a wish of this kind needs. */
const forms = {
  AssignItem: 'item.assign',
  DeferItem: 'item.defer',
  ExcludeItem: 'item.exclude',
  BlockItem: 'item.block',
  ReopenItem: 'item.reopen',
} as const satisfies Partial<Record<Wish['type'], ItemForm>>;

/** What to show once wishes were granted or refused: the item or phase they were about, or the form to mend. */
export const showingAfter = (wishes: readonly Wish[], says: readonly Saying[], seen: Loaded): Showing => {
  const [wish, ...others] = wishes;
  if (seen.engagement.status === 'notStarted') return { show: 'nothingHere' };
  if (!wish || others.length > 0) return { show: 'said' };
  if (wish.type === 'AcknowledgePhase') return { show: 'section', section: wish.phase, which: 'all' };
  if (!itemNamed(seen.engagement, wish.item)) return { show: 'said' };
  const mendable = says.some(
    (saying) =>
      (saying.type === 'refused' && /^(reason|until|dueOn)\./.test(saying.rejection.code)) ||
      (saying.type === 'problem' && (saying.problem === 'personMissing' || saying.problem === 'notAMember')),
  );
  if (mendable && wish.type in forms)
    return { show: 'form', form: forms[wish.type as keyof typeof forms], item: wish.item, filled: filledOf(wish) };
  return { show: 'item', item: wish.item };
};

const filledOf = (wish: Wish): Filled => ({
  ...('until' in wish && { until: wish.until }),
  ...('reason' in wish && { reason: wish.reason }),
  ...('dueOn' in wish && { dueOn: wish.dueOn }),
  ...('assignee' in wish && { assignee: wish.assignee }),
});
