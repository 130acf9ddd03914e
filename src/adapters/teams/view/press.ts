import type { ItemCode, Section } from '../../../engagement/index';
import type { Request, Wish } from '../../../application/request';

/** The whole contract of a press: a verb, and data that works the same wherever it is pressed. */
export type Press = { readonly verb: string; readonly data: Readonly<Record<string, string>> };

const verbs = {
  AcknowledgeItem: 'item.acknowledge',
  TakeItem: 'item.take',
  AssignItem: 'item.assign',
  CompleteItem: 'item.complete',
  DeferItem: 'item.defer',
  ExcludeItem: 'item.exclude',
  BlockItem: 'item.block',
  UnblockItem: 'item.unblock',
  ReopenItem: 'item.reopen',
} as const satisfies Record<Exclude<Wish['type'], 'AcknowledgePhase'>, string>;

export const showItem = (engagementId: string, itemId: ItemCode): Press => ({
  verb: 'item.show',
  data: { engagementId, itemId },
});

export const showSection = (engagementId: string, phase: Section): Press => ({
  verb: 'phase.show',
  data: { engagementId, phase },
});

/** The press that asks for the same as this wish. */
export const pressOfWish = (wish: Wish, engagementId: string): Press => {
  if (wish.type === 'AcknowledgePhase') return { verb: 'phase.acknowledge', data: { engagementId, phase: wish.phase } };
  const { type, item, ...inputs } = wish;
  return { verb: verbs[type], data: { engagementId, itemId: item, ...inputs } };
};

/** In bytes. What somebody wrote stands twice in every press of an ask-back, and a card has room for five. */
const longestData = 2_000;

/** The press for one of the options of an ask-back; anything it cannot say, or has no room for, shows the item. */
export const pressOf = (request: Request, item: ItemCode, engagementId: string): Press => {
  const press = saying(request, item, engagementId);
  return Buffer.byteLength(JSON.stringify(press.data)) > longestData ? showItem(engagementId, item) : press;
};

const saying = (request: Request, item: ItemCode, engagementId: string): Press => {
  if (request.type === 'act' && request.wishes[0]) return pressOfWish(request.wishes[0], engagementId);
  if (request.type === 'show' && request.what === 'form')
    return {
      verb: 'form.show',
      data: { engagementId, form: request.form, itemId: request.item, ...request.filled },
    };
  return showItem(engagementId, item);
};
