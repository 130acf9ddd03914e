import { groups, responsibility } from '../../../catalog/index';
import { isOpen, type Item, itemsOf, type Section } from '../../../engagement/index';
import type { Which } from '../../../application/request';
import { acts, asks, buttonsOf, showButtons, showPhase, type Titled, turnButtons, undoButton } from './buttons';
import { type Context, isRunning, offers } from './context';
import { gateButtons } from './gate';
import { leadButtons, questionButtons } from './moving-on';
import { choiceOf, mostOfCard, pagesOf } from './pages';
import { showSection } from './press';
import { barOfSection, sectionSummary } from './progress';
import { restGroup, rowOf } from './rows';
import type { Screen } from './screen';
import { isGate, linesOf, progressOf } from './section-lines';
import { resumeButton } from './status';
import { stepsButtons, stepsToOffer } from './steps';
import { bytesOf } from './texts';

type Page = { readonly number: number; readonly last: number };

/** A phase, or the general responsibilities: one row per item, each can be tapped. Long ones go on on further pages. */
export const section = (context: Context, wanted: Section, which: Which, wantedPage = 1): Screen => {
  const { words, engagement } = context;
  const all = itemsOf(engagement, wanted).filter((item) => which === 'all' || isOpen(item));
  const pages = pagesOf(
    context,
    inGroups(all, wanted).flatMap(([, items]) => items),
    roomFor(context, wanted),
  );
  const page: Page = { number: Math.min(wantedPage, pages.length), last: pages.length };
  const items = pages[page.number - 1] ?? [];
  const count = all.length - pages.slice(0, page.number).flat().length;
  const lines = [
    ...linesOf(context, wanted),
    ...stepsToOffer(context, wanted).map(({ code }) => ({
      text: words.say('steps/none', { item: code }),
      subtle: false,
    })),
    ...(items.length === 0 ? [{ text: words.say('phase/none'), subtle: true }] : []),
    ...(page.last > 1
      ? [{ text: words.say('phase/page', { page: page.number, pages: page.last }), subtle: true }]
      : []),
  ];
  return {
    card: 'items',
    summary: sectionSummary(context, wanted),
    data: {
      title: words.say(isGate(context, wanted) ? 'gate/ready' : `section/heading/${wanted}`),
      progress: progressOf(context, wanted),
      bar: barOfSection(context, wanted),
      lines,
      groups: [
        ...inGroups(items, wanted).map(([group, ones]) => ({
          title: group === '' ? '' : words.say(`group/${group}`),
          rows: ones.map((item) => rowOf(context, item)),
        })),
        ...restGroup(context, count),
      ],
      choose: chooseFrom(context, items),
      buttons: buttonsOf(buttonsFor(context, wanted, which, page, items)),
    },
  };
};

/** The buttons, the frame of the card, what is said on top of it, the way to the overview, and lines that only some see. */
const reserved = 8_200;
const lineFrame = 130;
const groupFrame = 180;

/** For rows, in bytes: the same for everybody, so that pages do not shift from one to the other. */
const roomFor = (context: Context, wanted: Section): number => {
  const lines = (['en', 'de'] as const).map((language) =>
    [...progressOf(context.as(language), wanted), ...linesOf(context.as(language), wanted)].reduce(
      (sum, { text }) => sum + lineFrame + bytesOf(text),
      0,
    ),
  );
  const titles = wanted === 'general' ? (groups.length + 1) * groupFrame : groupFrame;
  return mostOfCard - reserved - titles - Math.max(...lines);
};

/** General responsibilities in the groups of the catalogue; what was added to them comes last. */
const inGroups = (items: readonly Item[], wanted: Section): readonly (readonly [string, readonly Item[]])[] => {
  if (wanted !== 'general') return items.length === 0 ? [] : [['', items]];
  const groupOf = ({ code }: Item): string => responsibility(code)?.group ?? 'added';
  return [...groups, 'added']
    .map((group) => [group, items.filter((item) => groupOf(item) === group)] as const)
    .filter(([, ones]) => ones.length > 0);
};

const buttonsFor = (
  context: Context,
  wanted: Section,
  which: Which,
  page: Page,
  items: readonly Item[],
): readonly Titled[] => {
  const { words, engagementId, asker } = context;
  const { overview, mine } = showButtons(words, engagementId);
  const open = items.length === 0 ? [] : [openButton(context)];
  const turn = pageButtons(context, wanted, which, page);
  if (!isRunning(context)) return [...resumeButton(context), ...open, ...turn, overview, mine];
  const acknowledge = acts(context, 'acknowledgeAll', { type: 'AcknowledgePhase', phase: wanted });
  const add = offers(context, 'list') ? [asks(context, 'add', 'item.add', { phase: wanted })] : [];
  const undo = undoButton(context);
  const further = [...(wanted === 'general' ? [] : leadButtons(context, wanted)), ...undo];
  if (isGate(context, wanted)) {
    const { confirm, more } = gateButtons(context);
    // Whoever looks at it for themselves sees all of it already.
    const show = asker === undefined ? [showPhase(context, wanted)] : [];
    return [...confirm, ...show, ...open, ...turn, overview, ...more, mine, ...add, ...further];
  }
  const asked = wanted === 'general' ? [] : [...stepsButtons(context, wanted), ...questionButtons(context, wanted)];
  return [...asked, ...open, ...turn, acknowledge, mine, overview, ...add, ...further];
};

/** A list of what is open goes on in the list of everything. */
const pageButtons = (context: Context, wanted: Section, which: Which, { number, last }: Page): readonly Titled[] => {
  const { words, engagementId } = context;
  const at = which === 'open' ? { isCut: last > 1 } : { page: number, last };
  return turnButtons(words, at, (page) => showSection(engagementId, wanted, page));
};

/** Rows cannot be tapped on older clients; this list and its button can. */
export const chooseFrom = (context: Context, items: readonly Item[]) => ({
  label: items.length === 0 ? '' : context.words.say('form/openItem'),
  error: context.words.say('form/error'),
  // One is chosen from the start: Open never comes without.
  value: items[0]?.code ?? '',
  choices: items.map((item) => choiceOf(context, item)),
});

export const openButton = ({ words, engagementId }: Context): Titled => ({
  title: words.say('button/open'),
  verb: 'item.show',
  data: { engagementId },
  sends: true,
});
