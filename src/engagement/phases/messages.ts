import type { Phase, Section } from '../model';

/** `AcknowledgePhase`: I have seen every item of this section and accept it. */
export type PhaseCommand = { readonly type: 'AcknowledgePhase'; readonly phase: Section };

/** A phase that is left without having been opened was passed over. */
export type PhaseFact =
  | { readonly type: 'PhaseOpened'; readonly phase: Phase }
  | { readonly type: 'PhaseLeft'; readonly phase: Phase };

export type PhaseRejection = { readonly code: 'phase.alreadyAcknowledged'; readonly phase: Section };
