import type { Day, ItemCode, Section } from '../../../engagement/index';
import {
  type About,
  type Filled,
  type Form,
  type Grave,
  type HistoryQuestion,
  type ItemQuestion,
  itemsAbout,
  type NewLine,
  type Request,
  type Wish,
} from '../../../application/request';
import { verbs } from '../../../application/verbs';

/** The whole contract of a press: a verb, and data that works the same wherever it is pressed. */
export type Press = { readonly verb: string; readonly data: Readonly<Record<string, string>> };

export const showItem = (engagementId: string, itemId: ItemCode): Press => ({
  verb: 'item.show',
  data: { engagementId, itemId },
});

export const showSection = (engagementId: string, phase: Section, page = 1): Press => ({
  verb: 'phase.show',
  data: { engagementId, phase, ...(page > 1 && { page: String(page) }) },
});

/** What does not narrow the question is not sent along. */
export const showHistory = (engagementId: string, { item, page = 1, ...others }: HistoryQuestion = {}): Press => ({
  verb: 'history.show',
  data: {
    engagementId,
    ...(item !== undefined && { itemId: item }),
    ...others,
    ...(page > 1 && { page: String(page) }),
  },
});

export const showItems = (engagementId: string, { section, page = 1, ...others }: ItemQuestion): Press => ({
  verb: 'items.show',
  data: {
    engagementId,
    ...others,
    ...(section !== undefined && { phase: section }),
    ...(page > 1 && { page: String(page) }),
  },
});

export const showCheckpoints = (engagementId: string): Press => ({ verb: 'checkpoint.show', data: { engagementId } });

/** One item, or several in one text. */
export const asItems = ([first, ...others]: readonly ItemCode[]): Readonly<Record<string, string>> => {
  if (first === undefined) return {};
  return others.length === 0 ? { itemId: first } : { itemIds: [first, ...others].join(',') };
};

export const showForm = (engagementId: string, form: Form, about: About = {}, filled: Filled = {}): Press => ({
  verb: 'form.show',
  data: {
    engagementId,
    form,
    ...asItems(itemsAbout(about)),
    ...(about.phase !== undefined && { phase: about.phase }),
    ...asTexts(filled),
  },
});

/** Numbers, too, go as the texts that inputs send. */
const asTexts = (inputs: Readonly<Record<string, string | number | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(inputs).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );

/** The press that asks for the same as this wish. */
export const pressOfWish = (wish: Wish, engagementId: string): Press => ({
  verb: verbs[wish.type],
  data: { engagementId, ...inputsOf(wish) },
});

/** The same, but what cannot be taken back is shown first, as a form is. */
export const askingFirst = (wish: Wish, engagementId: string): Press =>
  isGrave(wish)
    ? { verb: 'form.show', data: { engagementId, form: verbs[wish.type], ...inputsOf(wish) } }
    : pressOfWish(wish, engagementId);

const isGrave = (wish: Wish): wish is Grave =>
  wish.type === 'HandOver' || wish.type === 'FinishEngagement' || wish.type === 'DiscardEngagement';

const inputsOf = (wish: Wish): Readonly<Record<string, string>> => {
  switch (wish.type) {
    case 'AddItems':
      return { phase: wish.phase, lines: wish.lines.map(lineOf).join('\n') };
    case 'RecordConfirmation': {
      const { type: _, ...inputs } = wish;
      return { ...inputs, for: 'specialist' };
    }
    default: {
      const { type: _, ...inputs } = wish;
      if (!('item' in inputs)) return asTexts(inputs);
      const { item, ...others } = inputs;
      return { itemId: item, ...others };
    }
  }
};

/** As one writes it. Whom it is for cannot be said without a mention, so that is left to whoever sends it. */
const lineOf = ({ title, dueOn }: NewLine): string => [title, ...(dueOn === undefined ? [] : [dueOn])].join(' – ');

/** In bytes. What somebody wrote stands twice in every press of an ask-back, and a card has room for five. */
const longestData = 2_000;

/** The press for one of the options of an ask-back; anything it cannot say, or has no room for, shows the item. */
export const pressOf = (request: Request, item: ItemCode, engagementId: string): Press => {
  const press = saying(request, item, engagementId);
  return Buffer.byteLength(JSON.stringify(press.data)) > longestData ? showItem(engagementId, item) : press;
};

const saying = (request: Request, item: ItemCode, engagementId: string): Press => {
  if (request.type === 'act' && request.wishes[0]) return pressOfWish(request.wishes[0], engagementId);
  if (request.type === 'confirm') return askingFirst(request.wish, engagementId);
  if (request.type === 'add')
    return { verb: 'item.add', data: { engagementId, phase: request.phase, lines: request.text } };
  if (request.type === 'move') return deferUntil(engagementId, request.item, request.day);
  if (request.type === 'show' && request.what === 'history') return showHistory(engagementId, request.question);
  if (request.type === 'show' && request.what === 'form')
    return showForm(engagementId, request.form, request.about, request.filled);
  return showItem(engagementId, item);
};

/** Deferring needs a reason, so its form asks for that. */
export const deferUntil = (engagementId: string, item: ItemCode, until: Day): Press =>
  showForm(engagementId, 'item.defer', { item }, { until });
