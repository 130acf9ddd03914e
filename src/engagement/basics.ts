/** `YYYY-MM-DD`, a calendar day in the engagement's time zone. */
export type Day = string;
/** `HH:mm`, local time of day. */
export type TimeOfDay = string;
/** ISO 8601 in UTC, to the millisecond. */
export type Instant = string;
/** IANA name, for example `Europe/Berlin`. */
export type TimeZone = string;
export type Language = 'en' | 'de';
export type EngagementId = string;
/** A person inside one engagement (`p1`, `p2` …). Says nothing about who that is outside of it. */
export type PersonId = string;
/** Names one sentence or press, so that it is applied once however often it arrives. */
export type OperationId = string;
/** `A3`: the same in every language, never used twice. */
export type ItemCode = string;

export const phases = ['initiate', 'assess', 'remediate', 'enable'] as const;
export type Phase = (typeof phases)[number];
export const sections = ['general', ...phases] as const;
/** Where items stand: a phase, or the standing responsibilities that are valid throughout. */
export type Section = (typeof sections)[number];

export const roles = ['lead', 'specialist', 'member'] as const;
export type Role = (typeof roles)[number];

/** The two who verify the results of remediation together: the customer (a lead) and FastTrack (a specialist). */
export const sides = ['customer', 'specialist'] as const;
export type Side = (typeof sides)[number];

/** Acts for nobody: what the engagement owes when a date comes. No person can have this id. */
export const lotse: PersonId = 'lotse';

/** Who, and when. */
export type Mark = { readonly by: PersonId; readonly at: Instant; readonly on: Day };
