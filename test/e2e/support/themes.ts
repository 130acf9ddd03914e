export const themes = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

type Palette = {
  readonly page: string;
  readonly card: string;
  readonly emphasis: string;
  readonly text: string;
  readonly subtle: string;
  readonly line: string;
  readonly accent: string;
  readonly good: string;
  readonly warning: string;
  readonly attention: string;
};

/** Near enough to Teams to see what cannot be read. */
const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    page: '#f5f5f5',
    card: '#ffffff',
    emphasis: '#f0f0f0',
    text: '#242424',
    subtle: '#616161',
    line: '#d1d1d1',
    accent: '#5b5fc7',
    good: '#237b4b',
    warning: '#835c00',
    attention: '#c4314b',
  },
  dark: {
    page: '#1f1f1f',
    card: '#292929',
    emphasis: '#3d3d3d',
    text: '#ffffff',
    subtle: '#adadad',
    line: '#666666',
    accent: '#a6a7dc',
    good: '#92c353',
    warning: '#f8d22a',
    attention: '#f1707b',
  },
  contrast: {
    page: '#000000',
    card: '#000000',
    emphasis: '#000000',
    text: '#ffffff',
    subtle: '#ffffff',
    line: '#ffffff',
    accent: '#ffff01',
    good: '#3ff23f',
    warning: '#ffff01',
    attention: '#ff6a6a',
  },
};

/** How Teams would draw a card, as the library that draws it wants to be told. */
export const hostConfigOf = (theme: Theme): object => {
  const colours = palettes[theme];
  const shade = (colour: string) => ({ default: colour, subtle: colour === colours.text ? colours.subtle : colour });
  const { text, accent, good, warning, attention } = colours;
  const foregroundColors = {
    default: shade(text),
    dark: shade(text),
    light: shade(text),
    accent: shade(accent),
    good: shade(good),
    warning: shade(warning),
    attention: shade(attention),
  };
  const filled = (backgroundColor: string) => ({ backgroundColor, foregroundColors });
  return {
    fontFamily: 'sans-serif',
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: colours.line },
    supportsInteractivity: true,
    containerStyles: {
      default: filled(colours.card),
      emphasis: filled(colours.emphasis),
      accent: filled({ light: '#e8ebfa', dark: '#2b2b40', contrast: '#000000' }[theme]),
      good: filled({ light: '#e7f2da', dark: '#20351f', contrast: '#000000' }[theme]),
      warning: filled({ light: '#fbf6d9', dark: '#4a3b0c', contrast: '#000000' }[theme]),
      attention: filled({ light: '#fcf4f6', dark: '#441d22', contrast: '#000000' }[theme]),
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { weight: 'bolder', suffix: ' *' },
        optionalInputs: { weight: 'bolder' },
      },
    },
  };
};

/** What the library leaves to the page: buttons, fields, links. */
export const styleOf = (theme: Theme): string => {
  const { page, card, text, line, accent } = palettes[theme];
  return `
    body { margin: 0; padding: 8px; background: ${page}; font-family: sans-serif; }
    #card { background: ${card}; border: 1px solid ${line}; border-radius: 4px; overflow-wrap: anywhere; }
    .ac-actionSet { flex-wrap: wrap; row-gap: 8px; }
    .ac-pushButton { background: transparent; color: ${text}; border: 1px solid ${line}; border-radius: 4px; padding: 5px 12px; font: 600 14px sans-serif; }
    .ac-pushButton.style-positive { background: ${accent}; color: ${card}; }
    .ac-input { width: 100%; box-sizing: border-box; background: ${card}; color: ${text}; border: 1px solid ${line}; border-radius: 4px; padding: 5px 8px; font: 14px sans-serif; }
    .ac-input[type=radio], .ac-input[type=checkbox] { width: auto; }
    a { color: ${accent}; }`;
};
