import type { Hearing } from '../../application/understanding';
import { fold } from './normalise';
import { tokensOf } from './tokens';

type Person = Hearing['by'];

/** Who a name means; several when more than one may be meant. */
export type Named = Person | 'several';

const plain = (name: string): string =>
  name.toLowerCase().replace(/ß/g, 'ss').replace(/ı/g, 'i').normalize('NFKD').replace(/\p{M}/gu, '');

const wordsOf = (name: string): string => name.match(/[\p{L}\p{N}\p{M}]+/gu)?.join(' ') ?? '';

/** The spellings of a name: "Jürgen", "Juergen" and "Jurgen" are the same. */
const spellings = (name: string): readonly string[] => {
  const words = wordsOf(name);
  return words === '' ? [] : [fold(words), plain(words)];
};

/** "Carter, Ben (Contoso)" is also Ben Carter, and Ben. */
const namesOf = (name: string): { readonly full: readonly string[]; readonly first: readonly string[] } => {
  const [, , turned = ''] = waysToSay(name);
  const [first] = wordsOf(turned).split(' ');
  return { full: waysToSay(name).flatMap(spellings), first: spellings(first ?? '') };
};

/** As it is written, without what stands in brackets, and the first name first. */
const waysToSay = (name: string): readonly string[] => {
  const bare = name.replace(/\([^()]*\)/g, ' ').trim();
  const [last, given] = bare.split(',', 2);
  return [name, bare, given === undefined ? bare : `${given} ${last ?? ''}`];
};

type Known = ReturnType<typeof namesOf> & { readonly person: Person };
const known = new WeakMap<readonly Person[], readonly Known[]>();
const knownAmong = (people: readonly Person[]): readonly Known[] => {
  const names = known.get(people) ?? people.map((person) => ({ person, ...namesOf(person.name) }));
  known.set(people, names);
  return names;
};

/** The words somebody's name may begin with: "O'Brien, Dana" is one that begins with "obrien", or with "dana". */
export const beginningsOf = (people: readonly Person[]): ReadonlySet<string> =>
  new Set(
    people.flatMap(({ name }) =>
      waysToSay(name).flatMap((said) => {
        const [first] = tokensOf(said);
        return first ? [first.key, plain(said.slice(first.start, first.end)).replace(/['’‘`´]/g, '')] : [];
      }),
    ),
  );

/** Who is meant by a whole name, or by a first name that only one of them has. The @ before it does not matter. */
export const personNamed = (text: string, people: readonly Person[]): Named | undefined => {
  const names = knownAmong(people);
  const written = new Set(spellings(text));
  if (written.size === 0) return undefined;
  for (const kind of ['full', 'first'] as const) {
    const fitting = new Set(
      names.filter((one) => one[kind].some((name) => written.has(name))).map((one) => one.person),
    );
    const [one, another] = fitting;
    if (one) return another ? 'several' : one;
  }
  return undefined;
};
