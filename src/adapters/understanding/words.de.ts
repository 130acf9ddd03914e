import type { Words } from './kinds';

/** The words of German around a verb and its items. `a|b` either, `a?` maybe, `…` anything in between. */
export const germanWords: Words = {
  because: ['weil', 'denn', 'wegen', 'aufgrund von?', 'auf grund von?', 'grund|begründung ist?'],
  since: ['da', 'mangels'],
  blockedBy: ['durch|von'],
  waits: ['wartet|warten|warte … auf', 'hängt|hängen noch? an|von', 'wir|ich warten|warte noch? auf'],
  me: ['mir|mich'],
  self: ['ich|meine|meiner|meins|übernehme|nehme|mache|kümmere'],
  everything: ['alles|alle|ganze|ganzen|komplett|komplette|gesamte|gesamten|sämtliche|insgesamt|gesamt'],
  still: ['noch|hier|derzeit|aktuell|alles'],
  asking: [
    'ist|sind|war|waren|wurde|wurden|wer|wem|wessen|wann|warum|wieso|weshalb|wie|welche|welcher|welches|wo|ob|kann|darf|soll|sollte|muss|müssen|was',
  ],
  polite: [
    'kannst|könntest|würdest|magst du|mir? mir|uns? bitte|mal?',
    'können|könnten|würden sie|ihr mir|uns? bitte|mal?',
    'könnt|könntet|würdet ihr bitte|mal?',
    'bitte',
    'ich möchte|würde gern|gerne?',
    'ich hätte gern|gerne',
    'lass uns',
  ],
  filler: [
    'hallo|moin|hi|hey|servus|lotse|zusammen|team',
    'guten morgen|tag|abend',
    'danke|vielen|dank|ok|okay|so|gut|super|prima|also|ja|jetzt|nun|mal|eben|gerade|bereits|schon|auch|dann|endlich|gerne|gern|doch|hiermit|damit|somit',
    'der|die|das|den|dem|des|ein|eine|einen|dies|dieser|diese|es|ist|sind|war|waren|wurde|wurden|worden|hat|haben|habe|hab|bin|ich|wir|unser|unsere|mein|meine|und|sowie|beide|hätte|sich|uns',
    'punkt|punkte|zuständigkeit|zuständigkeiten|nummer|nr|aufgabe|aufgaben|thema',
    'heute|gestern|inzwischen|mittlerweile|erfolgreich|vollständig|komplett|selbst|selber',
    'erst|einmal|vorerst',
  ],
  doubt: [
    'nein|nicht|nie|niemals|niemand|nichts|kein|keine|keinen|keiner|keines|weder',
    'fast|beinahe|halb|teilweise|kaum|größtenteils|bald|demnächst|noch|vielleicht|wohl|wahrscheinlich|vermutlich|hoffentlich|angeblich|eventuell',
    'wenn|falls|sobald|sofern|außer|aber|ohne|bis|oder|nachdem|bevor|ob|sondern|statt|anstatt|während',
    'wird|werden|werde|würde|sollte|soll|sollen|muss|müssen|müsste|kann|können|könnte|möchte|will|wollen|sein|zu|versuche|vergessen|darf',
  ],
  glue: ['um|unter|von|vom|für|mit|in|im|an|am|auf|bei|beim|zum|zur|über|bezüglich|wegen|ins|ans|phase|zu'],
  startFirst: ['starte|starten|start|beginne|beginn|eröffne mit?', 'neues'],
  startLast: ['starten|beginnen|anlegen|aufsetzen|eröffnen'],
  onboarding: [
    'das|ein|unser|neues|dein|ihr? neues? fasttrack|ems? onboarding|projekt für|von|bei|mit?',
    'das|ein|unser|neues|dein|ihr? neues? fasttrack|ems? onboarding|projekt für|von|bei|mit? den|unseren|die? kunden|kunde|firma',
    'für|mit',
    'für|mit? den|unseren|die? kunden|kunde|firma',
  ],
  inEnglish: ['auf englisch'],
  inGerman: ['auf deutsch'],
};
