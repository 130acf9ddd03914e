import { said, saidFirst } from './lexicon';
import { type Phrasings, phrasingsOf, placesOf, wordsOf } from './patterns';
import type { Sentence } from './sentence';
import { gapBefore, type Token, tokensOf } from './tokens';

type Spelled = { readonly phrasings: Phrasings; readonly spelled: ReadonlySet<string> };

const phrases = (list: string): Spelled => {
  const phrasings = phrasingsOf(list.trim().split(/\s*\n\s*/));
  return { phrasings, spelled: new Set(phrasings.patterns.flatMap(wordsOf)) };
};

/** Said before anything is said. */
const openings = phrases(`
  lotse|ok|okay|so|well|right|alright|oops|ups|uups|hups|hm|hmm|ah|oh|also|na|tja|sorry|gut|prima|super|pardon|perfekt|perfect
  great|top|yay|hurra|hooray|ach|jo
  oh no|nein
  wrong one|item|code
  my mistake|bad|fault
  mein fehler
  falscher|falsche|falsches punkt|code|eintrag
  der|das|die falsche
  das|es war falsch|verkehrt
  das|es war ein versehen|fehler|irrtum
  that|it was wrong
  that|it was a|an|the mistake|error|wrong one?
  vertippt|verklickt|verschrieben
  typo
  to be honest|fair|frank
  we|i|wir have|need to be realistic|honest|pragmatic
  let's be realistic|honest
  seien wir ehrlich|realistisch
  um ehrlich zu sein
  ehrlich gesagt`);

/** Announces what is to be said, with a colon or a pause after it. */
const announcing = new Set(
  `info fyi update updates news kurze kurzer kurzes zur info information stand hinweis short quick small brief status
  good bad gute gutes nachricht nachrichten neuigkeit neuigkeiten next one thing more another naechster naechste naechstes
  punkt thema heads up zwischenstand statusmeldung rueckmeldung meldung von unserer seite from our side und and noch`
    .trim()
    .split(/\s+/),
);

/** Whoever is greeted. */
const greeted = new Set('lotse team zusammen alle allerseits all everyone everybody folks there liebes'.split(' '));

/** How many words at the very beginning are one of these. */
const lengthOf = ({ phrasings, spelled }: Spelled, tokens: readonly Token[]): number => {
  const found = placesOf(phrasings, tokens.slice(0, 6), spelled).filter(({ at }) => at[0] === 0);
  return Math.max(0, ...found.map(({ at, typos }) => (typos > 0 ? 0 : (at.at(-1) ?? -1) + 1)));
};

/** Without "Hi Lotse," and the like at its beginning, unless that is all. */
export const withoutOpening = ({ text, tokens }: Sentence): Sentence => {
  let from = 0;
  for (;;) {
    const rest = tokens.slice(from);
    const greeting = saidFirst(['greeting'], rest);
    const step = greeting || announcedIn(text, rest) || lengthOf(openings, rest);
    if (step === 0) break;
    from += step;
    while (greeting > 0 && greeted.has(tokens[from]?.key ?? '')) from += 1;
  }
  return from > 0 && from < tokens.length ? { text, tokens: tokens.slice(from) } : { text, tokens };
};

/** "Short update:", "Kurze Info an alle:" – how many words, if a colon or a dash follows them. */
const announcedIn = (text: string, tokens: readonly Token[]): number => {
  const end = tokens.slice(0, 7).findIndex(({ key }) => !announcing.has(key));
  return end > 0 && /:(?!\d)|\s[-–—]\s/.test(gapBefore(text, tokens, end)) ? end : 0;
};

const supposed = phrases(`
  suppose|supposing|assuming|assume|imagine|hypothetically|theoretically|pretend
  let's say|assume|suppose|imagine|pretend
  say we|i
  what if
  in theory
  angenommen dass|wir|ich|es|er|sie|der|die|das
  mal angenommen
  gesetzt den fall
  nehmen wir mal? an
  stell|stellt|stellen dir|euch|sie mal? vor
  theoretisch|hypothetisch|rein theoretisch|hypothetisch?
  tun wir mal? so`);

/** "Suppose we deferred A3 …": nothing of it is meant. */
export const isSupposed = ({ text, tokens }: Sentence): boolean =>
  lengthOf(supposed, tokens) > 0 || (tokens[0]?.key === 'angenommen' && /^\s*,/.test(gapBefore(text, tokens, 1)));

/** "Ben: A3 is done" tells what Ben said. */
export const isReported = ({ text, tokens }: Sentence): boolean =>
  tokens[0]?.person !== undefined && /^\s*:/.test(gapBefore(text, tokens, 1));

/** "Because the hardware is late, push G7 back": the reason after what is to be done, where it stands as a rule. */
export const reasonLast = (text: string, { tokens }: Sentence): string | undefined => {
  const begun =
    said('because', tokens.slice(0, 4)).some(({ at }) => at[0] === 0) || /^(?:da|since)$/.test(tokens[0]?.key ?? '');
  if (!begun) return undefined;
  const [, reason, rest] = /^([^,]{3,200}),\s*([^\s,][^,]*)$/su.exec(text) ?? [];
  const again = rest === undefined || said('because', tokensOf(rest.slice(0, 200))).length > 0;
  return reason === undefined || again ? undefined : `${rest.replace(/[.!]+$/, '')} ${reason}`;
};

/** A sentence at one of the marks in it: what stands before, what follows, and the mark. */
export type Parted = { readonly before: Sentence; readonly rest: Sentence; readonly mark: string };

/** Nobody pauses more often before they say what they want. */
const mostMarks = 4;

/** Every way to part a sentence at a mark, the last mark first. */
export const partedIn = ({ text, tokens }: Sentence): readonly Parted[] => {
  const marked = tokens.flatMap((token, at) => {
    const mark = at === 0 ? '' : gapBefore(text, tokens, at);
    // "11.01. pausieren" is one.
    const isDate = mark.startsWith('.') && /^\d{1,2}$/.test(tokens[at - 1]?.key ?? '');
    const parts = /[.!;:,–—\n]|\s-\s/u.test(mark) && !/^[.:]$/.test(mark) && !isDate;
    return parts ? [{ at, mark, end: token.start }] : [];
  });
  return marked
    .slice(-mostMarks)
    .reverse()
    .map(({ at, mark, end }) => ({
      before: { text: text.slice(0, end), tokens: tokens.slice(0, at) },
      rest: { text, tokens: tokens.slice(at) },
      mark,
    }));
};
