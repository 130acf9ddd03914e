import { z } from 'zod';

/** In every row from the first write, so that a later version can tell what it reads. */
export const schema = { schema: 1 } as const;

/** Rows keep properties that this version does not know. */
export const rowShape = z.looseObject({
  schema: z.literal(1),
  partitionKey: z.string(),
  rowKey: z.string(),
  etag: z.string(),
});

/** The row as its shape says, or an error that names the row. */
export const readRow = <Shape extends z.ZodType>(shape: Shape, row: object): z.output<Shape> => {
  const read = shape.safeParse(row);
  if (read.success) return read.data;
  const { partitionKey, rowKey } = row as { partitionKey?: string; rowKey?: string };
  throw new Error(
    `Row ${partitionKey ?? '?'} / ${rowKey ?? '?'} cannot be read. If a newer version of Lotse wrote it, run that one. ${z.prettifyError(read.error)}`,
  );
};

export const instantShape = z.iso.datetime();

/** Checks of a JSON text no more than that these keys are there; what they hold is the core's own. */
export const readJson = <Value>(text: string, ...keys: readonly (keyof Value & string)[]): Value => {
  const value: unknown = JSON.parse(text);
  if (typeof value === 'object' && value !== null && keys.every((key) => key in value)) return value as Value;
  throw new Error(`Stored JSON lacks one of: ${keys.join(', ')}`);
};
