import type { ItemsPhrases } from '../kinds';

/** How people speak of items to be added or renamed, in English. `a|b` either, `a?` maybe, `{slot}` left open. */
export const englishItems: ItemsPhrases = {
  rename: [
    'rename|retitle {item} to|as|into|in {text}',
    'change|set title|name of {item} to|into {text}',
    'call {item} {text}',
    '{item} is now called|named {text}',
    'new title|name for|of {item} is? {text}',
  ],
  renameForm: ['rename|retitle {item}', 'change title|name of {item}', 'new title|name for|of {item}'],
  addLines: [
    'add|append|insert to|in|into|under|for {section} following|new|more? item|items|step|steps|point|points|task|tasks?',
    'add|append|insert|create|make following|these|new|more? item|items|step|steps|point|points|task|tasks? to|in|into|under|for {section}',
    'new following? item|items|step|steps|point|points|task|tasks? in|for|to|under {section}',
    '{section} add|new item|items|step|steps|point|points|task|tasks?',
  ],
  addSteps: [
    'add|append following|these|new|more|further? remediation step|steps|activities|activity|actions|action|tasks|measures',
    'new|more|further remediation step|steps|activities|activity|actions|action|tasks|measures',
  ],
  steps: ['remediation steps|activities|actions|tasks|measures'],
  addHere: [
    'add|append|insert new? item|items|step|point|task? to|in|into|under|for {section} called|named|titled {text}',
    'create|make new? item|step|point|task to|in|into|under|for {section} called|named|titled? {text}',
    'add|append|insert {text} to|in|into|under|for {section}',
    'add|append|insert to|in|into|under|for {section} {text}',
    'new in|for|to {section} {text}',
  ],
  addSomewhere: [
    'add|append|create|make following|these|new|more|another? item|items|step|steps|point|points|task|tasks',
    'add|append',
    'new item|items|step|steps|point|points|task|tasks',
    'add|append following|these|new|more|another? item|items|step|steps|point|points|task|tasks {text}',
    'add|append {text}',
    'new item|items|step|steps|point|points|task|tasks {text}',
  ],
};
