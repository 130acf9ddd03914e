import type { QuietPhrases } from '../kinds';

/** How people ask in English not to be reminded. `a|b` either, `a?` maybe, `{slot}` left open. */
export const englishQuiet: QuietPhrases = {
  snooze: [
    'quiet|silent|silence me? {again}?',
    'be|keep|stay quiet|silent {again}?',
    'mute|snooze me? {again}?',
    'mute|snooze|silence|pause|stop|suspend|hold all? reminders|reminder|notifications for? me? {again}?',
    'put reminders|notifications on hold {again}?',
    '{again} mute|snooze me|reminders|notifications?',
    'no more? reminders|notifications for? me? {again}?',
    '{again} no reminders|notifications',
    "don't|never remind|notify|ping|bother|disturb me anymore? {again}?",
    'do not remind|notify|ping|bother|disturb me {again}?',
    "{again} don't remind|notify|ping|bother|disturb me",
    'turn|switch off reminders|notifications for? me? {again}?',
    'turn|switch reminders|notifications off for? me? {again}?',
    'stop reminding|notifying me {again}?',
    "don't|do not? want|need any? reminders|notifications anymore? {again}?",
    'leave me alone|in? peace? {again}',
    'remind me only? again from|starting? {day}',
    'remind me only from|starting? {day} again?',
    'remind me from|starting {day} again? on',
    'quiet time {again}?',
  ],
  snoozeForm: [
    'quiet|silent|mute|snooze|silence|stop me|reminders|notifications? until|till|for|through {odd}',
    "don't|not remind me until|till|for|before {odd}",
    'no reminders until|till|for {odd}',
  ],
  wake: [
    'remind me again now?',
    'start reminding me again?',
    'unmute|unsnooze me|reminders|notifications?',
    'reminders|notifications back? on again?',
    'turn|switch reminders|notifications back? on again?',
    'turn|switch on reminders|notifications again?',
    'resume|restart|reactivate|continue reminders|notifications',
    'end|stop|cancel quiet|snooze time?',
    'no longer quiet|mute|muted|silent',
    'not quiet|mute|muted any more',
  ],
};
