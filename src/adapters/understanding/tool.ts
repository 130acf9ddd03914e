import { createHear } from '../../application/conversation';
import type { Clock } from '../../application/ports';
import type { Calendar, Instant } from '../../engagement/index';
import { people, speaker, startDemo } from './demo';
import { createUnderstanding } from './index';
import { type FirstOf, type Meant, meantBy } from './meant';
import { personNamed } from './named';
import { createReadTrial, type Trial } from './trial';

/** `line`: one object as JSON. `problem`: why nothing could be understood, and what to do about it. */
export type Answer = { readonly line: string; readonly problem?: string };

/**
 * Says what sentences mean, each as the first one somebody says in an onboarding that has just been started. Plain text, or
 * one object as JSON. Never throws.
 */
export type Tool = Readonly<Record<'ofText' | 'ofJson', (line: string) => Answer>>;

export const createTool = ({ calendar, clock }: { calendar: Calendar; clock: Pick<Clock, 'now'> }): Tool => {
  const readTrial = createReadTrial(calendar);
  const meant = createMeant(calendar, clock);
  const nothing: Meant = { kind: 'unclear', language: 'en' };
  const ofTrial = (trial: Trial): Answer => ({ line: JSON.stringify(meant(trial)) });
  return {
    ofText: (text) => ofTrial({ text }),
    ofJson: (line) => {
      const trial = line.trim() === '' ? { text: '' } : readTrial(line);
      return 'problem' in trial ? { line: JSON.stringify(nothing), problem: trial.problem } : ofTrial(trial);
    },
  };
};

/** Hears a sentence as the bot does. */
const createMeant = (calendar: Calendar, clock: Pick<Clock, 'now'>): ((trial: Trial) => Meant) => {
  const understanding = createUnderstanding();
  const demo = startDemo();
  let now: Instant = clock.now();
  const hear = createHear({ understanding, calendar, clock: { now: () => now, wait: () => Promise.resolve() } });
  let count = 0;
  return (trial) => {
    const { language = 'en', timeZone = demo.engagement.timeZone } = trial;
    now = trial.now ?? clock.now();
    count += 1;
    const mentioned = mentionedIn(trial);
    const heard = hear(
      {
        kind: 'said',
        text: trial.text.replace(/@Lotse(?![\p{L}\p{N}])/giu, ' '),
        mentioned,
        by: speaker,
        locale: language,
        place: { tenantId: 'demo', conversationId: 'demo' },
        address: 'demo',
        op: 'said',
      },
      // Another onboarding each time, so that no sentence depends on the ones before.
      { ...demo, id: `demo ${String(count)}`, engagement: { ...demo.engagement, timeZone } },
    );
    const firstOf: FirstOf = (text) =>
      understanding.readLines(text, {
        today: calendar.dayOf(now, timeZone),
        language: heard.language,
        people: [...mentioned, ...people.filter(({ id }) => mentioned.every((one) => one.id !== id))],
      }).lines[0];
    return meantBy(heard, (id) => id, firstOf);
  };
};

/** Whoever has another name than the demo people is somebody else. */
const mentionedIn = ({ text, mentions }: Trial): readonly (typeof speaker)[] => {
  if (!mentions) return people.filter(({ name }) => text.toLowerCase().includes(`@${name.toLowerCase()}`));
  const named = mentions.map((name) => {
    const known = personNamed(name, people);
    return known === undefined || known === 'several' ? { id: name, name } : known;
  });
  return [...new Map(named.map((one) => [one.id, one])).values()];
};
