import {
  carried,
  isOpen,
  itemsOf,
  missingToLeave,
  progress,
  reopenedAfterLeaving,
  withRole,
  waitsForAgreement,
} from '../../../engagement/index';
import { buttonsOf, showButtons } from './buttons';
import type { Context } from './context';
import { plain } from './plain';
import { showSection } from './press';
import { generalLine, progressLines, sectionSummary } from './progress';
import type { Screen } from './screen';

const longestList = 8;

export const overview = (context: Context): Screen => {
  const { words, engagement, engagementId, today } = context;
  const { phase } = engagement;
  const { mine, general } = showButtons(words, engagementId);
  const title = words.say('overview/title', { customer: plain(engagement.customer) });
  const lines = [
    ...(phase ? progressLines(words, progress(engagement, phase, today)) : []),
    generalLine(context),
    ...checkpointLine(context),
    ...toMoveOn(context),
    ...reopened(context),
  ];
  const show = phase && {
    title: words.say('button/showPhase', { section: words.say(`section/name/${phase}`) }),
    ...showSection(engagementId, phase),
  };
  return {
    card: 'overview',
    summary: phase ? `${engagement.customer} · ${sectionSummary(context, phase)}` : engagement.customer,
    data: {
      title,
      phase: phase ? words.say(`section/heading/${phase}`) : words.say('overview/finished'),
      lines: lines.map((text) => ({ text })),
      people: people(context),
      buttons: buttonsOf([...(show ? [show] : []), mine, general]),
    },
  };
};

const checkpointLine = ({ words, engagement }: Context): readonly string[] => {
  const { every, weekday, time } = engagement.checkpoint ?? { every: 'week', weekday: 1, time: '09:00' };
  return [words.say(`checkpoint/${every}`, { weekday: words.say(`weekday/${String(weekday)}`), time })];
};

const toMoveOn = ({ words, engagement }: Context): readonly string[] => {
  const { phase } = engagement;
  if (!phase) return [];
  const holding = [...missingToLeave(engagement, phase)].sort(
    (one, other) => Number(carried(one)) - Number(carried(other)),
  );
  if (holding.length === 0) return [words.say('overview/gate')];
  const toAgree = holding.filter(waitsForAgreement).map(({ code }) => code);
  const agreement = toAgree.length === 0 ? [] : [words.say('overview/toAgree', { items: toAgree.join(', ') })];
  const missing = holding.filter(isOpen).map(({ code }) => code);
  if (missing.length === 0) return agreement;
  const items = missing.slice(0, longestList).join(', ');
  const count = missing.length - longestList;
  const open = words.say(count > 0 ? 'overview/toMoveOnMore' : 'overview/toMoveOn', { items, count });
  return [open, ...agreement];
};

const reopened = ({ words, engagement }: Context): readonly string[] => {
  const items = reopenedAfterLeaving(engagement).flatMap((phase) => itemsOf(engagement, phase).filter(isOpen));
  if (items.length === 0) return [];
  return [words.say('overview/reopened', { items: items.map(({ code }) => code).join(', ') })];
};

const people = ({ words, engagement, name }: Context): string =>
  (['lead', 'specialist'] as const)
    .map((role) => ({ role, names: withRole(engagement, role).map(name).join(', ') }))
    .filter(({ names }) => names !== '')
    .map(({ role, names }) => words.say(`overview/${role}`, { names }))
    .join(' · ');
