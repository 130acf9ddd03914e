import {
  type Confirmation,
  gate,
  itemsOf,
  mayDo,
  missingSides,
  type PersonId,
  questionOf,
  roleOf,
  type Side,
  sides,
} from '../../../engagement/index';
import { acts, asks, type Titled } from './buttons';
import { type Context, isRunning, offers } from './context';
import { plain } from './plain';
import { presentWith } from './presence';
import { cut, enumerated, linesWithin } from './texts';

/** Nothing is open in Remediate any more, and both sides are asked whether the results are right. */
export const isJointCheck = (context: Context): boolean =>
  isRunning(context) && questionOf(context.engagement)?.type === 'jointCheck';

/** What deferred items may take of the card, in bytes; their rows stand below. */
const roomForCarried = 4_000;
const mostOfReason = { characters: 120, bytes: 400 };

/** What is carried over, what confirming means, and who has confirmed. */
export const gateLines = (context: Context): readonly string[] => {
  const { words, engagement, title, day } = context;
  const carried = itemsOf(engagement, gate).flatMap(({ code, state }) =>
    state.type === 'deferred'
      ? [
          words.say('gate/carried', {
            item: code,
            title: title(code),
            until: day(state.until),
            reason: plain(cut(state.reason, mostOfReason)),
          }),
        ]
      : [],
  );
  return [...linesWithin(words, carried, roomForCarried), words.say('gate/means'), ...sideLines(context)];
};

/** Whose word the phase was left with. */
export const confirmedLines = (context: Context): readonly string[] => {
  const { confirmed } = context.engagement.phases[gate];
  return [...sides].reverse().flatMap((side) => {
    const given = confirmed?.[side];
    const line = given && context.words.say(`gate/${side}`, { state: givenBy(context, given) });
    return line ? [context.words.say('gate/was', { line })] : [];
  });
};

/** "FastTrack: Ben Carter, Tue 12 Jan, 10:24" and "Customer: waiting for Anna Schmidt". */
export const sideLines = (context: Context): readonly string[] =>
  [...sides].reverse().map((side) => {
    const { words, engagement } = context;
    const given = engagement.confirmations[side];
    return words.say(`gate/${side}`, { state: given ? givenBy(context, given) : awaited(context, side) });
  });

const givenBy = ({ words, name, day, time }: Context, { recorded, by, on, at }: Confirmation): string =>
  recorded
    ? words.say('gate/recorded', { given: plain(recorded.name), day: day(recorded.on), name: name(by) })
    : words.say('gate/given', { name: name(by), day: day(on), time: time(at) });

const awaited = (context: Context, side: Side): string => {
  const { words } = context;
  const names = askedFor(context, side);
  return names === '' ? words.say('gate/missing') : words.say('gate/waiting', { names });
};

const mostNames = 4;

/** "Anna Schmidt or Ben Carter": who may confirm for that side, if anybody may. */
export const askedFor = (context: Context, side: Side): string =>
  enumerated(
    context.words,
    presentWith(context, side === 'customer' ? 'lead' : 'specialist').slice(0, mostNames),
    'list/or',
  );

/** First what is asked, then what else may be done about it. */
export const gateButtons = (context: Context) => {
  const { engagement, asker } = context;
  const missing = missingSides(engagement);
  const mayConfirm =
    asker === undefined || (mayDo('confirm', engagement, asker) && missing.includes(sideOf(context, asker)));
  const given = sides.filter((side) => engagement.confirmations[side] !== undefined);
  const isTheirs = (side: Side, me: PersonId): boolean =>
    engagement.confirmations[side]?.by === me || side === sideOf(context, me);
  const mayWithdraw =
    asker === undefined || (mayDo('confirm', engagement, asker) && given.some((side) => isTheirs(side, asker)));
  return {
    confirm: mayConfirm ? [confirmButton(context)] : [],
    more: [
      ...(offers(context, 'record') && missing.includes('specialist')
        ? [asks(context, 'record', 'phase.confirm', { phase: gate })]
        : []),
      ...(mayWithdraw && given.length > 0
        ? [acts(context, 'withdraw', { type: 'WithdrawConfirmation', phase: gate })]
        : []),
    ],
  };
};

export const confirmButton = (context: Context): Titled =>
  acts(context, 'confirm', { type: 'ConfirmResults', phase: gate });

/** Which side the word of somebody who may confirm is given for. */
export const sideOf = ({ engagement }: Context, person: PersonId): Side =>
  roleOf(engagement, person) === 'lead' ? 'customer' : 'specialist';
