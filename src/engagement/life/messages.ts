import type { Checkpoint, ItemDefinition, Language, PersonId, Role, TimeZone } from '../model';

export type LifeCommand = {
  readonly type: 'StartEngagement';
  readonly customer: string;
  readonly language: Language;
  readonly timeZone: TimeZone;
  readonly catalogVersion: string;
  readonly items: readonly ItemDefinition[];
  /** A guest becomes FastTrack and has to name the customer's lead. */
  readonly starterIsGuest: boolean;
  readonly lead?: PersonId;
  readonly specialist?: PersonId;
  readonly checkpoint?: Checkpoint;
};

export type LifeFact = {
  readonly type: 'EngagementStarted';
  readonly customer: string;
  readonly language: Language;
  readonly timeZone: TimeZone;
  readonly catalogVersion: string;
  readonly items: readonly ItemDefinition[];
  readonly roles: Readonly<Record<PersonId, Role>>;
  readonly checkpoint?: Checkpoint;
};

export type LifeRejection =
  | { readonly code: 'engagement.notStarted' | 'engagement.guestNeedsLead' | 'engagement.leadIsSpecialist' }
  | { readonly code: 'engagement.customerMissing' | 'engagement.customerTooLong' | 'command.lotseOnly' }
  | {
      readonly code: 'engagement.alreadyStarted';
      readonly customer: string;
      readonly by: PersonId;
      readonly on: string;
    };
