import type { HistoryQuestion } from '../../../../application/request';
import { itemNamed } from '../../../../engagement/index';
import type { Context } from '../context';

/** The part of the record that is asked for. `name`: of whom, where it is one person's. */
export type Asked = { readonly question: HistoryQuestion; readonly name?: string };

/** "Deferred: A3 Remediation checklist meetings", "What changed since Mon 23 Nov". */
export const titleOf = (context: Context, { question, name }: Asked): string => {
  const { words } = context;
  const { did, item } = question;
  const what = item === undefined ? undefined : itemWithTitle(context, item);
  const period = periodOf(context, question);
  if (did === undefined && what === undefined && name === undefined && period !== undefined)
    return words.say('history/changed', { period });
  return [
    headOf(context, did, what),
    ...(name === undefined ? [] : [name]),
    ...(period === undefined ? [] : [period]),
  ].join(' · ');
};

const headOf = ({ words }: Context, did: HistoryQuestion['did'], item: string | undefined): string => {
  if (did === undefined) return item === undefined ? words.say('history/title') : words.say('history/ofItem', { item });
  const deed = words.say(`history/deed/${did}`);
  return item === undefined ? deed : `${deed}: ${item}`;
};

const itemWithTitle = ({ engagement, title }: Context, item: string): string =>
  itemNamed(engagement, item) ? `${item} ${title(item)}` : item;

/** What is said where the record answers with nothing. */
export const nothingOf = (context: Context, { question, name }: Asked): string => {
  const { words, day } = context;
  const { did, item, since, until, page = 1 } = question;
  const period = periodOf(context, question);
  const isNarrowed = name !== undefined || (period !== undefined && (did ?? item) !== undefined);
  if (isNarrowed || page > 1) return words.say('history/nothing');
  if (did !== undefined) return nobody(context, did, item);
  if (since !== undefined && until === undefined) return words.say('history/unchangedSince', { day: day(since) });
  return period === undefined ? words.say('history/nothing') : words.say('history/unchanged', { period });
};

/** What "anything" would not go with has a sentence of its own. */
const withoutItem: readonly HistoryQuestion['did'][] = ['scheduled', 'unblocked', 'noted'];

const nobody = ({ words }: Context, did: NonNullable<HistoryQuestion['did']>, item: string | undefined): string =>
  item === undefined && withoutItem.includes(did)
    ? words.say(`history/none/${did}`)
    : words.say(`history/nobody/${did}`, { what: item ?? words.say('history/anything') });

const periodOf = ({ words, day }: Context, { since, until }: HistoryQuestion): string | undefined => {
  if (since === undefined) return until === undefined ? undefined : words.say('history/until', { day: day(until) });
  if (until === undefined) return words.say('history/since', { day: day(since) });
  return since === until
    ? words.say('history/on', { day: day(since) })
    : words.say('history/between', { from: day(since), to: day(until) });
};
