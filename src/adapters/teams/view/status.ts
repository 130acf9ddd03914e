import { acts, asks, showButtons, showPhase, type Titled } from './buttons';
import { type Context, offers } from './context';
import { historyButton } from './history/button';
import { line, notice } from './lines';
import { bare, plain } from './plain';
import type { Screen } from './screen';

/** Whether it is paused or over, since when and through whom; nothing while it runs. */
export const statusLines = ({ words, engagement, name, day }: Context): readonly string[] => {
  const { status, paused, ended } = engagement;
  if (status === 'paused' && paused) {
    const { until } = paused;
    const values = { day: day(paused.on), name: name(paused.by), until: until === undefined ? '' : day(until) };
    return [words.say(until === undefined ? 'status/paused' : 'status/pausedUntil', values)];
  }
  if (!ended || (status !== 'finished' && status !== 'cancelled')) return [];
  const values = { day: day(ended.on), name: name(ended.by), reason: plain(ended.reason ?? '') };
  return [words.say(`status/${status}`, values)];
};

/** Nothing is left of it but this line. */
export const discarded = (context: Context): Screen => {
  const { words, engagement, engagementId, asker, name, day } = context;
  const { ended } = engagement;
  const text = words.say('status/discarded', {
    customer: plain(engagement.customer),
    day: ended ? day(ended.on) : '',
    name: ended ? name(ended.by) : '',
  });
  const presses = asker === undefined ? [] : [showButtons(words, engagementId).start];
  return { ...notice('', [line(text)], presses), summary: bare(text) };
};

export const resumeButton = (context: Context): readonly Titled[] =>
  context.engagement.status === 'paused' && offers(context, 'life')
    ? [acts(context, 'resume', { type: 'ResumeEngagement' })]
    : [];

export const isOver = ({ engagement }: Context): boolean => engagement.ended !== undefined;

/** What is over stays readable, and the next one may begin. */
export const buttonsOfEnded = (context: Context): readonly Titled[] => [
  showButtons(context.words, context.engagementId).start,
  ...(['initiate', 'assess', 'remediate', 'enable', 'general'] as const).map((section) => showPhase(context, section)),
  historyButton(context),
];

/** The way to everything about the whole onboarding. */
export const settingsButton = (context: Context): readonly Titled[] =>
  isOver(context) ? [] : [asks(context, 'settings', 'engagement.configure')];
