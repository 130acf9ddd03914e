import type { Request } from '../../application/request';
import { type Context, showItems, unclear } from './context';
import type { View } from './kinds';
import { positionsOf, saidFirst } from './lexicon';
import { type Heard, isQuestion, type Reading } from './readings';
import { codesOf } from './sentence';

/** What a sentence asks to see. Undefined when it says more than this reading of it explains. */
export const view = (key: View, reading: Reading, heard: Heard, context: Context): Request | undefined => {
  const { items, unknownCode } = codesOf(heard.tokens, context.hearing);
  if (unknownCode !== undefined) return unclear(items, { unknownCode });
  const loose = looseIn(key, reading, heard);
  if (items.length > 0) return ofItems(key, items, loose, heard);
  if (key === 'show') return shown(reading, heard, context, loose);
  const inSection = new Set(heard.sections.flatMap((one) => one.at));
  const me = positionsOf('me', heard.tokens);
  const strange = loose.filter((at) => !inSection.has(at) && !me.has(at));
  if (strange.length > 0) return key === 'overview' ? shown(reading, heard, context, loose) : undefined;
  if (heard.tokens.some((token) => token.person !== undefined) && key !== 'greeting') return undefined;
  if (key === 'greeting') return loose.length === 0 ? greeting(heard) : undefined;
  if (key === 'help') return loose.length === 0 ? { type: 'show', what: 'help' } : undefined;
  if (key === 'text') return { type: 'show', what: 'text' };
  if (key === 'mine' || loose.some((at) => me.has(at))) return { type: 'show', what: 'mine' };
  const [section, another] = heard.sections;
  if (!section || another) return key === 'overview' ? overviewFor(heard) : { type: 'show', what: key };
  return { type: 'show', what: 'section', section: section.section, which: key === 'left' ? 'open' : 'all' };
};

const thanked: readonly string[] = ['thanks', 'thank', 'thx', 'cheers', 'danke', 'dank', 'merci'];

const greeting = ({ tokens }: Heard): Request => ({
  type: 'greeting',
  ...(tokens.some(({ key }) => thanked.includes(key)) && { thanks: true }),
});

const names: readonly string[] = ['overview', 'uebersicht'];

/** Whoever names the overview wants it where the talk is; whoever asks how things stand wants an answer. */
const overviewFor = ({ tokens }: Heard): Request => ({
  type: 'show',
  what: 'overview',
  ...(tokens.some(({ key }) => names.includes(key)) && { anew: true }),
});

/** "Show A3" and "status of A3" ask for the item, and so does a question about what is left of it. */
const ofItems = (key: View, items: readonly string[], loose: readonly number[], heard: Heard): Request | undefined => {
  if (key === 'help' || key === 'greeting' || key === 'mine' || key === 'text') return undefined;
  if (key === 'left' && saidFirst(['asking'], heard.tokens) === 0) return undefined;
  // Whatever else a question about an item asks, its card answers best.
  return loose.length === 0 || isQuestion(heard, true) ? showItems(items) : unclear(items);
};

/** What is said beside the view, without the words that only join: no "which", no "still", no "everything". */
const looseIn = (key: View, reading: Reading, { tokens, glue }: Heard): readonly number[] => {
  const quiet = new Set([
    ...glue,
    ...(key === 'show' ? [] : [...positionsOf('asking', tokens), ...positionsOf('still', tokens)]),
  ]);
  const all = positionsOf('everything', tokens);
  return reading.rest.filter((at) => !quiet.has(at) && !all.has(at));
};

/** "show …": a section, or an item by its words, or everything. */
const shown = (reading: Reading, heard: Heard, { finder }: Context, loose: readonly number[]): Request | undefined => {
  const section = heard.sections.find((one) => loose.length > 0 && loose.every((at) => one.at.includes(at)));
  if (section) return { type: 'show', what: 'section', section: section.section, which: 'all' };
  if (loose.length === 0) {
    const all = positionsOf('everything', heard.tokens);
    return reading.rest.some((at) => all.has(at)) ? { type: 'show', what: 'overview' } : undefined;
  }
  if (loose.some((at) => heard.doubt.has(at))) return undefined;
  const found = finder.find(loose.map((at) => heard.tokens[at]?.key ?? ''));
  if (found.type === 'none') return undefined;
  return showItems(found.type === 'one' ? [found.item] : found.items);
};
