import type { DeedWords } from '../kinds';

/** How people say in English what was done to an item: "who deferred A3", "why did Anna defer A3". */
export const englishDeeds: DeedWords = {
  acknowledged: ['acknowledged|acknowledge|accepted|accept|seen|saw|see|read', 'took|taken|take note of?'],
  assigned: [
    'assigned|assign|reassigned|reassign|delegated|delegate|took|taken|take',
    'took|taken|take over|on',
    'handed|hand|given|gave|passed over|on',
  ],
  released: [
    'released|release|returned|return|relinquished|relinquish|unassigned|unassign',
    'gave|given|give|handed|hand back|up',
  ],
  scheduled: ['scheduled|schedule|rescheduled|reschedule'],
  completed: [
    'completed|complete|finished|finish|closed|close|done|resolved|resolve',
    'checked|check|ticked|tick|crossed|cross off',
  ],
  deferred: ['deferred|defer|postponed|postpone|delayed|delay', 'put|pushed|push off|back', 'carried|carry over'],
  excluded: [
    'excluded|exclude|inapplicable',
    'not|never applicable|relevant|needed|required|necessary',
    "isn't|aren't applicable|relevant|needed|required|necessary",
    'no longer applicable|relevant|needed|required|necessary',
    'out of scope',
    'ruled|rule out',
    'n a',
  ],
  blocked: ['blocked|block|stuck', 'on hold'],
  unblocked: ['unblocked|unblock', 'no longer blocked|stuck'],
  reopened: ['reopened|reopen', 're opened|open', 'opened|open again'],
  noted: ['noted|commented|comment|remarked|annotated on?'],
  added: ['added|add|created|create|inserted|insert'],
  renamed: ['renamed|rename|retitled|retitle'],
  removed: ['removed|remove|deleted|delete'],
  undone: ['undone|undid|undo|reverted|revert', 'taken|took|take|rolled|roll back'],
};
