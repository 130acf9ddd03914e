import type { Affair } from './kinds';
import { form, type Meaning, wish } from './meaning';
import { settingsSaid } from './settings';

const checkpoint: Meaning = ({ said }) => {
  const settings = { ...settingsSaid(said.regularly), ...settingsSaid(said.settings), ...settingsSaid(said.ahead) };
  return wish({ type: 'SetCheckpoint', ...settings });
};

/** Shown before it is set. The day of the first one has no input. */
const shown: Meaning = ({ said }) => {
  const { from: _, ...settings } = { ...settingsSaid(said.regularly), ...settingsSaid(said.settings) };
  return form('checkpoint.set', settings);
};

/** "Daily" alone may be about anything; "every Monday" is said of nothing else. */
const rhythm: Meaning = (spoken) => {
  const { every: _, ...others } = settingsSaid(spoken.said.regularly);
  return Object.keys(others).length > 0 ? checkpoint(spoken) : shown(spoken);
};

const snooze: Meaning = ({ said }) => {
  const until = said.again ?? said.day;
  return until === undefined ? form('reminder.snooze') : wish({ type: 'SnoozeReminders', until });
};

export const checkpointMeanings = {
  checkpoints: () => ({ type: 'show', what: 'checkpoints' }),
  checkpointsAsked: () => ({ type: 'show', what: 'checkpoints' }),
  checkpoint,
  rhythm,
  checkpointOnce: shown,
  checkpointForm: () => form('checkpoint.set'),
  checkpointOff: () => wish({ type: 'SetCheckpoint', every: 'off' }),
  mention: () => wish({ type: 'SetCheckpoint', mention: 'channel' }),
  mentionPrivately: () => wish({ type: 'SetCheckpoint', mention: 'private' }),
  skip: ({ said }) => wish({ type: 'SkipCheckpoint', ...(said.on && { day: said.on }) }),
  snooze,
  snoozeForm: () => form('reminder.snooze'),
  wake: () => wish({ type: 'SnoozeReminders' }),
} satisfies Partial<Record<Affair, Meaning>>;
