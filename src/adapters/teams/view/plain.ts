/**
 * A text as it was typed: TextBlocks read Markdown, `<at>` and `{{DATE()}}`, and people write `*`, `_` and `[`.
 * Teams and the Adaptive Cards renderers take a backslash before punctuation as the character itself.
 */
export const plain = (text: string): string =>
  text
    .replace(/[\\`*_[\]()~#]/g, '\\$&')
    .replace(/^(\s*)([-+>])/gm, '$1\\$2')
    .replace(/^(\s*\d+)\./gm, '$1\\.')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/\{\{/g, '{\u200b{');
