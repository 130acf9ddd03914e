/** Onboardings of tests live in this time zone. */
const zone = 'Europe/Berlin';

/** Which day it is there at an instant. */
export const dayAt = (instant: number): string => new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(instant);

export const today = (): string => dayAt(Date.now());

/** So many calendar days from today, as `YYYY-MM-DD`. */
export const inDays = (days: number): string =>
  new Date(Date.parse(`${today()}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** A day as people write it, with its year: `4 Dec 2026`, `04.12.2026`. */
export const written = (day: string, language: 'en' | 'de' = 'en'): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  if (language === 'de') return `${date}.${month}.${year}`;
  const name = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
  return `${Number(date)} ${name} ${year}`;
};
