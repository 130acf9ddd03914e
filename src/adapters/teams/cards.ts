import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Template } from 'adaptivecards-templating';

/** An Adaptive Card, ready to be sent. */
export type Card = Readonly<Record<string, unknown>>;

export type CardName = 'overview' | 'items' | 'item' | 'form' | 'notice';

/**
 * Fills a template. Data is never read as template, so texts people wrote stay texts; but every value a template
 * names must be there, because the library leaves `${name}` standing for a missing one and throws on null.
 */
export type FillCard = (name: CardName, data: object) => Card;

/** Reads the templates once: building a `Template` costs far more than expanding it. */
export const loadCards = (folder: string): FillCard => {
  const templates = new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => [basename(file, '.json'), new Template(JSON.parse(readFileSync(join(folder, file), 'utf8')))]),
  );
  return (name, data) => {
    const template = templates.get(name);
    if (!template) throw new Error(`There is no card template ${name}.json in ${folder}: restore the folder "cards".`);
    return template.expand({ $root: data }) as Card;
  };
};
