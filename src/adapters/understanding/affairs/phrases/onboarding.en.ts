import type { OnboardingPhrases } from '../kinds';

/** How people speak of the onboarding as a whole, in English. `a|b` either, `a?` maybe, `{slot}` left open. */
export const englishOnboarding: OnboardingPhrases = {
  customer: [
    'rename onboarding|project|customer|client to|as|into|in? {text}',
    'call onboarding|project|customer|client {text}',
    'customer|client is now? called|named {text}',
    "customer|customer's|client|client's name is? {text}",
    'name of customer|client|onboarding is {text}',
    'change|set name|customer|client of|name? onboarding|customer|client? to {text}',
  ],
  language: [
    'language is|to|in? {language}',
    'set|change|switch language to|into {language}',
    'switch|change posts|cards|messages|everything|onboarding? to|into {language}',
    'posts|post|messages|cards|everything in|to {language}',
    'write|post|send posts|messages|everything? in {language}',
    'use|speak {language}',
    '{language} as? language',
  ],
  timeZone: [
    'set|change|switch time zone to {text}',
    'set|change|switch timezone to {text}',
    'are|use in? time zone {text}',
    'time zone is|to? {text}',
    'timezone is|to? {text}',
  ],
  settings: [
    'change|edit|open|show|adjust? me? settings|configuration|preferences of|for? onboarding|project?',
    'configure onboarding|project?',
    'rename onboarding|project|customer|client',
    'change|set? language|timezone|time zone?',
  ],
  pause: [
    'pause|suspend onboarding|project? {until}?',
    'put onboarding|project on hold {until}?',
    'onboarding|project pause {until}?',
    'pause {until} please?',
  ],
  pauseForm: ['pause|suspend onboarding|project? {day}', 'pause|suspend onboarding|project? until|till|for {odd}'],
  resume: [
    'resume|continue|unpause onboarding|project?',
    'continue|go|carry on? with onboarding|project',
    'end|stop|lift pause',
    'pause|break is over',
  ],
  finish: [
    'finish|close|complete|end|conclude|finalize|finalise onboarding|project',
    'wrap up onboarding|project',
    'wrap onboarding|project up',
    'onboarding|project is finished|complete|completed|closed',
  ],
  cancel: [
    'cancel|abort|terminate|abandon onboarding|project',
    'call off onboarding|project',
    'call onboarding|project off',
  ],
  discard: [
    'discard|delete|scrap onboarding|project',
    'throw away onboarding|project',
    'throw onboarding|project away',
  ],
};
