import type { About, Filled } from '../../../../application/request';
import {
  daysAfter,
  gate,
  isOpen,
  limits,
  missingSides,
  missingToLeave,
  type Phase,
  phaseToReturnTo,
  phases,
  type Section,
  waitsForAgreement,
  withRole,
} from '../../../../engagement/index';
import type { Titled } from '../buttons';
import type { Context } from '../context';
import { pastDate, text } from '../fields';
import { missingText } from '../moving-on';
import { bare } from '../plain';
import { showSection } from '../press';
import { enumerated, rangesOf } from '../texts';
import type { FormContent } from './parts';

type Sent = 'item.add' | 'phase.confirm' | 'phase.advance' | 'phase.return';

const backTo = ({ words, engagementId }: Context, section: Section): Titled => ({
  title: words.say('button/cancel'),
  ...showSection(engagementId, section),
});

const sends = ({ words, engagementId }: Context, verb: Sent, data: Readonly<Record<string, string>>): Titled => ({
  title: words.say(`form/send.${verb}`),
  verb,
  data: { engagementId, ...data },
});

const sectionOf = ({ engagement }: Context, { phase }: About): Section => phase ?? engagement.phase ?? 'enable';

const phaseOf = ({ engagement }: Context, { phase }: About): Phase =>
  phases.find((one) => one === phase) ?? engagement.phase ?? 'enable';

/** As many lines as may be added, each as long as it may be. */
const longestLines = 4_000;

export const addForm = (context: Context, about: About, filled: Filled): FormContent => {
  const { words } = context;
  const phase = sectionOf(context, about);
  return {
    title: words.say('form/item.add', { section: words.say(`section/name/${phase}`) }),
    lines: [words.say('form/addText'), words.say('form/addExample'), words.say('form/addMost', { most: limits.added })],
    fields: [text(words, 'lines', { required: true, value: filled.lines, most: longestLines, multiline: true })],
    send: sends(context, 'item.add', { phase }),
    others: [backTo(context, phase)],
  };
};

/** A lead enters what FastTrack said in the meeting: guests cannot always press a button. */
export const recordForm = (context: Context, filled: Filled): FormContent => {
  const { words, engagement, today, name } = context;
  const [specialist, ...others] = withRole(engagement, 'specialist');
  const known = specialist !== undefined && others.length === 0 ? bare(name(specialist)) : undefined;
  return {
    title: words.say('form/phase.confirm'),
    lines: [words.say('form/recordText')],
    fields: [
      text(words, 'name', { required: true, value: filled.name ?? known, most: limits.name, multiline: false }),
      pastDate(words, 'on', { required: true, value: filled.on ?? today, max: today }),
    ],
    send: sends(context, 'phase.confirm', { phase: gate, for: 'specialist' }),
    others: [backTo(context, gate)],
  };
};

/** Moving on with something missing: what that is, and why all the same. */
export const advanceForm = (context: Context, about: About, filled: Filled): FormContent => {
  const { words, engagement } = context;
  const phase = phaseOf(context, about);
  const missing = missingToLeave(engagement, phase);
  const open = missing.filter(isOpen).map(({ code }) => code);
  const toAgree = missing.filter(waitsForAgreement).map(({ code }) => code);
  const sides = phase === gate ? missingSides(engagement) : [];
  const isShort = open.length > 0 || sides.length > 0;
  return {
    title: words.say('form/phase.advance', { section: words.say(`section/name/${phase}`) }),
    lines: [
      ...(isShort ? [words.say('form/advanceMissing', { missing: missingText(words, open, sides) })] : []),
      ...(toAgree.length > 0
        ? [words.say('form/advanceToAgree', { items: enumerated(words, rangesOf(toAgree)) })]
        : []),
      words.say('form/advanceText'),
    ],
    fields: [
      text(words, 'reason', {
        label: isShort ? 'reason' : 'reasonOptional',
        required: isShort,
        value: filled.reason,
        most: limits.reason,
        multiline: true,
      }),
    ],
    send: sends(context, 'phase.advance', { phase }),
    others: [backTo(context, phase)],
  };
};

export const returnForm = (context: Context, about: About, filled: Filled): FormContent => {
  const { words, engagement, today } = context;
  const before = phaseToReturnTo(engagement) ?? 'initiate';
  const phase = phases.find((one) => one === about.phase) ?? before;
  const left = engagement.phases[phase].left;
  const section = words.say(`section/name/${phase}`);
  // The hour of it is weighed where it is decided.
  const isLate = left !== undefined && daysAfter(left.on, 1) < today;
  return {
    title: words.say('form/phase.return', { section }),
    lines: [words.say('form/returnText', { section })],
    fields: [
      text(words, 'reason', {
        label: isLate ? 'reason' : 'reasonOptional',
        required: isLate,
        value: filled.reason,
        most: limits.reason,
        multiline: true,
      }),
    ],
    send: { ...sends(context, 'phase.return', { phase }), title: words.say('form/send.phase.return', { section }) },
    others: [backTo(context, engagement.phase ?? phase)],
  };
};
