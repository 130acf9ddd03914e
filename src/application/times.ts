import type { Instant } from '../engagement/index';

/** So many milliseconds on (or back). */
export const later = (from: Instant, milliseconds: number): Instant =>
  new Date(Date.parse(from) + milliseconds).toISOString();

/** The first of some looks, of which each may not be needed. */
export const earliest = (looks: readonly (Instant | undefined)[]): Instant | undefined =>
  looks.filter((look) => look !== undefined).sort()[0];
