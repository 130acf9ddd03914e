/** Onboardings of tests live in this time zone. */
const zone = 'Europe/Berlin';

const dayAt = (instant: number): string => new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(instant);

export const today = (): string => dayAt(Date.now());

/** So many calendar days from today, as `YYYY-MM-DD`. */
export const inDays = (days: number): string =>
  new Date(Date.parse(`${today()}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
