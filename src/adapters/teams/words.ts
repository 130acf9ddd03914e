import i18next from 'i18next';
import type { Day, Language } from '../../engagement/index';
import de from './wording/de.json';
import en from './wording/en.json';

/** The words of one language. Keys are paths in `wording/`, such as `button.done`. */
export type Words = {
  readonly language: Language;
  readonly say: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  /** `Fri 4 Dec` / `Fr., 04.12.`, with the year when it is not this one. */
  readonly day: (day: Day, today: Day) => string;
};

const resources = { en: { translation: en }, de: { translation: de } };

const wording = i18next.createInstance();
void wording.init({
  resources,
  fallbackLng: false,
  // Keys hold dots where they are codes (`refused` → `item.unknown`), so levels are parted by a slash.
  keySeparator: '/',
  nsSeparator: false,
  initAsync: false,
  returnNull: false,
  interpolation: { escapeValue: false },
  parseMissingKeyHandler: (key: string) => {
    throw new Error(`No words for ${key}: add it to wording/en.json and wording/de.json.`);
  },
});

export const wordsOf = (language: Language): Words => allWords[language];

const inLanguage = (language: Language): Words => {
  const translate = wording.getFixedT(language);
  return {
    language,
    // A German day ends with a full stop of its own, and so do sentences.
    say: (key, values) => translate(key, values ?? {}).replace(/(\d\d\.\d\d\.)\.(?!\.)/g, '$1'),
    day: language === 'de' ? germanDay : englishDay,
  };
};

/** Made once: that costs far more than using them. */
const formatOf = (locale: string) =>
  new Intl.DateTimeFormat(locale, { weekday: 'short', month: 'short', timeZone: 'UTC' });
const formats = { en: formatOf('en-US'), de: formatOf('de-DE') } as const;

const parts = (day: Day, language: Language) => {
  const named = Object.fromEntries(
    formats[language].formatToParts(new Date(`${day}T00:00:00Z`)).map((part) => [part.type, part.value]),
  );
  return { weekday: named.weekday ?? '', month: named.month ?? '' };
};

const englishDay = (day: Day, today: Day): string => {
  const { weekday, month } = parts(day, 'en');
  const year = day.slice(0, 4);
  return `${weekday} ${String(Number(day.slice(8)))} ${month}${year === today.slice(0, 4) ? '' : ` ${year}`}`;
};

const germanDay = (day: Day, today: Day): string => {
  const { weekday } = parts(day, 'de');
  const [year, month, date] = day.split('-');
  return `${weekday.replace('.', '')}., ${String(date)}.${String(month)}.${year === today.slice(0, 4) ? '' : String(year)}`;
};

const allWords: Readonly<Record<Language, Words>> = { en: inLanguage('en'), de: inLanguage('de') };
