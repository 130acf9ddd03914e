import type { ItemCommand, ItemFact, ItemRejection } from './items/messages';
import type { LifeCommand, LifeFact, LifeRejection } from './life/messages';
import type { Mark } from './model';
import type { PhaseCommand, PhaseFact, PhaseRejection } from './phases/messages';

export type Command = LifeCommand | ItemCommand | PhaseCommand;

/** Something that happened, before it is stamped. */
export type Fact = LifeFact | ItemFact | PhaseFact;

/** A fact with who and when: one line of the record nobody rewrites. */
export type Event = Fact & Mark;

/** Why nothing happened. The code is also the key of the sentence that tells it. */
export type Rejection = LifeRejection | ItemRejection | PhaseRejection;

/** What a topic answers to a command. */
export type Ruling = { readonly facts: readonly Fact[] } | { readonly refused: Rejection };

export type Decision = { readonly events: readonly Event[] } | { readonly refused: Rejection };
