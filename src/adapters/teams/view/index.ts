import type { Reply } from '../../../application/reply';
import type { Card, FillCard } from '../cards';
import { choice, moveOrDefer, unclear } from './ask-backs';
import { checkpoint, checkpointOver } from './checkpoint/index';
import { checkpoints } from './checkpoints';
import { closing } from './closing';
import { confirm } from './confirm';
import { type Context, contextOf } from './context';
import { form } from './forms/index';
import { whichItem } from './forms/which-item';
import { help, nothingHere, said, started, welcome, welcomeAlone } from './greetings';
import { history } from './history/index';
import { item } from './item';
import { left } from './left';
import { marked, marksOf } from './marks';
import { mine } from './mine';
import { confirmations } from './questions/confirmations';
import { items } from './questions/items';
import { missing } from './questions/missing';
import { next } from './questions/next';
import { told, toldAlone } from './notices/index';
import { overview } from './overview';
import { moved, posted } from './moved';
import { mostOfCard } from './pages';
import { bare } from './plain';
import type { Screen } from './screen';
import { section } from './section';
import { sentence } from './sentences';
import { startForm } from './start-form';
import { discarded } from './status';
import { statusText } from './status-text';
import { bytesOf, within } from './texts';
import { whereLine } from './where';
import { which } from './which';

/**
 * What is sent: the card, and in one sentence what it says, for notifications and feeds. `text`: the same as plain text,
 * which is sent instead of the card wherever it need not take the place of one.
 */
export type Rendered = { readonly card: Card; readonly summary: string; readonly text?: string };

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
    const { card, summary, answer, data, text } = screenOf(context, reply);
    const all = { where: whereLine(context, reply), progress: [], bar: [], ...data };
    const filled = (texts: readonly string[]): Card =>
      marked(fill(card, { ...all, says: texts.map((text) => ({ text })) }), marksOf(reply));
    const answers = answer === undefined ? [] : [answer];
    const sentences = [...answers, ...reply.says.map((saying) => sentence(context, saying, reply.show))];
    if (sentences.length === 0) return { card: filled([]), summary, ...(text !== undefined && { text }) };
    const room = mostOfCard - moreFrame - bytesOf(filled([]));
    const { shown } = within(sentences.slice(0, mostSays), room, (text) => sayFrame + bytesOf(text));
    const count = sentences.length - shown.length;
    const says = [...shown, ...(count > 0 ? [context.words.say('row/more', { count })] : [])];
    return {
      card: filled(says),
      summary: says.map(bare).join(' '),
      ...(text !== undefined && { text: [...says.map(bare), text].join('\n') }),
    };
  };

/** Screens that show nothing of the onboarding itself. */
const ofNone: readonly Reply['show']['show'][] = [
  'startForm',
  'help',
  'welcome',
  'nothingHere',
  'mine',
  'said',
  'unclear',
  'which',
];

const screenOf = (context: Context, reply: Reply): Screen => {
  const { show: showing, says } = reply;
  if (context.engagement.status === 'discarded' && !ofNone.includes(showing.show)) return discarded(context);
  switch (showing.show) {
    case 'overview':
      return overview(context);
    case 'closing':
      return closing(context);
    case 'section':
      return section(context, showing.section, showing.which, showing.page);
    case 'item':
      return item(context, showing.item, showing.asked);
    case 'items':
      return items(context, showing, reply.brief === true);
    case 'next':
      return next(context, showing);
    case 'gate':
      return missing(context);
    case 'confirmations':
      return confirmations(context, showing.phase);
    case 'form':
      return form(context, showing);
    case 'startForm':
      return startForm(context, showing);
    case 'confirm':
      return confirm(context, showing);
    case 'moveOrDefer':
      return moveOrDefer(context, showing);
    case 'mine':
      return mine(context, reply, showing);
    case 'checkpoint':
      return checkpoint(context, showing.news);
    case 'checkpointOver':
      return checkpointOver(context, showing.news, reply.overview);
    case 'checkpoints':
      return checkpoints(context, showing.next ?? []);
    case 'history':
      return history(context, showing, reply.brief === true);
    case 'text':
      return statusText(context);
    case 'left':
      return left(context);
    case 'choice':
      return choice(context, showing);
    case 'whichItem':
      return whichItem(context, showing);
    case 'unclear':
      return unclear(context, showing);
    case 'notice':
      return showing.alone ? toldAlone(context, showing.notices, reply.overview) : told(context, showing.notices);
    case 'help':
      return help(context);
    case 'welcome':
      return showing.alone ? welcomeAlone(context) : welcome(context);
    case 'which':
      return which(context, showing);
    case 'posted':
      return posted(context, reply.overview);
    case 'moved':
      return moved(context, reply.overview);
    case 'nothingHere':
      return nothingHere(context);
    case 'started':
      return started(context);
    case 'said':
      return said(context, says);
  }
};
