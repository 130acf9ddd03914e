import { missingFor } from '../../../application/needs';
import type { About, Filled, Form, ItemVerb, Request } from '../../../application/request';
import { formWith, requestWith } from '../requests';
import { sectionsIn } from '../sections';
import type { Sentence } from '../sentence';
import { type Answer, type Given, givenIn } from './given';

/**
 * What a form asks for with what an answer gives: done once nothing is missing any more, else asked for again. Undefined
 * when the answer gives nothing of it.
 */
export const filledWith = (
  verb: Form | ItemVerb,
  about: About,
  filled: Filled,
  answer?: Answer,
): Request | undefined => {
  const given = answer && (sectionGiven(verb, about, answer.sentence) ?? givenIn(verb, filled, answer));
  if (answer && !given) return undefined;
  const [where, what] = [
    { ...about, ...given?.about },
    { ...filled, ...given?.filled },
  ];
  if (verb === 'item.assign' && answer && what.assignee === answer.context.hearing.by.id)
    return filledWith('item.take', where, what);
  if (given?.bare || shownFirst.includes(verb)) return formWith(verb, where, what);
  const { phase } = where;
  if (verb === 'item.add' && phase !== undefined && what.lines !== undefined)
    return { type: 'add', phase, text: what.lines };
  const request = requestWith(verb, where, what);
  const [wish] = request?.type === 'act' ? request.wishes : [];
  return wish?.type === 'HandOver' ? { type: 'confirm', wish } : request;
};

/** A few words are not enough to do these: they are shown as they would be sent. */
const shownFirst: readonly (Form | ItemVerb)[] = ['phase.advance', 'engagement.cancel'];

/** "Remediate", "in die Analysephase": the phase that was asked for. */
const sectionGiven = (verb: Form | ItemVerb, about: About, { tokens }: Sentence): Given | undefined => {
  if (!missingFor(verb, about, {}).includes('phase')) return undefined;
  const [named, another] = sectionsIn(tokens);
  const joined = /^(?:to|in|into|back|the|for|fuer|zu|zur|zum|zurueck|die|der|das|please|bitte|phase)$/;
  const isAll = tokens.every(({ key }, at) => named?.at.includes(at) || joined.test(key));
  if (named?.section === 'general' && verb !== 'item.add') return undefined;
  return named && !another && isAll ? { about: { phase: named.section } } : undefined;
};
