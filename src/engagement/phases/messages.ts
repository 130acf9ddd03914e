import type { Day, ItemCode, PersonId, Phase, Recorded, Section, Side } from '../model';

/** Each names its phase, so that pressed twice it does not happen to the next one. */
export type PhaseCommand =
  /** I have seen every item of this section and accept it. */
  | { readonly type: 'AcknowledgePhase'; readonly phase: Section }
  /** For FastTrack if a specialist asks, for the customer if a lead does. */
  | { readonly type: 'ConfirmResults'; readonly phase: Phase }
  /** A lead enters what FastTrack confirmed in the meeting. `person`: who of the engagement that is, if known. */
  | ({ readonly type: 'RecordConfirmation'; readonly phase: Phase } & Recorded)
  | { readonly type: 'WithdrawConfirmation'; readonly phase: Phase }
  /** With something missing only for a reason. */
  | { readonly type: 'AdvancePhase'; readonly phase: Phase; readonly reason?: string }
  /** Back into `phase`. */
  | { readonly type: 'ReturnToPhase'; readonly phase: Phase; readonly reason?: string };

/** A phase that is left without having been opened was passed over. */
export type PhaseFact =
  | { readonly type: 'PhaseOpened'; readonly phase: Phase }
  | {
      readonly type: 'PhaseLeft';
      readonly phase: Phase;
      /** Moved on anyway: why, and what was missing. */
      readonly anyway?: {
        readonly reason: string;
        readonly items: readonly ItemCode[];
        readonly sides: readonly Side[];
      };
    }
  | { readonly type: 'PhaseReturned'; readonly phase: Phase; readonly reason?: string }
  | { readonly type: 'ResultsConfirmed'; readonly phase: Phase; readonly side: Side; readonly recorded?: Recorded }
  | { readonly type: 'ConfirmationsWithdrawn'; readonly phase: Phase; readonly sides: readonly Side[] }
  /** Something is open again, so nobody has confirmed it. `gave`: who is to be told. */
  | { readonly type: 'ConfirmationsVoided'; readonly phase: Phase; readonly gave: readonly PersonId[] };

export type PhaseRejection =
  | { readonly code: 'phase.alreadyAcknowledged'; readonly phase: Section }
  | { readonly code: 'phase.alreadyLeft'; readonly phase: Phase; readonly by: PersonId; readonly on: Day }
  | { readonly code: 'phase.notOpen' | 'phase.alreadyHere' | 'phase.neverLeft'; readonly phase: Phase }
  /** Only Remediate ends with a joint check. */
  | { readonly code: 'phase.noJointCheck'; readonly phase: Phase }
  /** These are open, so there is nothing to confirm yet. */
  | { readonly code: 'phase.notReady'; readonly phase: Phase; readonly items: readonly ItemCode[] }
  | { readonly code: 'phase.alreadyConfirmed'; readonly side: Side; readonly by: PersonId; readonly on: Day }
  /** The two confirmations name two different people. */
  | { readonly code: 'phase.samePerson' }
  | { readonly code: 'phase.nothingToWithdraw' }
  /** Moving on with something missing, or stepping back after a day, needs a reason. */
  | {
      readonly code: 'phase.needsReason';
      readonly phase: Phase;
      readonly items: readonly ItemCode[];
      readonly sides: readonly Side[];
    }
  | { readonly code: 'phase.returnNeedsReason'; readonly phase: Phase }
  | { readonly code: 'name.missing' | 'name.tooLong' | 'confirmedOn.notADay' | 'confirmedOn.tooLate' };
