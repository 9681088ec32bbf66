// Makes an enumeration of the API from words of the domain and their descriptions.
import { registerEnumType } from 'type-graphql';

type Words<Word extends string> = { readonly [W in Word]: W };

/** Registers an enumeration and returns what a field names as its type; each word with its description. */
export function enumeration<Word extends string>(
  name: string,
  description: string,
  words: Readonly<Record<Word, string>>,
): Words<Word> {
  const entries = Object.entries<string>(words);
  const values = Object.fromEntries(entries.map(([word]) => [word, word])) as Words<Word>;
  const valuesConfig = Object.fromEntries(entries.map(([word, text]) => [word, { description: text }]));
  registerEnumType(values, { name, description, valuesConfig: valuesConfig as object });
  return values;
}
