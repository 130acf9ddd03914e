import type { WordsPhrases } from '../kinds';

/** How people speak of what stands in many sentences, in English. `a|b` either, `a?` maybe, `{slot}` left open. */
export const englishWords: WordsPhrases = {
  quiet: [
    'hi|hello|hey|lotse|thanks|thank|you|cheers|ok|okay|well|now|just|then|also|too|kindly|here|hereby|whole|entire',
    'for now',
    'right now',
    'from now on',
    'this time',
    "the|a|an|this|our|my|we|i|us|i'd|we'll|i'll|let's|lets|your",
  ],
  yes: ['yes|yep|yeah|sure', 'yes please'],
  anyway: ['anyway|anyways|regardless|nevertheless|nonetheless|override'],
  gone: [
    'away|out|off|absent|gone|unavailable|ooo|sick|ill|travelling|traveling',
    'out of office',
    'on annual|sick|parental|my? holiday|holidays|vacation|leave|pto',
    'on business? trip',
    'not here|available|in|there|around',
    'not in|at office|work',
  ],
  lead: ['project|customer? lead|leads|leader', 'project manager|managers', 'pm'],
  specialist: [
    'fasttrack specialist|specialists|contact|contacts|team|engineer|manager|person|member|expert?',
    'specialist|specialists',
    'fasttrack team member',
  ],
  member: ['just|only|simply|normal|ordinary|regular? a? team? member|members'],
  english: ['english|englisch'],
  german: ['german|deutsch'],
};
