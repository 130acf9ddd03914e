/** A property holds 32 Ki characters. Azure counts UTF-16 units, and so does `length`. */
const longest = 30_000;

/** A text as properties `name0`, `name1` … */
export const spread = (name: string, text: string): Record<string, string> => {
  const parts: Record<string, string> = {};
  for (let start = 0, n = 0; n === 0 || start < text.length; n += 1) {
    const end = start + longest;
    // Half of a surrogate pair is no text: storage need not give it back as it was.
    const cut = /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end - 1 : end;
    parts[`${name}${n}`] = text.slice(start, cut);
    start = cut;
  }
  return parts;
};

export const gather = (name: string, row: Readonly<Record<string, unknown>>): string => {
  let text = '';
  for (let n = 0; ; n += 1) {
    const part = row[`${name}${n}`];
    if (typeof part !== 'string') return text;
    text += part;
  }
};
