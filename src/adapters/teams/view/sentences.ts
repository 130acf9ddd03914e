import type { Saying } from '../../../application/reply';
import type { Command, Event, Rejection } from '../../../engagement/index';
import type { Context } from './context';
import { plain } from './plain';

/** What is told about one thing that was asked for, in one or two short sentences. */
export const sentence = (context: Context, saying: Saying): string => {
  switch (saying.type) {
    case 'problem':
      return context.words.say(`problem/${saying.problem}`);
    case 'refused':
      return refused(context, saying.rejection);
    case 'accepted':
      return accepted(context, saying.command, saying.events);
  }
};

const accepted = (context: Context, command: Command, events: readonly Event[]): string => {
  const { words, day, name, engagement } = context;
  const item = 'item' in command ? command.item : undefined;
  const settled = item === undefined ? undefined : engagement.items[item]?.state;
  const pending = settled && 'agreed' in settled && !settled.agreed;
  const sentences = [
    words.say(`accepted/${keyOf(context, command)}`, {
      item: item ?? '',
      customer: 'customer' in command ? plain(command.customer) : '',
      name: 'assignee' in command ? name(command.assignee) : '',
      until: 'until' in command ? day(command.until) : '',
      count: events.filter(({ type }) => type === 'ItemAcknowledged').length,
    }),
    ...('dueOn' in command ? [words.say('accepted/due', { day: day(command.dueOn) })] : []),
    ...(pending && (command.type === 'DeferItem' || command.type === 'ExcludeItem')
      ? [words.say('accepted/needsAgreement')]
      : []),
    ...events.flatMap((event) =>
      event.type === 'PhaseOpened' && command.type !== 'StartEngagement'
        ? [words.say('accepted/phaseOpened', { section: words.say(`section/name/${event.phase}`) })]
        : [],
    ),
  ];
  return sentences.join(' ');
};

/** Acknowledging one's own item means accepting it. */
const keyOf = ({ engagement, asker }: Context, command: Command): string =>
  command.type === 'AcknowledgeItem' && engagement.items[command.item]?.owner === asker && asker !== undefined
    ? 'AcceptItem'
    : command.type;

const refused = (context: Context, rejection: Rejection): string => {
  const { words, name, day } = context;
  const who = 'by' in rejection ? { name: name(rejection.by), day: day(rejection.on) } : {};
  return words.say(`refused/${rejection.code}`, {
    item: 'item' in rejection ? plain(rejection.item) : '',
    owner: 'owner' in rejection ? name(rejection.owner) : '',
    section: 'phase' in rejection ? words.say(`section/name/${rejection.phase}`) : '',
    customer: 'customer' in rejection ? plain(rejection.customer) : '',
    until: 'until' in rejection ? day(rejection.until) : '',
    state: 'state' in rejection ? words.say(`state/name/${rejection.state}`) : '',
    ...who,
  });
};
