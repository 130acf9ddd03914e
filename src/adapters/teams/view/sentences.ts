import type { Needed } from '../../../application/needs';
import type { Saying, Showing } from '../../../application/reply';
import { accepted } from './accepted';
import type { Context } from './context';
import { plain } from './plain';
import { refused } from './refused';
import { cut, enumerated, shortened } from './texts';

/** What is told about one thing that was asked for, in one or two short sentences. */
export const sentence = (context: Context, saying: Saying, showing: Showing): string => {
  switch (saying.type) {
    case 'problem':
      return context.words.say(`problem/${saying.problem}`);
    case 'refused':
      return refused(context, saying.rejection);
    case 'accepted':
      return accepted(context, saying.command, saying.events);
    case 'askedOf':
      return askedOf(context, saying);
    case 'missing':
      return missing(context, saying, showing);
    case 'unread':
      return unread(context, saying);
  }
};

/** The same input asks for something else where another verb needs it. */
const missing = ({ words }: Context, { inputs }: Extract<Saying, { type: 'missing' }>, showing: Showing): string => {
  const verb = showing.show === 'form' ? showing.form : showing.show === 'whichItem' ? showing.verb : undefined;
  const keyOf = (input: Needed) => {
    if (verb === 'person.handOver' && input === 'assignee') return 'takesOver';
    return verb === 'item.block' && input === 'reason' ? 'waitsFor' : input;
  };
  const what = enumerated(
    words,
    inputs.map((input) => words.say(`needed/${keyOf(input)}`)),
  );
  return words.say('needed/all', { what, count: inputs.length });
};

/** Somebody pressed what stands on a question to somebody else. */
const askedOf = ({ words }: Context, { name }: Extract<Saying, { type: 'askedOf' }>): string =>
  name ? words.say('askedOf/named', { name: plain(shortened(name)) }) : words.say('askedOf/other');

const shownLines = 6;
const mostOfLine = { characters: 60, bytes: 300 };

/** Each line that made no item, as far as there is room for it, and why. */
const unread = ({ words }: Context, { unread: lines }: Extract<Saying, { type: 'unread' }>): string => {
  const shown = lines.slice(0, shownLines).map(({ line, why }) =>
    words.say('unread/line', {
      line: plain(cut(line.replace(/\s+/g, ' ').trim(), mostOfLine)),
      why: words.say(`unread/${why}`),
    }),
  );
  const count = lines.length - shownLines;
  const all = [...shown, ...(count > 0 ? [words.say('row/more', { count })] : [])].join('; ');
  return words.say('unread/all', { lines: all });
};
