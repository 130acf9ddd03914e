import { inOrder } from '../items/questions';
import type { Engagement, ItemCode } from '../model';
import type { UndoFact } from './messages';

export const evolveUndo = (engagement: Engagement, { items: before, meetings = [] }: UndoFact): Engagement => {
  const isThereAgain = (code: ItemCode): boolean => Object.hasOwn(before, code) && before[code] !== null;
  const others = Object.values(engagement.items).filter(({ code }) => !Object.hasOwn(before, code));
  const restored = Object.values(before).filter((item) => item !== null);
  const added = Object.keys(before).filter((code) => before[code] === null && !engagement.removed.includes(code));
  return {
    ...engagement,
    items: Object.fromEntries(inOrder([...others, ...restored]).map((item) => [item.code, item])),
    removed: [...engagement.removed.filter((code) => !isThereAgain(code)), ...added],
    reminders: {
      ...engagement.reminders,
      skipped: engagement.reminders.skipped.filter((day) => !meetings.includes(day)),
    },
  };
};
