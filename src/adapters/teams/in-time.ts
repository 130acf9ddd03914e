/** What it resolves with, if that is within so many milliseconds; undefined if it takes longer. Rejects if it does in time. */
export const inTime = async <Result>(work: Promise<Result>, milliseconds: number): Promise<Result | undefined> => {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      resolve(undefined);
    }, milliseconds);
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
};
