import { type Item, itemNamed, type Section } from '../../../engagement/index';
import { showButtons, undoButton } from './buttons';
import type { Context } from './context';
import { line, notice, strong } from './lines';
import { plain } from './plain';
import type { Screen } from './screen';
import { isOver } from './status';
import { stepsButtons } from './steps';
import type { Saying } from '../../../application/reply';

/** Nothing but the sentences that are told, and what may follow from them. */
export const said = (context: Context, says: readonly Saying[]): Screen => {
  const sections = new Set(
    says.flatMap((saying): readonly Section[] => {
      if (saying.type !== 'accepted' || !('item' in saying.command)) return [];
      const item: Item | undefined = itemNamed(context.engagement, saying.command.item);
      return item?.title === undefined ? [] : [item.section];
    }),
  );
  const steps = [...sections].flatMap((section) => stepsButtons(context, section));
  const { overview } = showButtons(context.words, context.engagementId);
  const back =
    context.engagement.status === 'notStarted' || context.engagement.status === 'discarded' ? [] : [overview];
  return notice('', [], [...steps, ...undoButton(context), ...back]);
};

export const help = (context: Context): Screen => {
  const { words, engagement, engagementId, personal } = context;
  const { overview, mine, start } = showButtons(words, engagementId);
  const lines = [
    line(words.say(personal ? 'help/introAlone' : 'help/intro')),
    strong(words.say('help/see')),
    line(words.say('help/seeList')),
    strong(words.say('help/act')),
    line(words.say('help/actList')),
    strong(words.say('help/lead')),
    line(words.say('help/leadList')),
    line(words.say('help/words'), true),
    line(words.say(personal ? 'welcome/aloneOther' : 'help/other'), true),
  ];
  const readable = engagement.status !== 'notStarted' && engagement.status !== 'discarded';
  const presses = [...(readable ? [overview, mine] : []), ...(readable && !isOver(context) ? [] : [start])];
  return notice(words.say('help/title'), lines, presses);
};

export const welcome = (context: Context): Screen => {
  const { words, engagement, engagementId } = context;
  const { overview, help: ask, start } = showButtons(words, engagementId);
  const lines = [
    line(words.say('welcome/text')),
    line(words.say('welcome/how')),
    line(words.say('welcome/visible'), true),
    line(words.say('welcome/other'), true),
  ];
  const readable = engagement.status !== 'notStarted' && engagement.status !== 'discarded';
  const presses = [...(readable && !isOver(context) ? [] : [start]), ...(readable ? [overview] : []), ask];
  return notice(words.say('welcome/title'), lines, presses);
};

/** In somebody's personal chat, where no onboarding runs. */
export const welcomeAlone = ({ words, engagementId }: Context): Screen => {
  const { mine, help: ask } = showButtons(words, engagementId);
  const lines = [
    line(words.say('welcome/alone')),
    line(words.say('welcome/aloneHow')),
    line(words.say('welcome/aloneOther'), true),
  ];
  // Of all onboardings, wherever they run.
  return notice(words.say('welcome/title'), lines, [{ ...mine, data: {} }, ask]);
};

export const nothingHere = ({ words, engagementId, personal }: Context): Screen => {
  const { start, help: ask } = showButtons(words, engagementId);
  const text = words.say(personal ? 'nothingHere/textAlone' : 'nothingHere/text');
  return notice(words.say('nothingHere/title'), [line(text)], [start, ask]);
};

export const started = ({ words, engagement, engagementId }: Context): Screen => {
  const { overview, general, help: ask } = showButtons(words, engagementId);
  const title = words.say('started/title', { customer: plain(engagement.customer) });
  return notice(title, [line(words.say('started/text'))], [overview, general, ask]);
};
