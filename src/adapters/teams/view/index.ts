import type { Reply } from '../../../application/reply';
import type { Card, FillCard } from '../cards';
import { type Context, contextOf } from './context';
import { form } from './form';
import { item } from './item';
import { left } from './left';
import { mine } from './mine';
import { assigned, choice, help, nothingHere, said, started, unclear, welcome } from './notices';
import { overview } from './overview';
import { bare } from './plain';
import type { Screen } from './screen';
import { section } from './section';
import { sentence } from './sentences';
import { startForm } from './start-form';

/** What is sent: the card, and in one sentence what it says, for notifications and feeds. */
export type Rendered = { readonly card: Card; readonly summary: string };

export type View = (reply: Reply) => Rendered;

/** One sentence can ask for many things; more answers than this would not fit on a card. */
const mostSays = 25;

/** Turns a reply into a card in the reply's language. What was said comes first on it, and is its summary. */
export const createView =
  (fill: FillCard): View =>
  (reply) => {
    const context = contextOf(reply);
    const { card, summary, data } = screenOf(context, reply);
    const count = reply.says.length - mostSays;
    const says = [
      ...reply.says.slice(0, mostSays).map((saying) => ({ text: sentence(context, saying) })),
      ...(count > 0 ? [{ text: context.words.say('row/more', { count }) }] : []),
    ];
    return {
      card: fill(card, { ...data, says }),
      summary: says.length > 0 ? says.map(({ text }) => bare(text)).join(' ') : summary,
    };
  };

const screenOf = (context: Context, { show: showing, seen }: Reply): Screen => {
  switch (showing.show) {
    case 'overview':
      return overview(context);
    case 'section':
      return section(context, showing.section, showing.which);
    case 'item':
      return item(context, showing.item);
    case 'form':
      return form(context, showing);
    case 'startForm':
      return startForm(context, showing);
    case 'mine':
      return mine(context);
    case 'left':
      return left(context);
    case 'choice':
      return choice(context, showing);
    case 'unclear':
      return unclear(context, showing);
    case 'notice':
      return assigned(context, showing.notice, seen);
    case 'help':
      return help(context);
    case 'welcome':
      return welcome(context);
    case 'nothingHere':
      return nothingHere(context);
    case 'started':
      return started(context);
    case 'said':
      return said();
  }
};
