import { type Phase, phases } from '../../../engagement/index';
import type { Affair } from './kinds';
import { form, type Meaning, wish } from './meaning';

export const isPhase = (name: string | undefined): name is Phase => phases.some((phase) => phase === name);

export const about = (name: string | undefined): { readonly phase?: Phase } => (isPhase(name) ? { phase: name } : {});

const because = (reason: string | undefined): { readonly reason?: string } => (reason ? { reason } : {});

/** The phase left when one goes on to this one. */
const before = (to: Phase): Phase | undefined => phases[phases.indexOf(to) - 1];

const advance: Meaning = ({ said, reason, anyway }) => {
  const target = isPhase(said.to) ? said.to : undefined;
  const left = isPhase(said.left) ? said.left : target && before(target);
  // Nothing lies before the first phase, and nobody goes on to any but the next one.
  if (target && (left === undefined || before(target) !== left)) return undefined;
  const phase = about(left);
  if (anyway && !reason) return form('phase.advance', {}, phase);
  return wish({ type: 'AdvancePhase', ...phase, ...because(reason) });
};

const goBack: Meaning = ({ said, reason, anyway }) => {
  const phase = about(said.phase);
  return anyway && !reason
    ? form('phase.return', {}, phase)
    : wish({ type: 'ReturnToPhase', ...phase, ...because(reason) });
};

export const phaseMeanings = {
  advance,
  return: goBack,
  gate: () => ({ type: 'show', what: 'gate' }),
} satisfies Partial<Record<Affair, Meaning>>;
