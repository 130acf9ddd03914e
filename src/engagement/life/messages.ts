import type {
  Checkpoint,
  Day,
  ItemCode,
  ItemDefinition,
  Language,
  PersonId,
  Phase,
  Role,
  Status,
  TimeZone,
} from '../model';

export type StartCommand = {
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

/** What can be said anew about an engagement. What is not given stays as it is. */
export type Configuration = {
  readonly customer?: string;
  readonly language?: Language;
  readonly timeZone?: TimeZone;
};

export type LifeCommand =
  | StartCommand
  | ({ readonly type: 'ConfigureEngagement' } & Configuration)
  /** `until`: the day on which it goes on by itself. */
  | { readonly type: 'PauseEngagement'; readonly until?: Day }
  /** By a lead, or owed on the day a pause ends. */
  | { readonly type: 'ResumeEngagement' }
  | { readonly type: 'FinishEngagement' }
  | { readonly type: 'CancelEngagement'; readonly reason: string }
  | { readonly type: 'DiscardEngagement' };

export type LifeFact =
  | {
      readonly type: 'EngagementStarted';
      readonly customer: string;
      readonly language: Language;
      readonly timeZone: TimeZone;
      readonly catalogVersion: string;
      readonly items: readonly ItemDefinition[];
      readonly roles: Readonly<Record<PersonId, Role>>;
      readonly checkpoint?: Checkpoint;
    }
  | ({ readonly type: 'EngagementConfigured' } & Configuration)
  | { readonly type: 'EngagementPaused'; readonly until?: Day }
  | { readonly type: 'EngagementResumed' }
  | { readonly type: 'EngagementFinished' }
  | { readonly type: 'EngagementCancelled'; readonly reason: string }
  | { readonly type: 'EngagementDiscarded' };

export type LifeRejection =
  | { readonly code: 'engagement.notStarted' | 'engagement.guestNeedsLead' | 'engagement.leadIsSpecialist' }
  | { readonly code: 'engagement.customerMissing' | 'engagement.customerTooLong' | 'command.lotseOnly' }
  | { readonly code: 'engagement.asConfigured' | 'engagement.notPaused' | 'engagement.discardTooLate' }
  | {
      readonly code: 'engagement.alreadyStarted';
      readonly customer: string;
      readonly by: PersonId;
      readonly on: Day;
    }
  /** Nothing changes while it is paused, except that it goes on. */
  | { readonly code: 'engagement.paused'; readonly by: PersonId; readonly on: Day; readonly until?: Day }
  | { readonly code: 'engagement.ended'; readonly status: Status; readonly by: PersonId; readonly on: Day }
  /** What an onboarding still needs before it can be finished. */
  | ({ readonly code: 'engagement.notFinished' } & Unfinished)
  | { readonly code: 'reason.missing' | 'reason.tooLong'; readonly item?: ItemCode }
  | {
      readonly code: 'until.notADay' | 'until.tooEarly' | 'until.tooLate' | 'until.notYet';
      readonly item?: ItemCode;
    };

/** Every kind of thing that stands between an onboarding and its end. */
export type Unfinished = {
  /** Phases not left yet. */
  readonly phases: readonly Phase[];
  /** Open anywhere but in General. */
  readonly open: readonly ItemCode[];
  /** Standing responsibilities that nobody owns, or that were not acknowledged. */
  readonly general: readonly ItemCode[];
  /** Deferred, and nobody to hand them over to. */
  readonly unowned: readonly ItemCode[];
};
