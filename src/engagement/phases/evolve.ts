import { waitsForAgreement } from '../items/questions';
import { type Engagement, type Item, type Mark, type Phase, phases, type PhaseRecord, type Side } from '../model';
import type { PhaseFact } from './messages';
import { gate, missingToLeave } from './progress';

export const evolvePhase = (engagement: Engagement, event: PhaseFact & Mark): Engagement => {
  const mark: Mark = { by: event.by, at: event.at, on: event.on };
  switch (event.type) {
    case 'PhaseOpened':
      return opened(engagement, event.phase, mark);
    case 'PhaseLeft':
      return left(engagement, event, mark);
    case 'PhaseReturned':
      return returned(engagement, event, mark);
    case 'ResultsConfirmed': {
      const { side, recorded } = event;
      const confirmation = { ...mark, ...(recorded && { recorded }) };
      return {
        ...engagement,
        confirmations: { ...engagement.confirmations, [side]: confirmation },
        // What was deferred or dropped is confirmed with the rest.
        items: agreedIn(engagement, event.phase),
      };
    }
    case 'ConfirmationsWithdrawn':
      return { ...engagement, confirmations: without(engagement, event.sides) };
    case 'ConfirmationsVoided':
      return { ...engagement, confirmations: {} };
  }
};

const withRecord = (engagement: Engagement, phase: Phase, record: PhaseRecord): Engagement => ({
  ...engagement,
  phases: { ...engagement.phases, [phase]: record },
});

/** When it was opened first is what counts, however often somebody stepped back. */
const opened = (engagement: Engagement, phase: Phase, mark: Mark): Engagement => {
  const record = engagement.phases[phase];
  return withRecord({ ...engagement, phase }, phase, { ...record, opened: record.opened ?? mark });
};

const left = (engagement: Engagement, event: Extract<PhaseFact, { type: 'PhaseLeft' }>, mark: Mark): Engagement => {
  const { phase: current, ...rest } = engagement;
  const { stays: _, ...record } = engagement.phases[event.phase];
  const onward: Engagement = {
    ...rest,
    ...(current !== undefined && current !== event.phase && { phase: current }),
    confirmations: event.phase === gate ? {} : engagement.confirmations,
  };
  const anyway = event.anyway && { anyway: { ...mark, ...event.anyway } };
  const given = event.phase === gate && Object.keys(engagement.confirmations).length > 0;
  const confirmed = given && { confirmed: engagement.confirmations };
  return withRecord(onward, event.phase, { ...record, left: mark, ...confirmed, ...anyway });
};

/** Everything from that phase on has not been left, and nobody has confirmed anything. */
const returned = (
  engagement: Engagement,
  { phase, reason }: Extract<PhaseFact, { type: 'PhaseReturned' }>,
  mark: Mark,
): Engagement => {
  const records = phases.map((one) => {
    const { left: _, anyway: __, stays: ___, confirmed: ____, ...kept } = engagement.phases[one];
    return [one, phases.indexOf(one) < phases.indexOf(phase) ? engagement.phases[one] : kept] as const;
  });
  const before = { ...engagement, phases: Object.fromEntries(records) as Engagement['phases'], confirmations: {} };
  // One that was passed over opens now.
  const back = opened(before, phase, mark);
  if (phase === gate || missingToLeave(back, phase).length > 0) return back;
  const stays = { ...mark, ...(reason !== undefined && { reason }) };
  return withRecord(back, phase, { ...back.phases[phase], stays });
};

const agreedIn = (engagement: Engagement, phase: Phase): Engagement['items'] => {
  const agreed = ([code, item]: readonly [string, Item]): readonly [string, Item] => {
    const waits = item.countsIn === phase && waitsForAgreement(item) && 'agreed' in item.state;
    return [code, waits ? { ...item, state: { ...item.state, agreed: true } } : item];
  };
  return Object.fromEntries(Object.entries(engagement.items).map(agreed));
};

const without = ({ confirmations }: Engagement, sides: readonly Side[]): Engagement['confirmations'] =>
  Object.fromEntries(Object.entries(confirmations).filter(([side]) => !sides.includes(side as Side)));
