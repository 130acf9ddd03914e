import type { Decision, Rejection, Role } from '../../../src/engagement';

/** What the page says where Lotse answers with that code. */
const words: Partial<Record<Rejection['code'], string>> = {
  'checkpoint.already': 'is so already',
  'checkpoint.alreadySkipped': 'is so already',
  'checkpoint.none': 'there is none',
  'command.lotseOnly': 'only Lotse itself',
  'engagement.discardTooLate': 'only on the first day',
  'engagement.ended': 'it is over',
  'engagement.notFinished': 'settle the rest first',
  'engagement.notPaused': 'it is not paused',
  'engagement.paused': 'resume first',
  'item.alreadyBlocked': 'is so already',
  'item.alreadyComplete': 'is so already',
  'item.alreadyExcluded': 'is so already',
  'item.alreadyOpen': 'is so already',
  'item.alreadyUnowned': 'is so already',
  'item.assignNeedsRole': 'only lead and FastTrack',
  'item.notAdded': 'only added items',
  'item.notBlocked': 'is not blocked',
  'item.reopenFirst': 'reopen first',
  'item.someoneElses': 'only owner, lead and FastTrack',
  'item.stepsOpen': 'settle its steps first',
  'items.alreadyThere': 'is so already',
  'items.tooMany': 'no more room',
  'phase.alreadyLeft': 'the phase was left already',
  'phase.needsReason': 'needs a reason',
  'phase.neverLeft': 'the phase was not left yet',
  'phase.notReady': 'settle the rest first',
  'phase.nothingToWithdraw': 'nothing to withdraw',
  'phase.returnNeedsReason': 'needs a reason',
  'phase.samePerson': 'needs two different people',
  'role.already': 'is so already',
  'role.lastLead': 'name another lead first',
  'snooze.not': 'is so already',
  'undo.already': 'is so already',
  'undo.changedSince': 'somebody changed it since',
  'undo.noPlace': 'its place is taken',
  'away.tooEarly': 'from today on',
  'undo.notItems': 'not about items',
  'undo.notYours': 'only one’s own',
};

const only = (may: readonly Role[]): string =>
  may.length === 1 && may[0] === 'lead' ? 'only a lead' : 'only lead and FastTrack';

/** The codes met so far, by what the page says for them. */
const met = new Map<string, Set<string>>();

/** One word for what came of it. */
export const cellOf = (decision: Decision): string => {
  if (!('refused' in decision)) return 'yes';
  const { refused } = decision;
  const word = refused.code === 'role.missing' ? only(refused.may) : words[refused.code];
  if (word === undefined)
    throw new Error(`The page has no words for ${refused.code}: add them to test/engagement/page.`);
  met.set(word, (met.get(word) ?? new Set()).add(refused.code));
  return word;
};

/** What the page says, with the codes it stands for. */
export const legend = (): Table => ({
  head: ['The page says', 'Lotse’s code'],
  rows: [...met]
    .map(([word, codes]) => [
      word,
      [...codes]
        .sort()
        .map((code) => `\`${code}\``)
        .join(', '),
    ])
    .sort(),
});

/** The first cell of a row says what it is about. */
export type Table = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** Rows that say the same become one. */
export const merged = ({ head, rows }: Table): Table => {
  const alike = new Map<string, { readonly what: string[]; readonly cells: readonly string[] }>();
  for (const [what = '', ...cells] of rows) {
    const found = alike.get(cells.join('|'));
    if (found) found.what.push(what);
    else alike.set(cells.join('|'), { what: [what], cells });
  }
  return { head, rows: [...alike.values()].map(({ what, cells }) => [what.join(', '), ...cells]) };
};

export const markdownOf = ({ head, rows }: Table): string => {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]!.length)));
  const line = (row: readonly string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join('\n');
};
