import type { Involved, Reply } from '../../../application/reply';
import { linkTo } from '../link';
import type { Context } from './context';
import { plain } from './plain';
import { shortened } from './texts';

/** Screens of an onboarding that say themselves which one it is, and those that are of none or of several. */
const withoutLine: readonly Reply['show']['show'][] = [
  'overview',
  'closing',
  'started',
  'posted',
  'moved',
  'checkpointOver',
  'which',
  'text',
  'startForm',
  'help',
  'welcome',
  'nothingHere',
  'unclear',
];

/** Above a screen: which onboarding it is of, and the way to its overview. Nothing where there is no need for it. */
export const whereLine = ({ words, engagement, engagementId }: Context, { show, overview }: Reply): string => {
  if (withoutLine.includes(show.show) || (show.show === 'notice' && show.alone)) return '';
  const of = show.show === 'mine' ? show.of.map(({ seen }) => seen) : [{ id: engagementId, engagement }];
  const [only, ...others] = of;
  if (!only || others.length > 0) return '';
  const { status, customer } = only.engagement;
  if (status === 'notStarted' || status === 'discarded') return '';
  const title = words.say('overview/title', { customer: nameOf(customer) });
  // The overview of another onboarding would be the wrong one.
  return only.id === engagementId ? linked(title, overview) : title;
};

/** A customer's name on one line of its own: a line break would part the text of a link. */
export const nameOf = (customer: string): string => plain(shortened(customer.replace(/\s+/g, ' ').trim()));

/**
 * The customer's name, in Markdown; of several for the same customer also since when it runs, and of those that began on
 * the same day which of them it is.
 */
export const onboardingOf = ({ words, day }: Context, one: Involved, all: readonly Involved[]): string => {
  const { customer, started } = one.seen.engagement;
  const alike = all.filter((other) => other.seen.engagement.customer === customer);
  const name = nameOf(customer) || words.say('button/overview');
  if (alike.length < 2 || !started) return name;
  const since = words.say('which/since', { customer: name, day: day(started.on) });
  const twins = alike.filter(({ seen }) => seen.engagement.started?.on === started.on);
  return twins.length > 1 ? `${since} (${String(twins.indexOf(one) + 1)})` : since;
};

/** A text that leads to a post, where it is known. The text is Markdown already. */
export const linked = (text: string, post: Reply['overview']): string =>
  post === undefined ? text : `[${text}](${linkTo(post)})`;
