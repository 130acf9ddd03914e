import type { Reply } from '../../../application/reply';
import type { Card, FillCard } from '../cards';
import { choice, moveOrDefer, unclear } from './ask-backs';
import { closing } from './closing';
import { confirm } from './confirm';
import { type Context, contextOf } from './context';
import { form } from './forms/index';
import { help, nothingHere, said, started, welcome } from './greetings';
import { item } from './item';
import { left } from './left';
import { mine } from './mine';
import { told } from './notices/index';
import { overview } from './overview';
import { mostOfCard } from './pages';
import { bare } from './plain';
import type { Screen } from './screen';
import { section } from './section';
import { sentence } from './sentences';
import { startForm } from './start-form';
import { discarded } from './status';
import { bytesOf, within } from './texts';

/** What is sent: the card, and in one sentence what it says, for notifications and feeds. */
export type Rendered = { readonly card: Card; readonly summary: string };

export type View = (reply: Reply) => Rendered;

/** One sentence can ask for many things; more answers than this nobody would read. */
const mostSays = 25;
/** What an answer takes of a card beside its text, in bytes; and what "and 3 more" takes. */
const sayFrame = 130;
const moreFrame = 200;

/** Turns a reply into a card in the reply's language. What was said comes first on it, and is its summary. */
export const createView =
  (fill: FillCard): View =>
  (reply) => {
    const context = contextOf(reply);
    const { card, summary, data } = screenOf(context, reply);
    const sentences = reply.says.map((saying) => sentence(context, saying));
    if (sentences.length === 0) return { card: fill(card, { ...data, says: [] }), summary };
    const room = mostOfCard - moreFrame - bytesOf(fill(card, { ...data, says: [] }));
    const { shown } = within(sentences.slice(0, mostSays), room, (text) => sayFrame + bytesOf(text));
    const count = sentences.length - shown.length;
    const says = [...shown, ...(count > 0 ? [context.words.say('row/more', { count })] : [])];
    return {
      card: fill(card, { ...data, says: says.map((text) => ({ text })) }),
      summary: says.map(bare).join(' '),
    };
  };

/** Screens that show nothing of the onboarding itself. */
const ofNone: readonly Reply['show']['show'][] = ['startForm', 'help', 'welcome', 'nothingHere', 'said', 'unclear'];

const screenOf = (context: Context, { show: showing, says }: Reply): Screen => {
  if (context.engagement.status === 'discarded' && !ofNone.includes(showing.show)) return discarded(context);
  switch (showing.show) {
    case 'overview':
      return overview(context);
    case 'closing':
      return closing(context);
    case 'section':
      return section(context, showing.section, showing.which, showing.page);
    case 'item':
      return item(context, showing.item);
    case 'form':
      return form(context, showing);
    case 'startForm':
      return startForm(context, showing);
    case 'confirm':
      return confirm(context, showing);
    case 'moveOrDefer':
      return moveOrDefer(context, showing);
    case 'mine':
      return mine(context);
    case 'left':
      return left(context);
    case 'choice':
      return choice(context, showing);
    case 'unclear':
      return unclear(context, showing);
    case 'notice':
      return told(context, showing.notice);
    case 'help':
      return help(context);
    case 'welcome':
      return welcome(context);
    case 'nothingHere':
      return nothingHere(context);
    case 'started':
      return started(context);
    case 'said':
      return said(context, says);
  }
};
