import type { Rejection, Unfinished } from '../../../engagement/index';
import type { Context } from './context';
import { missingText } from './moving-on';
import { plain } from './plain';
import { presentWith } from './presence';
import { codesOf, enumerated, rangesOf } from './texts';

/** Why nothing happened, and where it helps: who may, or what to do first. */
export const refused = (context: Context, rejection: Rejection): string => {
  const { words } = context;
  switch (rejection.code) {
    case 'role.missing':
      return whoMay(context, rejection);
    case 'engagement.notFinished':
      return notFinishedText(context, rejection);
    case 'engagement.paused': {
      if (rejection.until === undefined) break;
      return words.say('over/pausedUntil', { ...whenAndWho(context, rejection), until: context.day(rejection.until) });
    }
    case 'engagement.ended': {
      if (rejection.status !== 'cancelled' && rejection.status !== 'discarded') break;
      return words.say(`over/${rejection.status}`, whenAndWho(context, rejection));
    }
    case 'items.tooMany': {
      if (rejection.room > 0) break;
      return words.say('over/full', { section: words.say(`section/name/${rejection.phase}`) });
    }
    default:
  }
  return words.say(`refused/${rejection.code}`, valuesOf(context, rejection));
};

const whenAndWho = ({ name, day }: Context, rejection: Rejection) => ({
  name: 'by' in rejection ? name(rejection.by) : '',
  day: 'on' in rejection ? day(rejection.on) : '',
});

const valuesOf = (context: Context, rejection: Rejection) => {
  const { words, name, day } = context;
  const codes = 'items' in rejection ? rejection.items : 'steps' in rejection ? rejection.steps : [];
  return {
    ...whenAndWho(context, rejection),
    item: 'item' in rejection ? plain(rejection.item ?? '') : '',
    items: enumerated(words, rangesOf(codes)),
    title: 'title' in rejection ? plain(rejection.title) : '',
    owner: 'owner' in rejection ? name(rejection.owner) : '',
    person: 'person' in rejection ? name(rejection.person) : '',
    section: 'phase' in rejection ? words.say(`section/name/${rejection.phase}`) : '',
    customer: 'customer' in rejection ? plain(rejection.customer) : '',
    until: 'until' in rejection ? day(rejection.until) : '',
    due: 'dueOn' in rejection ? day(rejection.dueOn) : '',
    state: 'state' in rejection ? words.say(`state/name/${rejection.state}`) : '',
    side: 'side' in rejection ? words.say(`confirmation/${rejection.side}`) : '',
    missing: 'sides' in rejection ? missingText(words, rejection.items, rejection.sides) : '',
    count: 'room' in rejection ? rejection.room : 0,
  };
};

const mostNames = 6;

/** Names the people who may, so that nobody has to look for them. */
const whoMay = (context: Context, { may }: Extract<Rejection, { code: 'role.missing' }>): string => {
  const { words } = context;
  const names = may.flatMap((role) => presentWith(context, role)).slice(0, mostNames);
  const isForBoth = may.includes('specialist');
  if (names.length === 0) return words.say(isForBoth ? 'may/steering' : 'refused/role.missing');
  return words.say(isForBoth ? 'may/steeringNamed' : 'may/leadNamed', { names: enumerated(words, names, 'list/or') });
};

/** What an onboarding still needs before it can be finished, kind by kind. */
export const notFinishedText = ({ words }: Context, missing: Unfinished): string => {
  const { phases, open, general, unowned } = missing;
  const kind = (key: keyof Unfinished, items: string): readonly string[] =>
    items === '' ? [] : [words.say(`unfinished/${key}`, { items })];
  const kinds = [
    ...kind('phases', phases.map((phase) => words.say(`section/name/${phase}`)).join(', ')),
    ...kind('open', codesOf(words, open)),
    ...kind('general', codesOf(words, general)),
    ...kind('unowned', codesOf(words, unowned)),
  ];
  return [words.say('refused/engagement.notFinished'), ...kinds].join(' ');
};
