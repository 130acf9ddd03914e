import { type Item, mayActOn, type Section, stepsAreSettled } from '../../../engagement/index';
import type { Titled } from './buttons';
import { type Context, isRunning } from './context';
import { pressOfWish } from './press';

/** Items that stand for added steps none of which is open any more: whether they are done is asked now. */
export const stepsToOffer = (context: Context, section: Section): readonly Item[] => {
  const { engagement, asker } = context;
  if (!isRunning(context)) return [];
  return Object.values(engagement.items).filter(
    (item) =>
      item.section === section &&
      stepsAreSettled(engagement, item) &&
      (asker === undefined || mayActOn(engagement, item, asker)),
  );
};

/** "R1 done" */
export const stepsButtons = (context: Context, section: Section): readonly Titled[] =>
  stepsToOffer(context, section).map(({ code }) => ({
    title: context.words.say('button/itemDone', { item: code }),
    ...pressOfWish({ type: 'CompleteItem', item: code }, context.engagementId),
  }));
