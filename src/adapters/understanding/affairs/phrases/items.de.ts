import type { ItemsPhrases } from '../kinds';

/** How people speak of items to be added or renamed, in German. `a|b` either, `a?` maybe, `{slot}` left open. */
export const germanItems: ItemsPhrases = {
  rename: [
    '{item} umbenennen in|zu|auf {text}',
    '{item} in|zu {text} umbenennen|umtaufen',
    'benenne|benenn|nenne|taufe {item} in|zu? {text} um',
    'benenne|benenn|nenne|taufe {item} um in|zu {text}',
    'nenne {item} {text}',
    '{item} heißt|heisst jetzt|nun|künftig|ab? jetzt? {text}',
    'titel|name von|für {item} in|auf|zu {text} ändern',
    'titel|name von|für {item} ändern in|auf|zu {text}',
    'ändere titel|namen von|für {item} in|auf|zu {text}',
    'neuer titel|name für|von {item} ist|lautet? {text}',
  ],
  renameForm: [
    '{item} umbenennen',
    'benenne|benenn {item} um',
    'titel von|für {item} ändern',
    'neuer titel für|von {item}',
  ],
  addLines: [
    'zu|zum|zur|in|bei|für|unter {section} folgendes|folgende|neue? punkt|punkte|schritt|schritte|maßnahme|maßnahmen|aufgaben? hinzufügen|ergänzen|aufnehmen|anlegen|eintragen',
    'füge|füg|nimm|trage|trag|ergänze|ergänzen sie? folgendes|folgende|neue? punkte|schritte|maßnahmen|aufgaben? zu|zum|zur|in|bei|für|unter? {section} folgendes|folgende|neue? punkte|schritte|maßnahmen|aufgaben? hinzu|auf|ein?',
    'folgendes|folgende|neue? punkt|punkte|schritt|schritte|maßnahmen|aufgaben? zu|zum|zur|in|bei|für|unter {section} hinzufügen|ergänzen|aufnehmen|anlegen|eintragen',
    '{section} ergänzen|erweitern|neu|hinzufügen um?',
    'neu in|für|bei|zu|zur|zum|unter {section}',
    'neue|neuer|neues|weitere punkt|punkte|schritt|schritte|maßnahme|maßnahmen|aufgabe|aufgaben in|für|zu|zur|zum|bei {section}',
  ],
  addSteps: [
    'folgende|neue|weitere maßnahme|maßnahmen|korrekturmaßnahmen hinzufügen|ergänzen|aufnehmen|anlegen?',
    'maßnahme|maßnahmen|korrekturmaßnahmen hinzufügen|ergänzen|aufnehmen|anlegen',
    'füge|füg|ergänze sie? folgende|neue|weitere? maßnahme|maßnahmen|korrekturmaßnahmen hinzu?',
  ],
  steps: ['maßnahmen|korrekturmaßnahmen'],
  addHere: [
    'zu|zum|zur|in {section} {text} hinzufügen|ergänzen|aufnehmen',
    'füge|füg zu|zum|zur|in {section} {text} hinzu',
    'füge|füg sie? {text} zu|zum|zur|in {section} hinzu',
    'nimm|nehmen sie? {text} in|zu|zur {section} auf',
    'trage|trag sie? {text} in|bei {section} ein',
    'ergänze|ergänzen sie? {text} in|bei|zu|zur {section}',
    '{text} zu|zum|zur|in|bei {section} hinzufügen|aufnehmen|ergänzen|eintragen',
    'neu in|für|bei|zu {section} {text}',
  ],
  addSomewhere: [
    'hinzufügen|ergänzen',
    'füge|füg hinzu',
    'neuer|neue|neues punkt|punkte|schritt|schritte|aufgabe|aufgaben hinzufügen|anlegen?',
    'punkt|punkte|aufgabe|aufgaben hinzufügen|ergänzen|anlegen',
    'neuer|neue|neues punkt|punkte|schritt|schritte|aufgabe|aufgaben {text}',
    'füge|füg {text} hinzu',
    '{text} hinzufügen',
  ],
};
