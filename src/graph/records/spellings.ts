// Tells whether an entity has a name already, with an index by text: adding thousands of names to one entity asks for each of them.
import type { Name } from '../../domain/entity.js';

/** So few names are looked through. */
const FEW = 32;

interface Kept {
  /** The names that were looked at, in their order. */
  readonly names: Name[];
  /** How many of them there are by text, then by language. */
  readonly byText: Map<string, Map<string | undefined, number>>;
}

/** By the list of names, which only ever grows or shrinks at its end. */
const kept = new WeakMap<readonly Name[], Kept>();

/** Whether a text is among the names of an entity: in a language where one is given, else in any or none. */
export function isNamed(names: readonly Name[], text: string, language: string | undefined): boolean {
  if (names.length < FEW)
    return names.some(name => name.text === text && (language === undefined || name.language === language));
  const languages = upToDate(names).byText.get(text);
  return languages !== undefined && (language === undefined || languages.has(language));
}

/** Looks only at names that came or went since it was last asked. */
function upToDate(names: readonly Name[]): Kept {
  const index: Kept = kept.get(names) ?? { names: [], byText: new Map() };
  kept.set(names, index);
  while (index.names.length > 0 && index.names.at(-1) !== names[index.names.length - 1]) takeLast(index);
  for (let place = index.names.length; place < names.length; place += 1) add(index, names[place] as Name);
  return index;
}

function add({ names, byText }: Kept, name: Name): void {
  names.push(name);
  const languages = byText.get(name.text) ?? new Map<string | undefined, number>();
  byText.set(name.text, languages.set(name.language, (languages.get(name.language) ?? 0) + 1));
}

function takeLast({ names, byText }: Kept): void {
  const { text = '', language } = names.pop() ?? {};
  const languages = byText.get(text);
  const left = (languages?.get(language) ?? 0) - 1;
  if (left > 0) languages?.set(language, left);
  else languages?.delete(language);
  if (languages?.size === 0) byText.delete(text);
}
