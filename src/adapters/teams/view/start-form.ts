import type { Showing } from '../../../application/reply';
import { limits } from '../../../engagement/index';
import { buttonsOf } from './buttons';
import type { Context } from './context';
import { choice, options, text, time, workingDays } from './fields';
import { person } from './forms/parts';
import { timeZones } from './time-zones';
import type { Screen } from './screen';

/** In bytes, for each of the two lists of people. */
const room = 9_000;

/** Only the customer is needed. Day and time of the checkpoint are not filled in: what is sent counts as agreed. */
export const startForm = (context: Context, showing: Extract<Showing, { show: 'startForm' }>): Screen => {
  const { words } = context;
  const { filled, members, asker } = showing;
  const weekday = filled.weekday === undefined ? undefined : String(filled.weekday);
  const zones = [...new Set([...(filled.timeZone ? [filled.timeZone] : []), ...timeZones])];
  return {
    card: 'form',
    summary: words.say('form/start'),
    data: {
      title: words.say('form/start'),
      lines: [{ text: words.say('form/startText') }],
      fields: [
        text(words, 'customer', { required: true, value: filled.customer, most: limits.customer, multiline: false }),
        choice(words, 'language', {
          required: false,
          value: filled.language ?? words.language,
          choices: options(words, 'language', ['en', 'de']),
          style: 'compact',
        }),
        choice(words, 'timeZone', {
          required: false,
          value: filled.timeZone ?? '',
          choices: zones.map((zone) => ({ value: zone, title: zone })),
          style: 'filtered',
        }),
        person(words, 'lead', {
          required: asker.guest,
          value: filled.lead ?? (asker.guest ? '' : asker.id),
          members,
          room,
        }),
        person(words, 'specialist', {
          required: false,
          value: filled.specialist ?? (asker.guest ? asker.id : ''),
          members,
          room,
        }),
        choice(words, 'every', {
          required: false,
          value: filled.every ?? '',
          choices: options(words, 'every', ['week', 'twoWeeks', 'weekday'], filled.every),
          style: 'compact',
        }),
        choice(words, 'weekday', {
          required: false,
          value: weekday,
          choices: options(words, 'weekday', workingDays, weekday),
          style: 'compact',
        }),
        time(words, 'time', { required: false, value: filled.time }),
      ],
      visible: words.say('welcome/visible'),
      buttons: buttonsOf([{ title: words.say('form/send.start'), verb: 'engagement.start', data: {}, sends: true }]),
    },
  };
};
