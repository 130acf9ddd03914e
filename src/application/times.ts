import type { Instant } from '../engagement/index';

export { later } from '../engagement/index';

/** The first of some looks, of which each may not be needed. */
export const earliest = (looks: readonly (Instant | undefined)[]): Instant | undefined =>
  looks.filter((look) => look !== undefined).sort()[0];
