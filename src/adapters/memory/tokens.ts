let written = 0;

/** Another one for every write. */
export const nextToken = (): string => {
  written += 1;
  return `t${written}`;
};
