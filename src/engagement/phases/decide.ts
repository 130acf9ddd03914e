import { isDay } from '../days';
import { acknowledgingMatters, isOpen, itemsOf, waitsForAgreement } from '../items/questions';
import type { Fact, Rejection, Ruling } from '../messages';
import { type Asked, type Engagement, limits, type PersonId, type Phase, type Side } from '../model';
import { mayDo, needs, roleOf } from '../roles/may';
import type { PhaseCommand } from './messages';
import { leaving, missingSides } from './moving-on';
import { gate, missingToLeave } from './progress';

type The<Type extends PhaseCommand['type']> = Extract<PhaseCommand, { type: Type }>;

/** So long after a phase was left a lead steps back without a reason, in milliseconds. */
const freely = 86_400_000;

export const decidePhase = (command: PhaseCommand, engagement: Engagement, asked: Asked): Ruling => {
  switch (command.type) {
    case 'AcknowledgePhase':
      return acknowledging(command, engagement, asked);
    case 'ConfirmResults':
      return confirming(command, engagement, asked);
    case 'RecordConfirmation':
      return recording(command, engagement, asked);
    case 'WithdrawConfirmation':
      return withdrawing(command, engagement, asked);
    case 'AdvancePhase':
      return advancing(command, engagement, asked);
    case 'ReturnToPhase':
      return returning(command, engagement, asked);
  }
};

const acknowledging = ({ phase }: The<'AcknowledgePhase'>, engagement: Engagement, { by }: Asked): Ruling => {
  const unseen = itemsOf(engagement, phase).filter((item) => acknowledgingMatters(engagement, item, by));
  if (unseen.length === 0) return { refused: { code: 'phase.alreadyAcknowledged', phase } };
  return { facts: unseen.map((item) => ({ type: 'ItemAcknowledged', item: item.code })) };
};

/** A phase command is about the current phase, or nothing happens. */
const notCurrent = (engagement: Engagement, phase: Phase): Rejection | undefined => {
  if (engagement.phase === phase) return undefined;
  const { left } = engagement.phases[phase];
  return left ? { code: 'phase.alreadyLeft', phase, by: left.by, on: left.on } : { code: 'phase.notOpen', phase };
};

const notConfirmable = (engagement: Engagement, phase: Phase): Rejection | undefined => {
  if (phase !== gate) return { code: 'phase.noJointCheck', phase };
  const elsewhere = notCurrent(engagement, phase);
  if (elsewhere) return elsewhere;
  const items = missingToLeave(engagement, gate).map(({ code }) => code);
  return items.length > 0 ? { code: 'phase.notReady', phase, items } : undefined;
};

const confirming = ({ phase }: The<'ConfirmResults'>, engagement: Engagement, { by }: Asked): Ruling => {
  const side: Side = roleOf(engagement, by) === 'lead' ? 'customer' : 'specialist';
  const refused =
    needs('confirm', engagement, by) ??
    notConfirmable(engagement, phase) ??
    already(engagement, side) ??
    samePerson(engagement, side, by);
  return refused ? { refused } : { facts: [{ type: 'ResultsConfirmed', phase, side }] };
};

/** A lead enters FastTrack's word, given in the meeting by somebody else than the customer's own. */
const recording = (command: The<'RecordConfirmation'>, engagement: Engagement, asked: Asked): Ruling => {
  const { phase, on, person } = command;
  const name = command.name.trim();
  const isTheirs = person !== undefined && (person === asked.by || roleOf(engagement, person) === 'lead');
  const refused =
    needs('record', engagement, asked.by) ??
    notConfirmable(engagement, phase) ??
    already(engagement, 'specialist') ??
    (isTheirs ? { code: 'phase.samePerson' as const } : samePerson(engagement, 'specialist', person)) ??
    badlyRecorded(name, on, asked);
  const recorded = { name, on, ...(person !== undefined && { person }) };
  return refused ? { refused } : { facts: [{ type: 'ResultsConfirmed', phase, side: 'specialist', recorded }] };
};

const already = ({ confirmations }: Engagement, side: Side): Rejection | undefined => {
  const given = confirmations[side];
  return given && { code: 'phase.alreadyConfirmed', side, by: given.by, on: given.on };
};

/** Whoever gave the other side's word cannot give this one too; entering somebody else's word is not giving it. */
const samePerson = (engagement: Engagement, side: Side, person: PersonId | undefined): Rejection | undefined => {
  const other = engagement.confirmations[side === 'customer' ? 'specialist' : 'customer'];
  const giver = other?.recorded ? other.recorded.person : other?.by;
  return giver !== undefined && giver === person ? { code: 'phase.samePerson' } : undefined;
};

const badlyRecorded = (name: string, on: string, { today }: Asked): Rejection | undefined => {
  if (name === '') return { code: 'name.missing' };
  if (name.length > limits.name) return { code: 'name.tooLong' };
  if (!isDay(on)) return { code: 'confirmedOn.notADay' };
  return on > today ? { code: 'confirmedOn.tooLate' } : undefined;
};

/** Takes back what the asker gave or entered; else what was given for their side. */
const withdrawing = ({ phase }: The<'WithdrawConfirmation'>, engagement: Engagement, { by }: Asked): Ruling => {
  const elsewhere = needs('confirm', engagement, by) ?? notCurrent(engagement, phase);
  if (elsewhere) return { refused: elsewhere };
  const given = Object.entries(engagement.confirmations) as (readonly [Side, { readonly by: PersonId }])[];
  const own = given.filter(([, confirmation]) => confirmation.by === by);
  const mySide: Side = mayDo('record', engagement, by) ? 'customer' : 'specialist';
  const taken = own.length > 0 ? own : given.filter(([side]) => side === mySide);
  if (taken.length === 0) return { refused: { code: 'phase.nothingToWithdraw' } };
  return { facts: [{ type: 'ConfirmationsWithdrawn', phase, sides: taken.map(([side]) => side) }] };
};

/** Moving on, by which a lead agrees to what was deferred; with something open or unconfirmed only for a reason. */
const advancing = (command: The<'AdvancePhase'>, engagement: Engagement, { by }: Asked): Ruling => {
  const { phase } = command;
  const elsewhere = needs('move', engagement, by) ?? notCurrent(engagement, phase);
  if (elsewhere) return { refused: elsewhere };
  const items = missingToLeave(engagement, phase)
    .filter(isOpen)
    .map(({ code }) => code);
  const sides = phase === gate ? missingSides(engagement) : [];
  const reason = command.reason?.trim() ?? '';
  const short = items.length > 0 || sides.length > 0;
  if (short && reason === '') return { refused: { code: 'phase.needsReason', phase, items, sides } };
  if (reason.length > limits.reason) return { refused: { code: 'reason.tooLong' } };
  const agreed = itemsOf(engagement, phase).filter(waitsForAgreement);
  return {
    facts: [
      ...leaving(engagement, phase, short ? { reason, items, sides } : undefined),
      ...agreed.map(({ code }): Fact => ({ type: 'ItemAcknowledged', item: code })),
    ],
  };
};

const returning = (command: The<'ReturnToPhase'>, engagement: Engagement, asked: Asked): Ruling => {
  const { phase } = command;
  const reason = command.reason?.trim() ?? '';
  const refused = needs('move', engagement, asked.by) ?? alreadyHere(engagement, phase);
  const { left } = engagement.phases[phase];
  if (refused || !left) return { refused: refused ?? { code: 'phase.neverLeft', phase } };
  if (reason === '' && Date.parse(asked.at) - Date.parse(left.at) > freely)
    return { refused: { code: 'phase.returnNeedsReason', phase } };
  if (reason.length > limits.reason) return { refused: { code: 'reason.tooLong' } };
  return { facts: [{ type: 'PhaseReturned', phase, ...(reason !== '' && { reason }) }] };
};

const alreadyHere = (engagement: Engagement, phase: Phase): Rejection | undefined =>
  engagement.phase === phase ? { code: 'phase.alreadyHere', phase } : undefined;
