import { isDay } from '../days';
import type { Rejection, Ruling } from '../messages';
import { type Asked, type Engagement, type ItemCode, limits, type Section } from '../model';
import { needs } from '../roles/may';
import type { ItemFact, ListCommand, NewItem } from './messages';
import { addedTo, itemTitled } from './questions';

const letters: Readonly<Record<Section, string>> = {
  general: 'G',
  initiate: 'I',
  assess: 'A',
  remediate: 'R',
  enable: 'E',
};

/** Several items in one operation. What is there under the same title stays as it is. */
export const decideAdding = ({ phase, lines }: ListCommand, engagement: Engagement, { by }: Asked): Ruling => {
  const refused = needs('list', engagement, by) ?? badlySaid(lines);
  if (refused) return { refused };
  const titled = lines.map((line) => ({ ...line, title: line.title.trim() }));
  const isNew = ({ title }: NewItem, at: number): boolean =>
    itemTitled(engagement, phase, title) === undefined && titled.findIndex((one) => isAlike(one.title, title)) === at;
  const added = titled.filter(isNew);
  if (added.length === 0) {
    const items = new Set(titled.map(({ title }) => itemTitled(engagement, phase, title)?.code));
    return { refused: { code: 'items.alreadyThere', items: [...items].filter((code) => code !== undefined) } };
  }
  const room = limits.added - addedTo(engagement, phase).length;
  if (added.length > room) return { refused: { code: 'items.tooMany', phase, room } };
  const first = firstFree(engagement, phase);
  return {
    facts: added.map(
      (line, at): ItemFact => ({
        ...line,
        type: 'ItemAdded',
        item: `${letters[phase]}${String(first + at)}`,
        section: phase,
      }),
    ),
  };
};

const isAlike = (title: string, other: string): boolean => title.toLowerCase() === other.toLowerCase();

const badlySaid = (lines: readonly NewItem[]): Rejection | undefined => {
  if (lines.length === 0) return { code: 'items.none' };
  if (lines.some(({ title }) => title.trim() === '')) return { code: 'title.missing' };
  if (lines.some(({ title }) => title.trim().length > limits.title)) return { code: 'title.tooLong' };
  return lines.some(({ dueOn }) => dueOn !== undefined && !isDay(dueOn)) ? { code: 'dueOn.notADay' } : undefined;
};

/** Codes go on where the row ends, past those of items that were removed. */
const firstFree = (engagement: Engagement, phase: Section): number => {
  const used: readonly ItemCode[] = [...Object.keys(engagement.items), ...engagement.removed];
  const numbers = used.filter((code) => code.startsWith(letters[phase])).map((code) => Number(code.slice(1)));
  return Math.max(0, ...numbers) + 1;
};
