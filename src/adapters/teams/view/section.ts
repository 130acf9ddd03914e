import { groups, responsibility } from '../../../catalog/index';
import {
  isOpen,
  type Item,
  itemsOf,
  phases,
  progress,
  reopenedAfterLeaving,
  type Section,
} from '../../../engagement/index';
import type { Which } from '../../../application/request';
import { buttonsOf, showButtons } from './buttons';
import type { Context } from './context';
import { bare } from './plain';
import { pressOfWish } from './press';
import { generalLine, progressLines, sectionSummary } from './progress';
import { rowOf } from './rows';
import type { Screen } from './screen';

/** A phase, or the general responsibilities: one row per item, each can be tapped. */
export const section = (context: Context, wanted: Section, which: Which): Screen => {
  const { words, engagement, engagementId, today } = context;
  const items = itemsOf(engagement, wanted).filter((item) => which === 'all' || isOpen(item));
  const counts = progressLines(words, progress(engagement, wanted, today));
  const lines = [
    ...(wanted === 'general'
      ? [generalLine(context), words.say('phase/standing')]
      : [...counts, ...phaseLines(context, wanted)]),
    ...(items.length === 0 ? [words.say('phase/none')] : []),
  ];
  const { overview, mine } = showButtons(words, engagementId);
  return {
    card: 'items',
    summary: sectionSummary(context, wanted),
    data: {
      title: words.say(`section/heading/${wanted}`),
      lines: lines.map((text, index) => ({ text, subtle: index > 0 })),
      groups: groupsOf(context, items, wanted),
      choose: chooseFrom(context, items),
      buttons: buttonsOf([
        ...(items.length === 0 ? [] : [openButton(context)]),
        {
          title: words.say('button/acknowledgeAll'),
          ...pressOfWish({ type: 'AcknowledgePhase', phase: wanted }, engagementId),
        },
        mine,
        overview,
      ]),
    },
  };
};

/** Rows cannot be tapped on older clients; this list and its button can. */
export const chooseFrom = ({ words, title }: Context, items: readonly Item[]) => ({
  label: items.length === 0 ? '' : words.say('form/openItem'),
  // One is chosen from the start: Open never comes without.
  value: items[0]?.code ?? '',
  choices: items.map(({ code }) => ({ title: `${code} ${bare(title(code))}`, value: code })),
});

export const openButton = ({ words, engagementId }: Context) => ({
  title: words.say('button/open'),
  verb: 'item.show',
  data: { engagementId },
  sends: true,
});

const groupsOf = (context: Context, items: readonly Item[], wanted: Section) => {
  if (wanted !== 'general') return [{ title: '', rows: items.map((item) => rowOf(context, item)) }];
  return groups
    .map((group) => ({
      title: context.words.say(`group/${group}`),
      rows: items.filter(({ code }) => responsibility(code)?.group === group).map((item) => rowOf(context, item)),
    }))
    .filter(({ rows }) => rows.length > 0);
};

/** Why the phase opened, whether it was left, and what is open again in it. */
const phaseLines = ({ words, engagement, day }: Context, phase: Exclude<Section, 'general'>): readonly string[] => {
  const { opened, left } = engagement.phases[phase];
  const before = phases[phases.indexOf(phase) - 1];
  if (left && reopenedAfterLeaving(engagement).includes(phase)) {
    const items = itemsOf(engagement, phase).filter(isOpen);
    return [words.say('overview/reopened', { items: items.map(({ code }) => code).join(', ') })];
  }
  if (left) return [words.say('phase/left', { day: day(left.on) })];
  if (!opened) return [words.say('phase/notYet')];
  if (!before) return [words.say('phase/openedFirst')];
  return [words.say('phase/opened', { day: day(opened.on), before: words.say(`section/name/${before}`) })];
};
