import type { RhythmPhrases } from '../kinds';

/** The words of German for the meeting, how often it is and when its reminder comes. `a|b` either, `a?` maybe. */
export const germanRhythm: RhythmPhrases = {
  meeting: [
    'checkpoint|checkpoints termin|besprechung?',
    'checkpointtermin|checkpointmeeting|checkpointbesprechung',
    'jour fixe|fix|fixes termin?',
    'statusmeeting|statustermin|statusrunde|statusbesprechung|regeltermin|regelmeeting',
    'status termin|runde|besprechung',
  ],
  meetings: [
    'checkpoint termine|terminen|besprechungen',
    'checkpointtermine|checkpointterminen|checkpointmeetings',
    'statusmeetings|statustermine|statusterminen|regeltermine|regelterminen|regelmeetings',
  ],
  weekly: [
    'wöchentlich|wöchentliche|wöchentlicher|wöchentlichen|wöchentliches',
    'jede|jeder woche',
    'einmal pro|die|in|je der? woche',
    'im wochenrhythmus|wochentakt',
  ],
  everyTwoWeeks: [
    'alle zwei|2 wochen',
    'alle 14|vierzehn tage',
    '14|vierzehn tägig|tägige|tägiger|tägigen|täglich|täglicher',
    '14tägig|14täglich|vierzehntägig|vierzehntägige|vierzehntägiger|vierzehntägigen|vierzehntäglich',
    'zweiwöchentlich|zweiwöchentliche|zweiwöchentlicher|zweiwöchentlichen',
    'zweiwöchig|zweiwöchige|zweiwöchiger|zweiwöchigen',
    'zwei|2 wöchentlich|wöchentlicher|wöchig|wöchiger',
    'in? jede|jeder zweite|zweiten|2|andere|anderen woche',
    'im zwei|2|14 wochen|tage rhythmus|takt|turnus',
    'im zweiwochenrhythmus|zweiwochentakt',
  ],
  everyWeekday: [
    'täglich|tägliche|täglicher|täglichen|werktäglich|werktäglicher|arbeitstäglich|arbeitstäglicher',
    'an? jeden|jedem werktag|arbeitstag|wochentag|tag',
    'an? werktagen|arbeitstagen|wochentagen',
    'werktags|wochentags',
    'montag|montags|mo bis? freitag|freitags|fr',
  ],
  each: ['an? jeden|jede|jedem'],
  eachOther: ['an? jeden|jede|jedem zweiten|zweite|2|2ten|anderen'],
  dayBefore: [
    'einen|ein|1 tag|arbeitstag|werktag vorher|davor|zuvor|früher|voraus',
    'einen|ein|1 tag|arbeitstag|werktag im voraus',
    'am? vortag|vorabend',
    'am? tag davor|zuvor|vorher',
    'einen|ein|1|am tag|arbeitstag|werktag vor dem|den|jedem? checkpoint|checkpoints|termin|jour|meeting fixe?',
    'tags zuvor|davor',
  ],
  sameDay: [
    'am? selben|gleichen tag',
    'am tag selbst|selber',
    'am tag des|vom checkpoints|checkpoint|termins|jour fixe?',
  ],
  atStart: [
    'zu|zum|bei|beim|am beginn|start|anfang des|vom? checkpoints|checkpoint|termins?',
    'zu|bei terminbeginn',
    'wenn es|er losgeht|beginnt|anfängt',
  ],
};
