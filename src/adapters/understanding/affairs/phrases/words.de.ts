import type { WordsPhrases } from '../kinds';

/** How people speak of what stands in many sentences, in German. `a|b` either, `a?` maybe, `{slot}` left open. */
export const germanWords: WordsPhrases = {
  quiet: [
    'hallo|moin|hi|hey|servus|lotse|danke|vielen|dank|ok|okay|also|jetzt|nun|mal|eben|dann|auch|hiermit|damit|somit|gerne|gern|bitte|hier|ganze|ganzen|gesamte|gesamten|wieder',
    'ab sofort|jetzt|heute',
    'fürs erste',
    'erst einmal|mal',
    'diesmal|vorerst|frau|herr|herrn',
    'der|die|das|den|dem|des|ein|eine|einen|dies|diese|dieser|unser|unsere|unseren|unserer|unserem|mein|meine|meinen|meiner|ihr|wir|ich|uns',
  ],
  yes: ['ja|jawohl|jep|jup', 'ja bitte'],
  anyway: ['trotzdem|dennoch|trotz allem?'],
  gone: [
    'abwesend|weg|unterwegs|verhindert|krank|verreist|verreise',
    'im|in|auf urlaub|elternzeit|dienstreise|reisen',
    'nicht da|hier|erreichbar|verfügbar|anwesend',
    'nicht im|in haus|büro|dienst',
    'außer haus',
  ],
  lead: ['projektleitung|projektleiter|projektleiterin|projektleiters|leitung|projektverantwortung'],
  specialist: [
    'fasttrack ansprechpartner|ansprechpartnerin|kontakt|team|teammitglied|spezialist|spezialistin|experte|expertin',
    'spezialist|spezialistin',
  ],
  member: ['nur|einfaches|normales|lediglich? noch? teammitglied|mitglied', 'mitglied im|vom team'],
  english: ['englisch'],
  german: ['deutsch'],
};
