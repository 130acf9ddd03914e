import type { Affair } from './kinds';
import { form, type Meaning, wish } from './meaning';
import { about } from './phases';

/** "Ben Carter confirmed for FastTrack on 12 Jan": who and when are both needed. */
const record: Meaning = ({ said: { name, past, phase } }) => {
  if (name && past) return wish({ type: 'RecordConfirmation', ...about(phase), name, on: past });
  return form('phase.confirm', { ...(name && { name }), ...(past && { on: past }) }, about(phase));
};

export const confirmationMeanings = {
  confirm: ({ said }) => wish({ type: 'ConfirmResults', ...about(said.phase) }),
  withdraw: ({ said }) => wish({ type: 'WithdrawConfirmation', ...about(said.phase) }),
  record,
} satisfies Partial<Record<Affair, Meaning>>;
