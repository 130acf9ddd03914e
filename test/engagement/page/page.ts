import { movesByAsker, movesByState } from './items';
import { life, lifeByStatus, lists, meeting, people, phases, takingBack } from './rest';
import { legend, markdownOf } from './table';

/** docs/who-may-what.md, as the rules are now. */
export const whoMayWhat = (): string => {
  const body = [
    `# Who may what

What Lotse lets people do, and what it answers where it does not. A test asks the rules themselves and writes this page, so
it says what really happens; \`WRITE_DOCS=1 npx jest test/engagement/page\` writes it anew.

Everybody in the team has one role in an onboarding: a **lead** of the customer, a **FastTrack** specialist, or **member**,
which is everybody else. Reading is for all of them, always.

## Items

What can be done to an item depends on its state. For a lead or FastTrack:`,
    markdownOf(movesByState()),
    `It depends on whose the item is, too. Where its state allows it:`,
    markdownOf(movesByAsker()),
    `Only items that people added can be renamed or removed; the others are worded by the catalogue. A deferred item comes back
by itself on its day.`,
    markdownOf(lists()),
    `## Phases

A phase is left by itself when everything in it is settled and agreed. Remediate ends with the joint check: a lead confirms
for the customer and a specialist for FastTrack.`,
    markdownOf(phases()),
    `## The onboarding`,
    markdownOf(life()),
    `While it is paused, and after it has ended, this is what a lead can still do:`,
    markdownOf(lifeByStatus()),
    `## People`,
    markdownOf(people()),
    `## The checkpoint and reminders

Everybody can have no reminders for a while; nobody can ask for that for somebody else, but while somebody is away they get
none either. Only Lotse reminds of anything, and only when it is time.`,
    markdownOf(meeting()),
    `## Taking back

Taking something back puts the items back to what they were; a checkpoint that was left out takes place after all, unless it
would have begun. It never moves a phase back.`,
    markdownOf(takingBack()),
  ].join('\n\n');
  const codes = `## The answers

In the record and in the program every answer but *yes* has a code.`;
  return `${[body, codes, markdownOf(legend())].join('\n\n')}\n`;
};
