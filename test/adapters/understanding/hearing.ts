import { createUnderstanding } from '../../../src/adapters/understanding/index';
import type {
  About,
  Filled,
  HistoryQuestion,
  ItemForm,
  ItemQuestion,
  OtherForm,
  Request,
  Wish,
} from '../../../src/application/request';
import type { Findable, Hearing } from '../../../src/application/understanding';
import type { Language, Phase, Section } from '../../../src/engagement/index';

const item = (
  code: string,
  section: Section,
  titles: readonly string[],
  words: readonly string[],
  details: readonly string[] = [],
): Findable => ({ item: code, section, titles, words, details });

export const items: readonly Findable[] = [
  item(
    'G2',
    'general',
    ['Project management', 'Projektmanagement'],
    ['programme management', 'Projektleitung'],
    ['Provide overall program and project management of your resources.'],
  ),
  item(
    'G7',
    'general',
    ['Hardware and networking', 'Hardware und Netzwerk'],
    ['hardware', 'network equipment', 'Netzwerkgeräte'],
  ),
  item(
    'G11',
    'general',
    ['Network operation', 'Netzwerkbetrieb'],
    ['network monitoring', 'bandwidth', 'Bandbreite', 'Netzwerküberwachung'],
  ),
  item(
    'I1',
    'initiate',
    ['Begin onboarding with FastTrack', 'Onboarding mit FastTrack beginnen'],
    ['eligible services', 'berechtigte Dienste'],
  ),
  item('I2', 'initiate', ['Kick-off meeting', 'Kick-off-Termin'], ['kickoff', 'timelines', 'Auftakttermin']),
  item(
    'A1',
    'assess',
    ['Name stakeholders', 'Beteiligte benennen'],
    ['stakeholder', 'project manager', 'Ansprechpartner'],
  ),
  item(
    'A2',
    'assess',
    ['Screen sharing in Assess', 'Bildschirm teilen in der Analyse'],
    ['screen sharing', 'evaluation tools', 'Bildschirmfreigabe'],
  ),
  item(
    'A3',
    'assess',
    ['Remediation checklist meetings', 'Termine zur Maßnahmenliste'],
    ['remediation checklist', 'checklist', 'Maßnahmenliste', 'Checkliste'],
    [
      'Join the meetings that produce the checklist, including directory synchronization preparation and federated identity.',
      'An den Terminen teilnehmen, auch zur Vorbereitung der Verzeichnissynchronisierung.',
    ],
  ),
  item(
    'A4',
    'assess',
    ['User provisioning meetings', 'Termine zur Benutzerbereitstellung'],
    ['provisioning approach', 'user provisioning', 'Benutzerbereitstellung'],
  ),
  item(
    'A5',
    'assess',
    ['Service configuration meetings', 'Termine zur Dienstkonfiguration'],
    ['online services', 'Onlinedienste'],
  ),
  item('A6', 'assess', ['Support plan', 'Supportplan'], ['support concept', 'Supportkonzept', 'migration readiness']),
  item(
    'R1',
    'remediate',
    ['Carry out the remediation steps', 'Maßnahmen umsetzen'],
    ['remediation steps', 'Maßnahmen'],
  ),
  item('R2', 'remediate', ['Checkpoint meetings', 'Checkpoint-Termine'], ['Jour fixe', 'status meetings']),
  item(
    'E1',
    'enable',
    ['Screen sharing in Enable', 'Bildschirm teilen in der Aktivierung'],
    ['screen sharing', 'evaluation tools', 'Bildschirmfreigabe'],
  ),
  item('E2', 'enable', ['Network settings', 'Netzwerkeinstellungen'], ['network configuration', 'DNS', 'proxy']),
  item(
    'E3',
    'enable',
    ['Directory readiness and sync', 'Verzeichnis vorbereiten und synchronisieren'],
    ['directory sync', 'directory synchronization', 'Verzeichnissynchronisierung', 'Entra Connect'],
    ['Perform directory readiness and configure directory synchronization.'],
  ),
  item('E4', 'enable', ['Authentication', 'Authentifizierung'], ['sign-in', 'Anmeldung', 'federation', 'AD FS']),
  item('E7', 'enable', ['User provisioning', 'Benutzerbereitstellung'], ['provisioning', 'Bereitstellung']),
  item('E8', 'enable', ['Enable the services', 'Dienste aktivieren'], ['enable services', 'rollout']),
];

/** The same, and a remediation step somebody added. */
export const withStep: Partial<Hearing> = {
  items: [...items, item('R3', 'remediate', ['Replace root CA'], [])],
};

export const anna = { id: 'anna-id', name: 'Anna Schmidt' };
export const ben = { id: 'ben-id', name: 'Ben Carter' };
export const mehmet = { id: 'mehmet-id', name: 'Mehmet Yılmaz' };

/** Anna speaks, on Monday 30 November 2026. Ben and Mehmet are mentioned wherever the sentence names them in full. */
export const heard = (text: string, language: Language = 'en', changed: Partial<Hearing> = {}): Hearing => ({
  items,
  today: '2026-11-30',
  language,
  by: anna,
  mentioned: [anna, ben, mehmet].filter((person) => text.toLowerCase().includes(person.name.toLowerCase())),
  ...changed,
});

export const understanding = createUnderstanding();

export const understood = (text: string, language: Language = 'en', changed: Partial<Hearing> = {}) =>
  understanding.understand(text, heard(text, language, changed));

/** What a sentence means when it is read in a language. */
export const meaning = (language: Language, text: string, changed: Partial<Hearing> = {}): Request =>
  understood(text, language, changed).request;

export const act = (...wishes: readonly Wish[]): Request => ({ type: 'act', wishes });
export const done = (...codes: readonly string[]): Request =>
  act(...codes.map((code): Wish => ({ type: 'CompleteItem', item: code })));
export const doneWith = (code: string, note: string): Request => act({ type: 'CompleteItem', item: code, note });
export const noted = (code: string, note: string): Request => act({ type: 'NoteItem', item: code, note });
export const given = (code: string, assignee: string, dueOn?: string): Request =>
  act({ type: 'AssignItem', item: code, assignee, ...(dueOn && { dueOn }) });
export const show = (
  what: 'overview' | 'mine' | 'help' | 'left' | 'text' | 'next' | 'gate' | 'confirmations' | 'checkpoints',
): Request => ({ type: 'show', what });
/** Who confirmed the results of a phase. */
export const confirmationsOf = (phase: Phase): Request => ({ type: 'show', what: 'confirmations', phase });
/** Items that stand so. */
export const showWhich = (question: ItemQuestion): Request => ({ type: 'show', what: 'items', question });
export const history = (question: HistoryQuestion = {}): Request => ({ type: 'show', what: 'history', question });
export const showItem = (code: string): Request => ({ type: 'show', what: 'item', item: code });
/** The same, answered in a sentence: whose it is, or when it is due. */
export const askedOf = (code: string, about: 'owner' | 'due'): Request => ({
  type: 'show',
  what: 'item',
  item: code,
  asked: about,
});
export const section = (named: Section, which: 'open' | 'all' = 'all'): Request => ({
  type: 'show',
  what: 'section',
  section: named,
  which,
});
/** The form of a verb about one item, filled with what is known. */
export const form = (named: ItemForm, code: string, filled: Filled = {}): Request => ({
  type: 'show',
  what: 'form',
  form: named,
  about: { item: code },
  filled,
});
/** The same about several. */
export const formOf = (named: ItemForm, codes: readonly string[], filled: Filled = {}): Request => ({
  type: 'show',
  what: 'form',
  form: named,
  about: { items: codes },
  filled,
});
/** The form of a verb about a phase, people or the onboarding. */
export const otherForm = (named: OtherForm, filled: Filled = {}, about: About = {}): Request => ({
  type: 'show',
  what: 'form',
  form: named,
  about,
  filled,
});
export const unclear = (codes: readonly string[] = [], read: { day?: string; unknownCode?: string } = {}): Request => ({
  type: 'unclear',
  items: codes,
  ...read,
});
export const choice = (codes: readonly string[], requestOf: (code: string) => Request): Request => ({
  type: 'choose',
  options: codes.map((code) => ({ item: code, request: requestOf(code) })),
});
