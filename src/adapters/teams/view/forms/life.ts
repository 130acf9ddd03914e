import type { Filled } from '../../../../application/request';
import { dayAfter, daysAfter, limits, mayDo } from '../../../../engagement/index';
import { acts, asks, snoozeButton, type Titled } from '../buttons';
import { finishButton } from '../confirm';
import { type Context, isRunning, offers } from '../context';
import { choice, date, type Field, text } from '../fields';
import { plain } from '../plain';
import { resumeButton } from '../status';
import { timeZones } from '../time-zones';
import { type FormContent, toOverview } from './parts';
import { mayGiveRoles } from './people';

/** The settings for those who may change them, and the way to everything else about the whole onboarding. */
export const settingsForm = (context: Context, filled: Filled): FormContent => {
  const { words, engagement, engagementId } = context;
  const changes = isLead(context) && isRunning(context);
  const known = words.say('form/settingsText', {
    customer: plain(engagement.customer),
    language: words.say(`language/${engagement.language}`),
    timeZone: engagement.timeZone,
  });
  return {
    title: words.say('form/engagement.configure'),
    lines: changes ? [] : [known],
    fields: changes ? settings(context, filled) : [],
    ...(changes && {
      send: {
        title: words.say('form/send.engagement.configure'),
        verb: 'engagement.configure',
        data: { engagementId },
      },
    }),
    others: [...resumeButton(context), toOverview(context), ...waysOn(context)],
  };
};

const settings = ({ words, engagement }: Context, filled: Filled): readonly Field[] => {
  const zone = filled.timeZone ?? engagement.timeZone;
  return [
    text(words, 'customer', {
      required: true,
      value: filled.customer ?? engagement.customer,
      most: limits.customer,
      multiline: false,
    }),
    choice(words, 'language', {
      required: false,
      value: filled.language ?? engagement.language,
      choices: (['en', 'de'] as const).map((value) => ({ value, title: words.say(`language/${value}`) })),
      style: 'compact',
    }),
    choice(words, 'timeZone', {
      required: false,
      value: zone,
      choices: [...new Set([zone, ...timeZones])].map((value) => ({ value, title: value })),
      style: 'filtered',
    }),
  ];
};

const isLead = ({ engagement, asker }: Context): boolean => asker !== undefined && mayDo('life', engagement, asker);

/** Only what the asker may. */
const waysOn = (context: Context): readonly Titled[] => {
  const { engagement, asker, today } = context;
  if (engagement.ended) return [];
  const running = isRunning(context);
  const lead = isLead(context);
  const steers = asker !== undefined && mayDo('handOver', engagement, asker);
  // The hour of it is weighed where it is decided.
  const isNew = engagement.started !== undefined && daysAfter(engagement.started.on, 1) >= today;
  return [
    ...(running && mayGiveRoles(context) ? [asks(context, 'roles', 'role.set')] : []),
    ...(running && offers(context, 'checkpoint') ? [asks(context, 'checkpoint', 'checkpoint.set')] : []),
    ...(running && steers ? [asks(context, 'handOver', 'person.handOver')] : []),
    ...(running ? [asks(context, 'away', 'person.away')] : []),
    ...snoozeButton(context),
    ...(running && lead ? [asks(context, 'pause', 'engagement.pause'), finishButton(context)] : []),
    ...(lead ? [asks(context, 'cancelOnboarding', 'engagement.cancel')] : []),
    ...(lead && isNew ? [acts(context, 'discard', { type: 'DiscardEngagement' })] : []),
  ];
};

export const pauseForm = (context: Context, filled: Filled): FormContent => {
  const { words, engagementId, today } = context;
  return {
    title: words.say('form/engagement.pause'),
    lines: [words.say('form/pauseText')],
    fields: [date(words, 'until', { label: 'pauseUntil', required: false, value: filled.until, min: dayAfter(today) })],
    send: { title: words.say('form/send.engagement.pause'), verb: 'engagement.pause', data: { engagementId } },
    others: [toOverview(context)],
  };
};

export const cancelForm = (context: Context, filled: Filled): FormContent => {
  const { words, engagementId } = context;
  return {
    title: words.say('form/engagement.cancel'),
    lines: [words.say('form/cancelText')],
    fields: [text(words, 'reason', { required: true, value: filled.reason, most: limits.reason, multiline: true })],
    send: { title: words.say('form/send.engagement.cancel'), verb: 'engagement.cancel', data: { engagementId } },
    others: [toOverview(context)],
  };
};
