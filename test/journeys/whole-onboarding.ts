import type { Account } from '../support/connector';
import { anna, ben, mehmet } from '../support/connector';
import { inDays, written } from '../support/days';

/** One thing somebody does, in both ways: as a press of a button, and as a sentence. */
export type Step = {
  readonly by: Account;
  readonly verb: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly says: string;
  readonly mentions?: readonly Account[];
  /** Nothing is to come of it. */
  readonly refused?: true;
};

const general = (...numbers: readonly number[]): string => numbers.map((number) => `G${number}`).join(', ');
const run = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

const oneOff = [14, 15, 18, 19, 21, 24, 25];
const conditional = [20, 22, 23];
const standing = run(1, 25).filter((number) => !oneOff.includes(number) && !conditional.includes(number));

/** Dates that lie ahead whenever the test runs. */
const [due, later, back, away] = [inDays(10), inDays(20), inDays(60), inDays(5)];

const pasted = [
  `Replace root CA – @Mehmet Yılmaz – ${written(due)}`,
  'Open ports 443 and 80 at all sites',
  '- Upgrade ConfigMgr site server',
  '2. Clean up UPN suffixes',
  'Netzsegment für Außenstellen prüfen – @Anna Schmidt',
  'Retire TLS 1.0 and 1.1',
  'Firewall-Freigaben beantragen',
  `VPN certificates – ${written(later)}`,
  'Remove stale devices',
  'Review conditional access',
  'Schließen der alten Proxy-Ausnahmen',
  'Test the restore',
] as const;

/** What the joint check is about: Remediate with twelve steps of its own. */
const remediate: readonly Step[] = [
  {
    by: ben,
    verb: 'item.add',
    data: { phase: 'remediate', lines: pasted.join('\n') },
    says: `add to Remediate:\n${pasted.join('\n')}`,
    mentions: [mehmet, anna],
  },
  // Pasted a second time, nothing is there twice.
  {
    by: ben,
    verb: 'item.add',
    data: { phase: 'remediate', lines: pasted.join('\n') },
    says: `zur Korrekturphase hinzufügen:\n${pasted.join('\n')}`,
    mentions: [mehmet, anna],
    refused: true,
  },
  {
    by: mehmet,
    verb: 'item.add',
    data: { phase: 'remediate', lines: 'Something else' },
    says: 'add to Remediate: Something else',
    refused: true,
  },
  { by: anna, verb: 'item.rename', data: { itemId: 'R6', title: 'Clean up UPNs' }, says: 'rename R6 to Clean up UPNs' },
  { by: anna, verb: 'item.remove', data: { itemId: 'R14' }, says: 'R14 löschen' },
  { by: anna, verb: 'undo', says: 'undo' },
  { by: mehmet, verb: 'item.complete', data: { itemId: 'R1' }, says: 'R1 is done', refused: true },
  { by: mehmet, verb: 'phase.confirm', says: 'confirm the results', refused: true },
  {
    by: ben,
    verb: 'phase.confirm',
    data: { phase: 'remediate' },
    says: 'confirm the results of Remediate',
    refused: true,
  },
  {
    by: mehmet,
    verb: 'item.complete',
    data: { itemId: 'R3', note: 'new root in place' },
    says: 'R3 erledigt: new root in place',
  },
  {
    by: anna,
    verb: 'item.complete',
    data: { itemIds: 'R4,R5,R6,R7,R8,R9,R11,R12,R13,R14' },
    says: 'R4, R5, R6, R7, R8, R9, R11, R12, R13 and R14 are done',
  },
  {
    by: anna,
    verb: 'item.defer',
    data: { itemId: 'R10', until: back, reason: 'delivery' },
    says: `defer R10 until ${written(back)} because delivery`,
  },
  {
    by: anna,
    verb: 'item.assign',
    data: { itemId: 'R10', assignee: mehmet.aadObjectId },
    says: 'R10 an @Mehmet Yılmaz zuweisen',
    mentions: [mehmet],
  },
  { by: ben, verb: 'item.complete', data: { itemId: 'R1' }, says: 'R1 ist erledigt' },
  { by: ben, verb: 'phase.confirm', data: { phase: 'remediate' }, says: 'Ergebnis bestätigen' },
  // What was confirmed is open again, so nobody has confirmed it any more.
  {
    by: mehmet,
    verb: 'item.reopen',
    data: { itemId: 'R4', reason: 'port 80 is closed' },
    says: 'reopen R4 because port 80 is closed',
  },
  { by: anna, verb: 'phase.confirm', data: { phase: 'remediate' }, says: 'Ergebnis bestätigen', refused: true },
  { by: mehmet, verb: 'item.complete', data: { itemId: 'R4' }, says: 'R4 done' },
  { by: ben, verb: 'phase.confirm', data: { phase: 'remediate' }, says: 'we sign off Remediate' },
  { by: ben, verb: 'phase.withdraw', data: { phase: 'remediate' }, says: 'Bestätigung zurückziehen' },
  {
    by: anna,
    verb: 'phase.confirm',
    data: { phase: 'remediate', for: 'specialist', name: 'Ben Carter', on: inDays(0) },
    says: 'Ben Carter hat heute für FastTrack bestätigt',
  },
  { by: anna, verb: 'phase.confirm', data: { phase: 'remediate' }, says: 'confirm results' },
];

/** A whole onboarding: 43 responsibilities and twelve pasted ones, three people with three roles, both languages. */
export const wholeOnboarding: readonly Step[] = [
  { by: anna, verb: 'engagement.start', data: { customer: 'Contoso' }, says: 'start Contoso' },
  {
    by: anna,
    verb: 'role.set',
    data: { assignee: ben.aadObjectId, role: 'specialist' },
    says: '@Ben Carter ist FastTrack',
    mentions: [ben],
  },
  {
    by: mehmet,
    verb: 'role.set',
    data: { assignee: mehmet.aadObjectId, role: 'lead' },
    says: 'make me lead',
    refused: true,
  },

  // General: handed over to operations at the end, so owned and accepted by somebody.
  {
    by: anna,
    verb: 'item.assign',
    data: { itemIds: general(...standing), assignee: mehmet.aadObjectId },
    says: `assign ${general(...standing)} to @Mehmet Yılmaz`,
    mentions: [mehmet],
  },
  { by: mehmet, verb: 'phase.acknowledge', data: { phase: 'general' }, says: 'Allgemein zur Kenntnis genommen' },
  { by: anna, verb: 'item.complete', data: { itemIds: general(...oneOff) }, says: `${general(...oneOff)} erledigt` },
  {
    by: ben,
    verb: 'item.exclude',
    data: { itemIds: general(...conditional), reason: 'not in scope' },
    says: `${general(...conditional)} not applicable because not in scope`,
  },

  // Initiate: left once a lead agrees to what a member deferred.
  { by: mehmet, verb: 'item.take', data: { itemId: 'I1', dueOn: due }, says: `I'll take I1 by ${written(due)}` },
  { by: mehmet, verb: 'item.schedule', data: { itemId: 'I1', dueOn: later }, says: `I1 due ${written(later)}` },
  { by: mehmet, verb: 'item.complete', data: { itemId: 'I1' }, says: 'I1 ist erledigt' },
  {
    by: mehmet,
    verb: 'item.defer',
    data: { itemId: 'I2', until: back, reason: 'Kick-off verschoben' },
    says: `I2 bis ${written(back, 'de')} zurückstellen, weil Kick-off verschoben`,
  },
  { by: mehmet, verb: 'phase.advance', data: { phase: 'initiate' }, says: 'move on', refused: true },
  { by: anna, verb: 'phase.advance', data: { phase: 'initiate' }, says: 'weiter zur nächsten Phase' },

  // Assess: blocked, noted, taken back; left with something open, stepped back into, left by itself.
  { by: mehmet, verb: 'item.complete', data: { itemId: 'A1' }, says: 'A1 done' },
  { by: mehmet, verb: 'item.reopen', data: { itemId: 'A1' }, says: 'A1 wieder öffnen' },
  { by: mehmet, verb: 'undo', says: 'rückgängig' },
  {
    by: ben,
    verb: 'item.exclude',
    data: { itemId: 'A2', reason: 'no tools run' },
    says: 'A2 not applicable because no tools run',
  },
  {
    by: ben,
    verb: 'item.assign',
    data: { itemId: 'A3', assignee: mehmet.aadObjectId, dueOn: due },
    says: `assign A3 to @Mehmet Yılmaz by ${written(due)}`,
    mentions: [mehmet],
  },
  { by: mehmet, verb: 'item.acknowledge', data: { itemId: 'A3' }, says: 'A3 zur Kenntnis genommen' },
  {
    by: mehmet,
    verb: 'item.block',
    data: { itemId: 'A3', reason: 'the network team' },
    says: 'A3 blocked: waiting for the network team',
  },
  {
    by: anna,
    verb: 'item.note',
    data: { itemId: 'A3', note: 'Netzwerkteil fehlt' },
    says: 'Notiz zu A3: Netzwerkteil fehlt',
  },
  { by: mehmet, verb: 'item.unblock', data: { itemId: 'A3' }, says: 'Blockade von A3 aufheben' },
  { by: mehmet, verb: 'item.schedule', data: { itemId: 'A3' }, says: 'remove the due date of A3' },
  { by: mehmet, verb: 'item.release', data: { itemId: 'A3' }, says: 'A3 abgeben' },
  { by: anna, verb: 'item.complete', data: { itemIds: 'A3,A4,A5' }, says: 'A3 bis A5 erledigt' },
  {
    by: anna,
    verb: 'phase.advance',
    data: { phase: 'assess', reason: 'the plan follows' },
    says: 'move on anyway because the plan follows',
  },
  { by: anna, verb: 'phase.return', data: { phase: 'assess' }, says: 'zurück zur Analysephase' },
  { by: mehmet, verb: 'item.complete', data: { itemId: 'A6' }, says: 'A6 is done' },

  ...remediate,

  // Enable: its services are a list, too.
  {
    by: ben,
    verb: 'item.add',
    data: { phase: 'enable', lines: 'Intune\nConditional access' },
    says: 'add to Enable:\nIntune\nConditional access',
  },
  { by: anna, verb: 'item.complete', data: { itemId: 'E8' }, says: 'E8 done', refused: true },
  {
    by: anna,
    verb: 'item.complete',
    data: { itemIds: 'E1,E2,E3,E4,E5,E6,E9,E10' },
    says: 'E1-E6, E9 und E10 erledigt',
  },
  { by: anna, verb: 'item.complete', data: { itemId: 'E8' }, says: 'E8 done' },

  {
    by: anna,
    verb: 'phase.advance',
    data: { phase: 'enable', reason: 'provisioning follows' },
    says: 'trotzdem weiter, weil provisioning follows',
  },
  { by: mehmet, verb: 'item.complete', data: { itemId: 'E7' }, says: 'E7 ist erledigt' },

  // After the last phase: a long holiday, a new name, other hands.
  { by: anna, verb: 'engagement.finish', says: 'yes, finish the onboarding', refused: true },
  { by: anna, verb: 'item.reopen', data: { itemId: 'I2' }, says: 'I2 wieder öffnen' },
  { by: anna, verb: 'item.complete', data: { itemId: 'I2' }, says: 'I2 ist erledigt' },
  { by: mehmet, verb: 'person.away', data: { until: away }, says: `ich bin bis ${written(away, 'de')} abwesend` },
  { by: mehmet, verb: 'person.away', data: { until: '' }, says: "I'm back" },
  { by: anna, verb: 'engagement.pause', data: { until: later }, says: `pause the onboarding until ${written(later)}` },
  {
    by: mehmet,
    verb: 'item.note',
    data: { itemId: 'E1', note: 'too late' },
    says: 'note on E1: too late',
    refused: true,
  },
  { by: anna, verb: 'engagement.resume', says: 'Onboarding fortsetzen' },
  {
    by: anna,
    verb: 'engagement.configure',
    data: { customer: 'Contoso AG' },
    says: 'rename the onboarding to Contoso AG',
  },
  { by: anna, verb: 'engagement.configure', data: { timeZone: 'Europe/Vienna' }, says: 'Zeitzone Europe/Vienna' },
  {
    by: anna,
    verb: 'person.handOver',
    data: { person: mehmet.aadObjectId, assignee: ben.aadObjectId },
    says: 'ja, @Ben Carter übernimmt alles von @Mehmet Yılmaz',
    mentions: [ben, mehmet],
  },
  { by: anna, verb: 'engagement.finish', says: 'yes, finish the onboarding', refused: true },
  { by: ben, verb: 'phase.acknowledge', data: { phase: 'general' }, says: 'acknowledge General' },
  { by: mehmet, verb: 'engagement.finish', says: 'ja, Onboarding abschließen', refused: true },
  { by: anna, verb: 'engagement.finish', says: 'yes, finish the onboarding' },
  { by: anna, verb: 'item.reopen', data: { itemId: 'E1' }, says: 'reopen E1', refused: true },
];
