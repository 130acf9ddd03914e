import type { Instant } from './model';

/** So many milliseconds on (or back). */
export const later = (from: Instant, milliseconds: number): Instant =>
  new Date(Date.parse(from) + milliseconds).toISOString();
