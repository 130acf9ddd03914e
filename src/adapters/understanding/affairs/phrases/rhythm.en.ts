import type { RhythmPhrases } from '../kinds';

/** The words of English for the meeting, how often it is and when its reminder comes. `a|b` either, `a?` maybe. */
export const englishRhythm: RhythmPhrases = {
  meeting: [
    'checkpoint|checkpoints meeting|call?',
    'check point|points meeting|call?',
    'jour fixe|fix|fixes meeting?',
    'jourfixe|jourfix meeting?',
    'status|regular|progress meeting|call',
  ],
  meetings: ['checkpoint meetings|calls', 'check point meetings|calls', 'status|regular|progress meetings|calls'],
  weekly: ['weekly', 'every|each week', 'once? a|per week'],
  everyTwoWeeks: [
    'biweekly|fortnightly',
    'bi weekly',
    'once? every|each two|2|second|2nd|other|alternate weeks|week',
    'once? every|each fortnight',
    'every 14|fourteen days',
    'on? alternate weeks',
  ],
  everyWeekday: [
    'daily',
    'every|each weekday|workday|day',
    'every|each work|working|business|week day',
    'on? weekdays|workdays',
    'on? work|working|business days',
    'monday|mon to|through|till|until? friday|fri',
  ],
  each: ['every|each'],
  eachOther: ['every|each second|2nd|other|alternate'],
  dayBefore: [
    'one|a|1|the working? day before|ahead|earlier|prior|beforehand',
    'one|a|1|the working? day in advance',
    'day before|ahead|earlier',
    'one|a|1|the working? day before the? next? checkpoint|meeting|call',
    'previous day',
    'on the? day before',
    'on the? previous day',
  ],
  sameDay: ['on? the? same|very day', 'on the day itself?', 'on the? day of the? meeting|checkpoint'],
  atStart: [
    'at|on|with the? start|beginning of? the? meeting|checkpoint?',
    'when it|the? meeting|checkpoint? starts|begins',
    'as it starts|begins',
  ],
};
