import { vocabulary } from '../lexicon';
import { phrasebookOf } from '../phrasebook';
import type { Token } from '../tokens';

/** The words of short answers, in both languages. `a|b` either, `a?` maybe. */
const phrasings = {
  yes: [
    'yes|yep|yeah|yup|ja|jawohl|jep',
    'do it|that|so',
    'go ahead',
    'go for it',
    'mach|mache|machen|tu das|es|so?',
    'so machen|machen wir',
  ],
  no: [
    'no|nope|nah|cancel|stop|none|neither|nothing|nein|nö|nee|keins|keinen|keine|keiner|keines|nichts|abbrechen|abbruch|stopp',
    'never mind',
    'nevermind',
    'forget it|that|about',
    'leave it|that',
    'none|neither of them|these|those|both',
    "don't do it|that?",
    'do not do it|that?',
    'rather|better not',
    'vergiss|lass es|das',
    'lassen wir das|es',
    'lieber|doch|besser nicht',
    'hat sich erledigt',
    'schon gut',
    'keins|keinen|keine|keiner|keines von beiden|denen',
    'weder noch',
  ],
  all: ['all|both|everything|alle|alles|beide|beides|sämtliche', 'all|both of them|these|those', 'alle zusammen'],
  last: ['last|latter|letzte|letzter|letztes|letzten|letzteres', 'the bottom one'],
  due: [
    'due|deadline|fällig|fälligkeit|frist|termin',
    'due day|date',
    'only? the? due day|date',
    'fälligkeit verschieben',
  ],
  defer: [
    'defer|deferred|postpone|zurückstellen|wiedervorlage|zurückgestellt|vertagen',
    'defer|postpone it|them',
    'not before|until',
    'auf wiedervorlage',
    'nicht davor|vorher',
  ],
  /** They may stand beside any answer and say nothing. */
  quiet: [
    "the|a|this|that|it|its|it's|one|ones|i|i'd|we|mean|meant|take|choose|pick|use|say|would|like|then|please|thanks|thank|you|just|only|number|option|item|for|to|on|is|was|by|of|and|as|becomes",
    'der|die|das|den|dem|dies|diese|diesen|dieses|es|ich|wir|meine|meinte|mein|nehme|nimm|nehmen|wähle|hätte|gern|gerne|bitte|danke|mal|also|dann|doch|nur|nummer|option|punkt|für|an|auf|am|zum|ist|war|und|natürlich|eher|lieber|als|wird',
  ],
  /** Whoever begins so gives no reason. */
  objecting: [
    'sorry|oops|wrong|wait|hold|hmm|hm|huh|what|moment|warte|falsch|ups|quatsch|äh|ähm|was|wie|not|nicht|no|nein|nö|stop|stopp|undo|lol|haha',
    'sorry|hang|hold on',
    'that is|was not|wrong',
    "that's not|wrong",
    'das ist|war falsch|nicht',
  ],
  /** Whoever speaks to somebody gives no reason either. */
  addressing: ['you|your|yourself|lotse|bot|du|dich|dir|dein|deine|euch'],
  first: ['1|1st|first|one|eins|erste|erster|erstes|ersten|ersteres'],
  second: ['2|2nd|second|two|zwei|zweite|zweiter|zweites|zweiten'],
  third: ['3|3rd|third|three|drei|dritte|dritter|drittes|dritten'],
  fourth: ['4|4th|fourth|four|vier|vierte|vierter|viertes|vierten'],
  fifth: ['5|5th|fifth|five|fünf|fünfte|fünfter|fünftes|fünften'],
} as const;
type Word = keyof typeof phrasings;

/** The positions of everything that is said so. */
export const { positionsOf: wordsAt } = phrasebookOf<Word>([phrasings], [vocabulary]);

/** Whether a sentence says this and nothing else. */
export const isNothingBut = (word: Word, tokens: readonly Token[]): boolean => {
  const said = wordsAt(word, tokens);
  const quiet = wordsAt('quiet', tokens);
  return said.size > 0 && tokens.every((_, at) => said.has(at) || quiet.has(at));
};

/** Whether it begins so. */
export const beginsWith = (word: Word, tokens: readonly Token[]): boolean => wordsAt(word, tokens).has(0);

/** Whoever begins with thanks has been answered. */
export const thanks = (tokens: readonly Token[]): boolean =>
  /^(?:thanks?|thx|cheers|danke|merci)$/.test(
    tokens.find(({ key }) => !/^(?:ok|okay|well|so|super|hey|lotse|many|vielen|besten)$/.test(key))?.key ?? '',
  );

const places = ['first', 'second', 'third', 'fourth', 'fifth'] as const;

/** Which one of so many is meant by its place, from 0: "the second", "2", "die letzte". */
export const placeIn = (tokens: readonly Token[], count: number): number | undefined => {
  const quiet = wordsAt('quiet', tokens);
  const loud = tokens.filter((_, at) => !quiet.has(at));
  // "The first one": the number at the end says nothing.
  const [only, more] = loud.length > 0 ? loud : tokens;
  if (!only || more) return undefined;
  const place = isNothingBut('last', [only]) ? count - 1 : places.findIndex((one) => wordsAt(one, [only]).size > 0);
  return place >= 0 && place < count ? place : undefined;
};
