import type { Day } from '../../../engagement/index';
import { coming, dayOf, monthOf, yearOf } from './calendar';

/** A day, and how many characters of the text it took. */
export type Written = { readonly day: Day; readonly length: number };

type Form = {
  readonly form: RegExp;
  /** Which groups of the form are day, month and year. */
  readonly order: readonly ('d' | 'm' | 'y')[];
};

const forms: readonly Form[] = [
  { form: /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/, order: ['y', 'm', 'd'] },
  { form: /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})(?!\d)/, order: ['d', 'm', 'y'] },
  { form: /^(\d{1,2})\.(\d{1,2})\.(\d{2})(?!\d)/, order: ['d', 'm', 'y'] },
  { form: /^(\d{1,2})\. ?(\d{1,2})\.?(?!\d)/, order: ['d', 'm'] },
  // Day before month, as everywhere outside of the United States.
  { form: /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?!\d)/, order: ['d', 'm', 'y'] },
  { form: /^(\d{1,2})\/(\d{1,2})(?![\d/])/, order: ['d', 'm'] },
];

/** A date in figures at the very beginning: `2026-12-04`, `04.12.`, `4.12.2026`, `4/12`. */
export const inFigures = (text: string, today: Day): Written | undefined => {
  for (const { form, order } of forms) {
    const found = form.exec(text);
    if (!found) continue;
    const [d, m, y] = (['d', 'm', 'y'] as const).map((part) => Number(found[order.indexOf(part) + 1] ?? NaN));
    if (d === undefined || m === undefined || y === undefined || m > 12) return undefined;
    const day = order.includes('y') ? dayOf(y < 100 ? 2000 + y : y, m, d) : coming(today, m, d);
    return day === undefined ? undefined : { day, length: found[0].length };
  }
  return undefined;
};

/** "15.", "15th": that day of this month, or of the next one once it is past. */
export const dayOfMonth = (text: string, today: Day): Written | undefined => {
  const found = /^(\d{1,2})(?:\.|st|nd|rd|th)(?![\p{L}\d])/iu.exec(text);
  const number = Number(found?.[1] ?? 0);
  if (!found || number === 0) return undefined;
  const days = [0, 1, 2].map((later) => dayOf(yearOf(today), monthOf(today) + later, number));
  const day = days.find((one) => one !== undefined && one >= today);
  return day === undefined ? undefined : { day, length: found[0].length };
};
