import { missingFor } from '../../../application/needs';
import type { Question } from '../../../application/reply';
import { aboutItems, type Grave, isItemForm, type Request } from '../../../application/request';
import type { Context } from '../context';
import { isQuestion } from '../readings';
import type { Sentence } from '../sentence';
import { filledWith } from './filling';
import { chosen, itemsMeant, itemsTouched } from './items';
import type { Token } from '../tokens';
import { isNothingBut, placeIn, thanks } from './words';

/**
 * What a sentence says in answer to a question. Nothing is taken for an answer that asks something itself, and of what is
 * missing nothing is guessed: what an answer leaves open is asked for again. `shows`: it would ask to see something, were
 * it no answer, so it is nobody's own words.
 */
export const answerIn = (
  sentence: Sentence,
  context: Context,
  question: Question,
  shows: () => boolean,
): Request | undefined => {
  const { tokens } = sentence;
  if (tokens.length === 0 || isQuestion(sentence, true) || thanks(tokens)) return undefined;
  if (isNothingBut('no', tokens)) return { type: 'declined' };
  switch (question.show) {
    case 'choice':
      return chosen(sentence, context, question.options);
    case 'moveOrDefer':
      return moved(sentence, question);
    case 'whichItem':
      return named(sentence, context, question);
    case 'form': {
      const { form, about, filled } = question;
      // "Please check this and send it": it was checked.
      if (isNothingBut('yes', tokens) && isItemForm(form) && missingFor(form, about, filled).length === 0)
        return filledWith(form, about, filled);
      return filledWith(form, about, filled, { sentence, context, shows });
    }
    case 'confirm':
      return confirmed(tokens, question.wish);
  }
};

/** What cannot be taken back and ends it all is done by its button alone; it is shown once more. */
const confirmed = (tokens: readonly Token[], wish: Grave): Request | undefined => {
  if (!isNothingBut('yes', tokens)) return undefined;
  return wish.type === 'HandOver' ? { type: 'act', wishes: [wish] } : { type: 'confirm', wish };
};

/** Only the due day, or not before then. */
const moved = (
  { tokens }: Sentence,
  { item, day }: Extract<Question, { show: 'moveOrDefer' }>,
): Request | undefined => {
  const place = placeIn(tokens, 2);
  if (isNothingBut('due', tokens) || place === 0)
    return { type: 'act', wishes: [{ type: 'ScheduleItem', item, dueOn: day }] };
  if (isNothingBut('defer', tokens) || place === 1) return filledWith('item.defer', { item }, { until: day });
  return undefined;
};

/** The items it is to be done to; words that fit several are asked about once more. */
const named = (
  sentence: Sentence,
  context: Context,
  { verb, filled, items: among }: Extract<Question, { show: 'whichItem' }>,
): Request | undefined => {
  const items = itemsMeant(sentence, context, among) ?? [];
  const [item, ...others] = items;
  if (others.length > 0 && verb === 'item.rename') return undefined;
  if (item !== undefined) return filledWith(verb, aboutItems(items), filled);
  const options = itemsTouched(sentence, context).flatMap((one) => {
    const request = filledWith(verb, { item: one }, filled);
    return request ? [{ item: one, request }] : [];
  });
  return options.length > 1 ? { type: 'choose', options } : undefined;
};
