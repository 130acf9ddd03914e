import type { Words } from './kinds';

/** The words of English around a verb and its items. `a|b` either, `a?` maybe, `…` anything in between. */
export const englishWords: Words = {
  because: ['because of?', 'due to', 'on account of', 'owing to', 'reason|reasoning is?'],
  since: ['since|as', 'for lack of'],
  blockedBy: ['by|through|on'],
  waits: [
    'is|are|am|be? waiting on|for',
    "we|i|we're|i'm|it's waiting on|for",
    'waits|wait|waiting on|for',
    'depends|depend on',
  ],
  me: ['me|myself'],
  self: ["i|i'll|i've|i'm|mine"],
  everything: ['everything|all|whole|entire|overall|altogether|total'],
  still: ['still|yet|here|left'],
  asking: [
    "what's|is|are|was|were|has|did|does|who|whose|when|why|how|which|where|whether|can|could|may|should|shall|what",
  ],
  polite: [
    'could|can|would|will you please?',
    'please',
    "i'd|we'd like to",
    'i|we would like to',
    'would you mind',
    "let's",
    'let us',
    'you can|may',
  ],
  filler: [
    'hi|hello|hey|lotse thanks|thank?',
    'good morning|afternoon|evening',
    'thanks|thx|thank|cheers|you|ok|okay|well|so|right|great|fine|yes|yep|yeah|now|just|already|also|too|then|finally|kindly',
    "the|a|an|this|that|these|it|its|is|are|was|were|has|have|had|been|am|i|i've|i'm|we|we've|we're|our|my|and|both",
    'item|items|number|nr|task|tasks|point|responsibility|responsibilities|action',
    'today|yesterday|meanwhile|successfully|completely|fully',
    'for now',
  ],
  doubt: [
    "no|not|never|none|nobody|nothing|neither|nor|cannot|can't|don't|doesn't|didn't|isn't|aren't|wasn't|weren't|hasn't|haven't|won't|wouldn't|shouldn't|couldn't",
    'almost|nearly|half|partly|partially|hardly|barely|mostly|soon|yet|still|maybe|perhaps|probably|hopefully|allegedly|supposedly',
    'if|when|once|unless|except|but|without|until|till|or|after|before|whether|instead|while',
    'will|would|should|must|need|needs|be|being|might|can|could|shall|to|want|wants|going|try|trying|forgot|unable|fails|failed',
  ],
  glue: ['of|for|with|in|on|at|from|by|about|into|as|to|regarding|concerning|phase'],
  startFirst: ['start|begin|launch|kickoff with?', 'kick off', 'get started with?', 'create', 'set up', 'new'],
  startLast: ['start|begin'],
  onboarding: [
    'the|a|an|our|your|new? new? fasttrack|ems? onboarding|project process? for|of|with|at?',
    'the|a|an|our|your|new? new? fasttrack|ems? onboarding|project process? for|of|with|at? the|our? customer|client',
    'for|with',
    'for|with? the|our? customer|client',
  ],
  inEnglish: ['in english'],
  inGerman: ['in german'],
};
