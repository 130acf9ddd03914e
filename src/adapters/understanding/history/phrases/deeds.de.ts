import type { DeedWords } from '../kinds';

/** How people say in German what was done to an item: „wer hat A3 zurückgestellt“, „warum ist A3 zurückgestellt“. */
export const germanDeeds: DeedWords = {
  acknowledged: ['zur? kenntnis genommen', 'gesehen|gelesen|angenommen|akzeptiert'],
  assigned: [
    'zugewiesen|zugeordnet|zugeteilt|übertragen|übergeben|übernommen|vergeben|delegiert',
    'in die hand genommen',
  ],
  released: ['zurückgegeben|abgegeben|freigegeben|losgelassen'],
  scheduled: ['terminiert|umterminiert', 'mit einer? frist versehen', 'fällig gestellt'],
  completed: [
    'erledigt|abgeschlossen|abgehakt|fertiggestellt|beendet|geschafft|geschlossen|fertig',
    'fertig gemacht|gestellt',
  ],
  deferred: ['zurückgestellt|vertagt|aufgeschoben', 'auf|zur? wiedervorlage|wv gesetzt|gelegt|genommen?'],
  excluded: [
    'ausgeschlossen|gestrichen|entfallen|weggefallen|rausgefallen',
    'nicht zutreffend|anwendbar|relevant|notwendig|nötig|erforderlich',
    'nicht mehr relevant|notwendig|nötig|erforderlich|benötigt',
  ],
  blocked: ['blockiert|geblockt'],
  unblocked: ['entsperrt|entblockt|entblockiert', 'nicht mehr|länger blockiert|geblockt'],
  reopened: ['wieder|erneut|nochmal|nochmals geöffnet|aufgemacht|eröffnet|offen', 'wiedereröffnet|wiedergeöffnet'],
  noted: ['kommentiert|notiert|vermerkt|angemerkt'],
  added: ['hinzugefügt|angelegt|ergänzt|aufgenommen|erstellt|eingetragen'],
  renamed: ['umbenannt|umgetauft'],
  removed: ['gelöscht|entfernt'],
  undone: ['rückgängig gemacht', 'zurückgenommen'],
};
