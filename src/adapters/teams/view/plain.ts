/**
 * A text as it was typed: TextBlocks read Markdown, `<at>` and `{{DATE()}}`, and people write `*`, `_` and `[`.
 * Teams and the Adaptive Cards renderers take a backslash before punctuation as the character itself. What nobody sees
 * goes: indents (Markdown makes code of them), control characters, and the marks that would turn the words after a text
 * from right to left too.
 */
export const plain = (text: string): string =>
  text
    .replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/[\\`*_[\]()~#]/g, '\\$&')
    .replace(/^[^\S\n]+/gm, '')
    .replace(/^(?=[-+>=])/gm, '\\')
    .replace(/^(\d+)\./gm, '$1\\.')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/\{(?=\{)/g, '{\u200b');

/** Takes back what `plain` did, for titles and summaries: nothing is read as Markdown there. */
export const bare = (text: string): string =>
  text
    .replace(/\{\u200b(?=\{)/g, '{')
    .replace(/&lt;/g, '<')
    .replace(/&amp;/g, '&')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
