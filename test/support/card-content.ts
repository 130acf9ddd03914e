/** A card as it was sent, read as loosely as a person reads it. */
export type CardContent = { readonly body?: readonly unknown[] } & Readonly<Record<string, unknown>>;

export type Pressable = {
  readonly title: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, string>>;
};

type Element = Readonly<Record<string, unknown>>;

export const cardOf = (message: { readonly attachments?: readonly { readonly content: CardContent }[] }): CardContent =>
  message.attachments?.[0]?.content ?? {};

const elements = function* (value: unknown): Generator<Element> {
  if (Array.isArray(value)) for (const one of value) yield* elements(one);
  else if (typeof value === 'object' && value !== null) {
    yield value as Element;
    for (const one of Object.values(value)) yield* elements(one);
  }
};

/** Every text block, one a line, with Markdown as it was sent. */
export const textOf = (card: CardContent): string =>
  [...elements(card)]
    .filter(({ type }) => type === 'TextBlock')
    .map(({ text }) => String(text))
    .join('\n');

/** The title of a card. */
export const headingOf = (card: CardContent): string =>
  [...elements(card)]
    .filter(({ type, style }) => type === 'TextBlock' && style === 'heading')
    .map(({ text }) => String(text))[0] ?? '';

/** Everything one can press, rows and buttons alike. */
export const pressesOf = (card: CardContent): readonly Pressable[] =>
  [...elements(card)].filter(({ type }) => type === 'Action.Execute') as unknown as Pressable[];

export const inputsOf = (card: CardContent): readonly Element[] =>
  [...elements(card)].filter(({ type }) => String(type).startsWith('Input.'));

/** The press with that title, as a person would find it. */
export const button = (card: CardContent, title: string): Pressable => {
  const found = pressesOf(card).find((one) => one.title === title);
  if (found) return found;
  throw new Error(
    `No button "${title}" on this card, but: ${pressesOf(card)
      .map((one) => one.title)
      .join(' · ')}`,
  );
};

export const row = (card: CardContent, code: string): Pressable => {
  const found = pressesOf(card).find(({ verb, data }) => verb === 'item.show' && data['itemId'] === code);
  if (found) return found;
  throw new Error(`No row ${code} on this card.`);
};
