import { buttonsOf, type Titled } from './buttons';
import type { Screen } from './screen';

export type Line = {
  readonly text: string;
  readonly subtle: boolean;
  readonly weight: 'Default' | 'Bolder';
  readonly spacing: 'None' | 'Small' | 'Medium';
};

export const line = (text: string, subtle = false): Line => ({ text, subtle, weight: 'Default', spacing: 'Small' });
export const strong = (text: string): Line => ({ ...line(text), weight: 'Bolder' });
/** The first of a paragraph. */
export const spaced = (one: Line): Line => ({ ...one, spacing: 'Medium' });

/** Goes with the line before it. */
export const beneath = (one: Line): Line => ({ ...one, spacing: 'None' });

/** The plainest screen: a heading, lines and buttons. */
export const notice = (
  title: string,
  lines: readonly Line[],
  presses: readonly Titled[],
  entities: readonly object[] = [],
): Screen => ({
  card: 'notice',
  summary: title,
  data: { title, lines, buttons: buttonsOf(presses), entities },
});
