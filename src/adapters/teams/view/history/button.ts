import type { HistoryQuestion } from '../../../../application/request';
import type { Titled } from '../buttons';
import type { Context } from '../context';
import { showHistory } from '../press';

/** Leads to the record, as far as it answers the question. */
export const historyButton = (
  { words, engagementId }: Context,
  question: HistoryQuestion = {},
  key: 'history' | 'older' | 'newer' | 'showAll' = 'history',
): Titled => ({ title: words.say(`button/${key}`), ...showHistory(engagementId, question) });
