/** The door of the catalogue: what the customer is responsible for, in both languages. */
import data from './responsibilities.json';
import { readCatalog, type Responsibility } from './schema';

export { groups, type Responsibility } from './schema';

export const catalog = readCatalog(data);

/** Every responsibility, as far as an onboarding that starts with it has to know it. */
export const startingItems = catalog.responsibilities.map(({ code, section, standing, part }) => ({
  code,
  section,
  standing,
  ...(part && { part }),
}));

const byCode: ReadonlyMap<string, Responsibility> = new Map(catalog.responsibilities.map((one) => [one.code, one]));

export const responsibility = (code: string): Responsibility | undefined => byCode.get(code);
