import type { Involved, Reply } from '../../../application/reply';
import { linkTo } from '../link';
import type { Context } from './context';
import { bare, plain } from './plain';
import { shortened } from './texts';

/** Screens of an onboarding that say themselves which one it is, and those that are of none or of several. */
const withoutLine: readonly Reply['show']['show'][] = [
  'overview',
  'closing',
  'started',
  'posted',
  'moved',
  'which',
  'text',
  'startForm',
  'help',
  'welcome',
  'nothingHere',
  'unclear',
];

/** Above a screen: which onboarding it is of, and the way to its overview. Nothing where there is no need for it. */
export const whereLine = ({ words, engagement }: Context, { show, overview }: Reply): string => {
  if (withoutLine.includes(show.show) || (show.show === 'notice' && show.alone)) return '';
  const [only, ...others] = show.show === 'mine' ? show.of.map(({ seen }) => seen.engagement) : [engagement];
  if (!only || others.length > 0 || only.status === 'notStarted' || only.status === 'discarded') return '';
  return linked(words.say('overview/title', { customer: nameOf(only.customer) }), overview);
};

/** A customer's name on one line of its own: a line break would part the text of a link. */
export const nameOf = (customer: string): string => plain(shortened(customer.replace(/\s+/g, ' ').trim()));

/** The customer's name; of two for the same customer also since when it runs. */
export const onboardingOf = ({ words, day }: Context, { seen }: Involved, all: readonly Involved[]): string => {
  const { customer, started } = seen.engagement;
  const alike = all.filter((other) => other.seen.engagement.customer === customer);
  const name = bare(nameOf(customer)) || words.say('button/overview');
  return alike.length > 1 && started ? words.say('which/since', { customer: name, day: day(started.on) }) : name;
};

/** A text that leads to a post, where it is known. The text is Markdown already. */
export const linked = (text: string, post: Reply['overview']): string =>
  post === undefined ? text : `[${text}](${linkTo(post)})`;
