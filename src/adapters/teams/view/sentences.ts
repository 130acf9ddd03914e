import type { Saying } from '../../../application/reply';
import { accepted } from './accepted';
import type { Context } from './context';
import { plain } from './plain';
import { refused } from './refused';
import { cut } from './texts';

/** What is told about one thing that was asked for, in one or two short sentences. */
export const sentence = (context: Context, saying: Saying): string => {
  switch (saying.type) {
    case 'problem':
      return context.words.say(`problem/${saying.problem}`);
    case 'refused':
      return refused(context, saying.rejection);
    case 'accepted':
      return accepted(context, saying.command, saying.events);
    case 'unread':
      return unread(context, saying);
  }
};

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
