import type { Language } from '../../engagement/index';
import { fold } from './normalise';
import type { Token } from './tokens';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/).map(fold));

/** Words that tell the language of a sentence: none of them is common in the other one. */
export const telling: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: set(`
    the is are were has have been what what's which who when where how why do does did done doing not don't doesn't
    isn't i i'll i've you we my me mine our it this that for to of with and or from until till by on because waiting
    waits please could can would will should must take assign complete completed finished finish show left open
    outstanding remaining missing needed applies apply applicable blocked unblock reopen again defer postpone
    acknowledge accept seen everything all next tomorrow today week month friday monday tuesday wednesday thursday
    saturday sunday help hello thanks thank good morning stand release give back due date deadline remove delete rename
    called add new note move shift away office holiday vacation confirm confirmed approve results withdraw undo
    anyway step leave begin make becomes over items resume cancel discard settings language customer history
    happened changed changes since yesterday deferred added remind reminders every quiet mute`),
  de: set(`
    der die das den dem des ist sind war wurde wurden hat haben habe was welche wer wann wo wie warum nicht kein keine
    ich du wir sie ihr mein meine meinen mir mich uns unser es dies für von vom mit und oder bis zum zur auf weil wegen
    wartet warten bitte kannst können könnten könnte wird werden soll muss übernehme übernehmen übernimmt zuweisen weise
    erledigt fertig abgeschlossen abhaken zeig zeige noch offen offene offenen fehlt bleibt ausstehend aus steht
    entfällt zutreffend trifft zu blockiert blockade aufheben wieder öffnen aufmachen zurückstellen verschiebe
    verschieben wiedervorlage kenntnis genommen gesehen angenommen alles alle tun nächste nächsten übernächsten morgen
    heute woche freitag montag dienstag mittwoch donnerstag samstag sonntag hilfe hallo danke guten gut starte starten
    punkte aufgaben mach mache mal übersicht phase der einen eine ein zurückgeben abgeben freigeben fällig fälligkeit
    frist ohne verlege verlegen umbenennen benenne heißt löschen lösche entfernen entferne streiche hinzufügen füge hinzu
    ergänzen neue neu notiz vermerken bestätigen bestätige bestätigt bestätigung ergebnis ergebnisse zurückziehen zurück
    weiter trotzdem verlassen abschließen abwesend urlaub weg pausieren fortsetzen weitermachen abbrechen verwerfen
    rückgängig einstellungen sprache zeitzone kunde projektleitung teammitglied übergib verlauf
    passiert geändert änderungen neues seit gestern gemacht zurückgestellt hinzugefügt erinnere erinnern erinnerungen
    jeden stumm`),
};

/** Each language's way out of the other one: the welcome says so, and one word is enough. */
const wayOut: Readonly<Record<string, Language>> = { help: 'en', hilfe: 'de' };

/**
 * The language a sentence tells by its words. Undefined when fewer than two of them tell, or as many for the one as for
 * the other.
 */
export const languageOf = (tokens: readonly Token[]): Language | undefined => {
  const words = tokens.filter((token) => token.code === undefined && token.person === undefined);
  const [only, ...others] = words;
  if (only && others.length === 0 && Object.hasOwn(wayOut, only.key)) return wayOut[only.key];
  const [en, de] = [told(words, 'en'), told(words, 'de')];
  if (Math.max(en, de) < 2 || en === de) return undefined;
  return en > de ? 'en' : 'de';
};

const told = (tokens: readonly Token[], language: Language): number =>
  tokens.filter((token) => telling[language].has(token.key)).length;
