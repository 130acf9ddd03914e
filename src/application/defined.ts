type Defined<Shape> = { [Key in keyof Shape]: Exclude<Shape[Key], undefined> };

/** Without the properties that are undefined. */
export const defined = <Shape extends object>(shape: Shape) =>
  Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as Partial<Defined<Shape>> &
    Defined<{ [Key in keyof Shape as undefined extends Shape[Key] ? never : Key]: Shape[Key] }>;
