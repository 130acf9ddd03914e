import type { AffairPhrases } from '../kinds';
import { englishPhases } from './phases.en';
import { englishPeople } from './people.en';
import { englishOnboarding } from './onboarding.en';
import { englishItems } from './items.en';
import { englishCheckpoint } from './checkpoint.en';
import { englishQuiet } from './quiet.en';
import { englishRhythm } from './rhythm.en';
import { englishWords } from './words.en';
import { germanPhases } from './phases.de';
import { germanPeople } from './people.de';
import { germanOnboarding } from './onboarding.de';
import { germanItems } from './items.de';
import { germanCheckpoint } from './checkpoint.de';
import { germanQuiet } from './quiet.de';
import { germanRhythm } from './rhythm.de';
import { germanWords } from './words.de';

export const englishAffairs: AffairPhrases = {
  ...englishPhases,
  ...englishPeople,
  ...englishOnboarding,
  ...englishItems,
  ...englishCheckpoint,
  ...englishQuiet,
  ...englishRhythm,
  ...englishWords,
};

export const germanAffairs: AffairPhrases = {
  ...germanPhases,
  ...germanPeople,
  ...germanOnboarding,
  ...germanItems,
  ...germanCheckpoint,
  ...germanQuiet,
  ...germanRhythm,
  ...germanWords,
};
