import type { Section } from '../../engagement/index';
import { phrasingsOf, placesOf, wordsOf } from './patterns';
import type { Token } from './tokens';

/** All names of the phases and of the standing responsibilities, whatever the language of the sentence. */
const names: Readonly<Record<Section, readonly string[]>> = {
  general: [
    'general responsibilities|responsibility|items|section|part|tasks?',
    'generals',
    'allgemein|allgemeines|allgemeine|allgemeinen|allgemeiner zuständigkeiten|punkte|punkten|aufgaben|teil|themen?',
    'standing responsibilities',
  ],
  initiate: [
    'initiate|initiation phase?',
    'einleitungsphase|einleitung|einleiten|initiierung|initiierungsphase',
    'phase 1|one|eins',
  ],
  assess: [
    'assess|assessment phase?',
    'analysephase|analyse|bewertung|bewertungsphase|analysis phase?',
    'phase 2|two|zwei',
  ],
  remediate: [
    'remediate|remediation phase?',
    'korrekturphase|korrektur|behebung|behebungsphase|bereinigung|bereinigungsphase',
    'phase 3|three|drei',
  ],
  enable: ['enable|enablement phase?', 'aktivierungsphase|aktivierung|aktivieren', 'phase 4|four|vier'],
};

const named = Object.entries(names).map(([section, phrasings]) => ({
  section: section as Section,
  phrasings: phrasingsOf(phrasings.flatMap((phrasing) => [`phase ${phrasing}`, phrasing])),
}));

/** In words: "phase general responsibilities". */
const longestName = 4;

// So that "access" is never taken for a slip of "assess".
const spelled: ReadonlySet<string> = new Set([
  ...['access', 'enabled', 'enables', 'analysen', 'generally'],
  ...named.flatMap(({ phrasings }) => phrasings.patterns.flatMap(wordsOf)),
]);

/** The longest name of a section that begins at a token. */
export const sectionAt = (
  tokens: readonly Token[],
  at: number,
): { readonly section: Section; readonly end: number } | undefined => {
  const near = tokens.slice(at, at + longestName);
  const found = named.flatMap(({ section, phrasings }) =>
    placesOf(phrasings, near, spelled).flatMap((match) =>
      match.at[0] === 0 ? [{ section, end: at + match.at.length, typos: match.typos }] : [],
    ),
  );
  return found.sort((a, b) => b.end - a.end || a.typos - b.typos)[0];
};

/** The sections named, and where. */
export const sectionsIn = (
  tokens: readonly Token[],
): readonly { readonly section: Section; readonly at: readonly number[] }[] =>
  named.flatMap(({ section, phrasings }) => {
    const at = new Set(placesOf(phrasings, tokens, spelled).flatMap((match) => match.at));
    return at.size > 0 ? [{ section, at: [...at] }] : [];
  });
