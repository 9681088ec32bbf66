// A snak: the smallest thing Wikibase says, that a property has a value, some value, or none. Read once, used in statements,
// qualifiers and references alike.
import type { WikibasePart } from './part.js';
import { readTime, type WikibaseTime } from './wikibase-time.js';

export type SnakValue =
  /** An item, a property, a lexeme: `Q42`. */
  | { readonly type: 'ENTITY'; readonly id: string }
  | { readonly type: 'TEXT'; readonly text: string; readonly language?: string }
  | { readonly type: 'TIME'; readonly time: WikibaseTime }
  | {
      readonly type: 'QUANTITY';
      readonly amount: string;
      /** Absent where it is a bare number. */
      readonly unit?: string;
      readonly lower?: string;
      readonly upper?: string;
    }
  /** `globe` is absent for the Earth. */
  | { readonly type: 'PLACE'; readonly text: string; readonly globe?: string; readonly precision?: string };

export interface Snak {
  readonly property: string;
  /** Of the property, such as `external-id`; absent in old files. */
  readonly datatype?: string;
  /** Null with SOME_VALUE and NO_VALUE. */
  readonly value: SnakValue | null;
  readonly unknown?: 'SOME_VALUE' | 'NO_VALUE';
}

const ENTITY_ID = /^[QPLEM][1-9]\d{0,14}(-[FS][1-9]\d{0,5})?$/;
const PROPERTY_ID = /^P[1-9]\d{0,14}$/;
const EARTH = 'Q2';

export const isEntityId = (text: unknown): text is string => typeof text === 'string' && ENTITY_ID.test(text);

/** @throws Misfit where it is none. */
export function readSnak(snak: WikibasePart): Snak {
  const property = snak.at('property').text();
  if (!PROPERTY_ID.test(property)) snak.at('property').refuse('the id of a property such as P31');
  const datatype = snak.at('datatype').optionalText();
  const type = snak.at('snaktype').oneOf(['value', 'somevalue', 'novalue']);
  return {
    property,
    ...(datatype === undefined ? {} : { datatype }),
    ...(type === 'value'
      ? { value: readValue(snak.at('datavalue')) }
      : { value: null, unknown: type === 'somevalue' ? ('SOME_VALUE' as const) : ('NO_VALUE' as const) }),
  };
}

/** All snaks of a map from properties to lists, as qualifiers and references have them. */
export const readSnaks = (snaks: WikibasePart): Snak[] =>
  snaks.members().flatMap(([, list]) => list.items().map(readSnak));

function readValue(data: WikibasePart): SnakValue {
  const value = data.at('value');
  switch (data.at('type').text()) {
    case 'wikibase-entityid':
      return { type: 'ENTITY', id: readEntityId(value) };
    case 'time':
      return { type: 'TIME', time: readTime(value) };
    case 'quantity':
      return readQuantity(value);
    case 'monolingualtext':
      return { type: 'TEXT', text: value.at('text').text(), language: value.at('language').text() };
    case 'globecoordinate':
      return readCoordinate(value);
    case 'string':
      return { type: 'TEXT', text: value.text() };
    default:
      return data.at('type').refuse('a type of value that Wikibase has');
  }
}

const LETTERS: { readonly [type: string]: string } = { item: 'Q', property: 'P', lexeme: 'L' };

/** Old files give the number alone. */
function readEntityId(value: WikibasePart): string {
  const letter = LETTERS[value.at('entity-type').optionalText() ?? 'item'];
  const number = value.at('numeric-id');
  const id =
    value.at('id').optionalText() ?? (letter ?? '') + (number.missing ? '' : String(number.number()));
  return isEntityId(id) ? id : value.at('id').refuse('the id of an entity such as Q42');
}

const AMOUNT = /^[+-]?\d+(\.\d+)?$/;

function readQuantity(value: WikibasePart): SnakValue {
  const amount = (key: string): string => {
    const text = value.at(key).text();
    return AMOUNT.test(text) ? text.replace('+', '') : value.at(key).refuse('an amount such as +12.5');
  };
  const unit = value.at('unit').optionalText() ?? '1';
  return {
    type: 'QUANTITY',
    amount: amount('amount'),
    ...(unit === '1' ? {} : { unit: readAddress(value.at('unit')) }),
    ...(value.at('lowerBound').missing ? {} : { lower: amount('lowerBound') }),
    ...(value.at('upperBound').missing ? {} : { upper: amount('upperBound') }),
  };
}

/** The entity that an address of Wikidata names. */
function readAddress(address: WikibasePart): string {
  const id = address.text().split('/').at(-1);
  return isEntityId(id) ? id : address.refuse('the address of an entity');
}

function readCoordinate(value: WikibasePart): SnakValue {
  const degrees = (key: string): number => {
    const number = value.at(key).value;
    return typeof number === 'number' ? number : value.at(key).refuse('a number of degrees');
  };
  const globe = value.at('globe').missing ? EARTH : readAddress(value.at('globe'));
  const precision = value.at('precision');
  return {
    type: 'PLACE',
    text: `${degrees('latitude')}, ${degrees('longitude')}`,
    ...(globe === EARTH ? {} : { globe }),
    ...(precision.missing ? {} : { precision: String(degrees('precision')) }),
  };
}
