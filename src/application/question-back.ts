import type { EngagementId, Instant, OperationId } from '../engagement/index';
import type { Address, OutsideId } from './loaded';
import type { Question } from './reply';
import type { Request } from './request';

/** What somebody was asked back. */
export type AskBack = {
  readonly question: Question;
  readonly at: Instant;
  /** Of the engagement when it was asked: who has changed something since then has moved on from it. */
  readonly version: number;
  /** The sentence or press that led to it. */
  readonly askedBy: OperationId;
  /** The card it stands on. */
  readonly post?: { readonly address: Address; readonly activityId: string };
  /** The sentence or press that answered it. */
  readonly answeredBy?: OperationId;
};

/** The last question that was put to somebody in an engagement, so that whoever hears the answer knows what it is about. */
export interface AskBacks {
  /** In the place of what they were asked before. */
  ask(id: EngagementId, person: OutsideId, askBack: AskBack): Promise<void>;
  /** One point read. However old it is, until operations of that time are forgotten. */
  asked(id: EngagementId, person: OutsideId): Promise<AskBack | undefined>;
}

/** Asks the same once more. */
export const requestOf = (question: Question): Request => {
  switch (question.show) {
    case 'choice':
      return { type: 'choose', options: question.options };
    case 'moveOrDefer':
      return { type: 'move', item: question.item, day: question.day };
    case 'whichItem':
      return { type: 'whichItem', verb: question.verb, filled: question.filled };
    case 'form':
      return { type: 'show', what: 'form', form: question.form, about: question.about, filled: question.filled };
    case 'confirm':
      return { type: 'confirm', wish: question.wish };
  }
};
