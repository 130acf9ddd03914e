import type { AffairPhrases } from '../kinds';
import { englishPhases } from './phases.en';
import { englishPeople } from './people.en';
import { englishOnboarding } from './onboarding.en';
import { englishItems } from './items.en';
import { englishWords } from './words.en';
import { germanPhases } from './phases.de';
import { germanPeople } from './people.de';
import { germanOnboarding } from './onboarding.de';
import { germanItems } from './items.de';
import { germanWords } from './words.de';

export const englishAffairs: AffairPhrases = {
  ...englishPhases,
  ...englishPeople,
  ...englishOnboarding,
  ...englishItems,
  ...englishWords,
};

export const germanAffairs: AffairPhrases = {
  ...germanPhases,
  ...germanPeople,
  ...germanOnboarding,
  ...germanItems,
  ...germanWords,
};
