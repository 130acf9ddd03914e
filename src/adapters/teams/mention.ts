import type { Activity, Mention } from 'botbuilder';
import type { Member } from '../../application/ports';

/** The text without the mentions of the bot, and the people really mentioned. */
export type Spoken = { readonly text: string; readonly mentioned: readonly Pick<Member, 'id' | 'name'>[] };

const entities: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&apos;': "'",
  '&amp;': '&',
};

/**
 * Null-safe, unlike the SDK's own: Teams sends messages without text or entities, mentions twice, `&nbsp;` after a
 * mention, and one entity per word for names with spaces. People are known by the entity's id, never by the text.
 */
export const readSpoken = (activity: Partial<Activity>): Spoken => {
  const bot = activity.recipient?.id;
  const mentions = (Array.isArray(activity.entities) ? activity.entities : []).filter(isMention);
  const people = new Map<string, string[]>();
  let text = typeof activity.text === 'string' ? activity.text : '';
  for (const { mentioned, text: written } of mentions) {
    const name = (bare(mentioned.name) || bare(written)).trim();
    const isBot = mentioned.id === bot;
    for (const form of new Set([written, `<at>${name}</at>`]))
      if (typeof form === 'string' && form) text = text.split(form).join(isBot ? ' ' : ` ${bare(form)} `);
    if (isBot) continue;
    const names = people.get(mentioned.id) ?? [];
    people.set(mentioned.id, names.includes(name) ? names : [...names, name]);
  }
  const botName = activity.recipient?.name;
  if (botName) text = text.split(`<at>${botName}</at>`).join(' ');
  return {
    text: decode(text.replace(/<\/?at[^>]*>/g, ' '))
      .replace(/[^\S\n]+/g, ' ')
      .trim(),
    mentioned: [...people].map(([id, names]) => ({ id, name: names.join(' ') })),
  };
};

const isMention = (entity: unknown): entity is Mention => {
  const { type, mentioned } = (entity ?? {}) as Partial<Mention>;
  return type === 'mention' && typeof mentioned?.id === 'string';
};

const bare = (written: unknown): string => (typeof written === 'string' ? written.replace(/<\/?at[^>]*>/g, '') : '');

const decode = (text: string): string =>
  text.replace(/&(?:nbsp|lt|gt|quot|apos|amp|#39);/g, (entity) => entities[entity] ?? entity);
