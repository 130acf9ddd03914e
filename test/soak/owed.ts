/**
 * What is owed, figured out on its own: with nothing but the calendar and the words of the agreement, and nothing of the
 * product.
 */

/** `YYYY-MM-DD` */
export type SoakDay = string;

export type Agreed = {
  readonly timeZone: string;
  readonly checkpoint: {
    readonly every: string;
    readonly weekday: number;
    readonly time: string;
    readonly remind: string;
  };
  /** In milliseconds. */
  readonly startedAt: number;
};

/** A meeting, and when people are to be reminded of it. */
export type Slot = { readonly day: SoakDay; readonly remindAt: number };

const dayLength = 86_400_000;

/**
 * Every meeting whose reminder falls after the start and until an instant, that one included; the oldest first. There is no
 * meeting yet on the day of the start.
 */
export const slotsOf = ({ timeZone, checkpoint, startedAt }: Agreed, until: number): readonly Slot[] => {
  const slots: Slot[] = [];
  const last = daysLater(dayOf(until, timeZone), 7);
  for (let day = daysLater(dayOf(startedAt, timeZone), 1); day <= last; day = daysLater(day, 1)) {
    if (!isMeeting(checkpoint, day)) continue;
    const remindAt = reminderOf(checkpoint, day, timeZone);
    if (remindAt > startedAt && remindAt <= until) slots.push({ day, remindAt });
  }
  return slots;
};

const isMeeting = ({ every, weekday }: Agreed['checkpoint'], day: SoakDay): boolean =>
  every === 'weekday' ? weekdayOf(day) <= 5 : weekdayOf(day) === weekday;

const reminderOf = ({ time, remind }: Agreed['checkpoint'], day: SoakDay, timeZone: string): number => {
  if (remind === 'dayBefore') return instantOf(workingDayBefore(day), '09:00', timeZone);
  if (remind === 'sameDay' && time > '08:00') return instantOf(day, '08:00', timeZone);
  return instantOf(day, time, timeZone);
};

/** Friday for a Monday. */
const workingDayBefore = (day: SoakDay): SoakDay => {
  const back: Readonly<Record<number, number>> = { 1: 3, 7: 2 };
  return daysLater(day, -(back[weekdayOf(day)] ?? 1));
};

/** Monday is 1, Sunday 7. */
const weekdayOf = (day: SoakDay): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

export const daysLater = (day: SoakDay, days: number): SoakDay =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10);

export const dayOf = (at: number, timeZone: string): SoakDay => wallAt(at, timeZone).slice(0, 10);

const instantOf = (day: SoakDay, time: string, timeZone: string): number => {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  let at = wanted;
  // The second step is right wherever the first one crossed a change of the clocks.
  for (let step = 0; step < 2; step += 1) at += wanted - Date.parse(`${wallAt(at, timeZone)}Z`);
  return at;
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** What the clocks on the wall show there: `YYYY-MM-DDTHH:mm:ss`. */
const wallAt = (at: number, timeZone: string): string => {
  const format =
    formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  formats.set(timeZone, format);
  return format.format(at).replace(' ', 'T');
};
