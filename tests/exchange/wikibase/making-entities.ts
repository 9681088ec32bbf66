// Makes entities in the form that Wikibase writes: by hand for single facts, and by chance, from a seed, for counts. All is invented
// but the ids of classes, properties and calendars.
import { chance } from '../../fixtures/damage.js';

export type Json = Record<string, unknown>;

const ADDRESS = 'http://www.wikidata.org/entity/';
const GREGORIAN = `${ADDRESS}Q1985727`;
const JULIAN = `${ADDRESS}Q1985786`;

const snak = (property: string, datatype: string, type: string, value: unknown): Json => ({
  snaktype: 'value',
  property,
  datatype,
  datavalue: { type, value },
});

export const item = (property: string, id: string): Json =>
  snak(property, 'wikibase-item', 'wikibase-entityid', {
    'entity-type': 'item',
    'numeric-id': Number(id.slice(1)),
    id,
  });
export const text = (property: string, value: string, datatype = 'string'): Json =>
  snak(property, datatype, 'string', value);
export const inLanguage = (property: string, value: string, language: string): Json =>
  snak(property, 'monolingualtext', 'monolingualtext', { text: value, language });
export const timeValue = (time: string, precision: number, { julian = false, ...rest } = {}): Json => ({
  time,
  precision,
  calendarmodel: julian ? JULIAN : GREGORIAN,
  timezone: 0,
  before: 0,
  after: 0,
  ...rest,
});
export const time = (property: string, value: string, precision: number, options = {}): Json =>
  snak(property, 'time', 'time', timeValue(value, precision, options));
export const quantity = (property: string, amount: string, unit = '1', bounds: Json = {}): Json =>
  snak(property, 'quantity', 'quantity', { amount, unit: unit === '1' ? '1' : ADDRESS + unit, ...bounds });
export const coordinate = (property: string, latitude: number, longitude: number, globe = 'Q2'): Json =>
  snak(property, 'globe-coordinate', 'globecoordinate', {
    latitude,
    longitude,
    altitude: null,
    precision: 0.01,
    globe: ADDRESS + globe,
  });
export const noValue = (property: string, snaktype = 'novalue'): Json => ({
  snaktype,
  property,
  datatype: 'wikibase-item',
});
export const someValue = (property: string): Json => noValue(property, 'somevalue');

/** A map from properties to lists, as Wikibase keeps qualifiers, references and statements. */
function byProperty<T extends Json>(list: readonly T[], property: (one: T) => string): Json {
  const map: Record<string, T[]> = {};
  for (const one of list) (map[property(one)] ??= []).push(one);
  return map;
}

const snaks = (list: readonly Json[]): Json => byProperty(list, one => String(one['property']));

export const reference = (...list: Json[]): Json => ({
  hash: 'f00',
  snaks: snaks(list),
  'snaks-order': list.map(one => one['property']),
});

export interface More {
  readonly id?: string;
  readonly rank?: 'preferred' | 'normal' | 'deprecated';
  readonly qualifiers?: readonly Json[];
  readonly references?: readonly Json[];
}

let made = 0;
export const statement = (mainsnak: Json, more: More = {}): Json => ({
  mainsnak,
  type: 'statement',
  id: more.id ?? `Q1$${(made += 1)}`,
  rank: more.rank ?? 'normal',
  ...(more.qualifiers ? { qualifiers: snaks(more.qualifiers) } : {}),
  ...(more.references ? { references: more.references } : {}),
});

const inLanguages = (texts: Record<string, string>): Json =>
  Object.fromEntries(
    Object.entries(texts).map(([language, value]) => [language, { language, value }] as const),
  );

export interface Words {
  readonly labels?: Record<string, string>;
  readonly descriptions?: Record<string, string>;
  readonly aliases?: Record<string, string[]>;
}

export const entity = (
  id: string,
  { labels = { en: id }, descriptions = {}, aliases = {} }: Words,
  statements: readonly Json[],
  rest: Json = {},
): Json => ({
  type: id.startsWith('P') ? 'property' : 'item',
  id,
  labels: inLanguages(labels),
  descriptions: inLanguages(descriptions),
  aliases: Object.fromEntries(
    Object.entries(aliases).map(([language, values]) => [
      language,
      values.map(value => ({ language, value })),
    ]),
  ),
  claims: byProperty(statements, one => String((one['mainsnak'] as Json)['property'])),
  sitelinks: {},
  ...rest,
});

const LANGUAGES = ['en', 'de', 'ko', 'ru', 'ar', 'zh-hant', 'simple', 'be-x-old', 'pt-br'];

/** A time of a precision, all of whose parts are given, in a year of four digits. */
export const timeOf = (precision: number, year: number): string =>
  `+${String(1000 + (year % 8000)).padStart(4, '0')}-${precision > 9 ? '04' : '00'}-${precision > 10 ? '17' : '00'}T${precision > 11 ? '11' : '00'}:${precision > 12 ? '30' : '00'}:00Z`;

/** Entities by chance, with statements of all datatypes, ranks and precisions, no two of which are the same. */
export function madeEntities(count: number, seed: number): Json[] {
  const pick = chance(seed);
  const one = <T>(list: readonly T[]): T => list[pick(list.length)] as T;
  let counter = 0;
  const next = (): number => (counter += 1);
  const kinds = ['Q5', 'Q6256', 'Q7278', 'Q4164871', 'Q515', 'Q198', 'Q999'];
  const other = (): string => `Q${9_000_000 + pick(count * 2)}`;
  const value = (): Json => {
    const id = next();
    return one<() => Json>([
      () => item('P27', `Q${100_000 + id}`),
      () => item('P39', `Q${200_000 + id}`),
      () => item('P106', `Q${300_000 + id}`),
      () => item('P26', `Q${400_000 + id}`),
      () => item('P22', `Q${500_000 + id}`),
      () => time('P569', timeOf(11, id), 11),
      () => time('P9991', timeOf(id % 15, id), id % 15),
      () => quantity('P1082', `+${id}`),
      () => quantity('P2048', `+${id}.5`, 'Q11573', { lowerBound: `+${id}.4`, upperBound: `+${id}.6` }),
      () => text('P9992', `text ${id}`),
      () => text('P214', String(id), 'external-id'),
      () => text('P856', `https://example.org/${id}`, 'url'),
      () => text('P18', `picture ${id}.jpg`, 'commonsMedia'),
      () => inLanguage('P1559', `name ${id}`, one(LANGUAGES)),
      () => coordinate('P625', id / 1000, -id / 1000),
      () => noValue(`P${9_000_000 + id}`),
      () => someValue(`P${9_000_000 + id}`),
    ])();
  };
  const qualifier = (): Json =>
    one<() => Json>([
      () => item('P642', other()),
      () => text('P1545', String(next())),
      () => someValue('P1365'),
      () => noValue('P1366'),
      () => quantity('P1114', `+${next()}`),
      () => time('P1319', timeOf(9, next()), 9),
    ])();
  const times = (): Json[] =>
    one<() => Json[]>([
      () => [],
      () => [time('P585', timeOf(9, next()), 9)],
      () => [time('P580', timeOf(10, next()), 10)],
      () => [time('P580', timeOf(11, next()), 11), someValue('P582')],
    ])();
  const referenceOf = (): Json =>
    one<() => Json>([
      () =>
        reference(
          text('P854', `https://example.org/ref/${next()}`, 'url'),
          time('P813', timeOf(11, 2020), 11),
        ),
      () => reference(item('P248', `Q${600_000 + next()}`), text('P214', String(next()), 'external-id')),
      () => reference(time('P813', timeOf(11, 2021), 11)),
    ])();
  const many = <T>(most: number, make: () => T): T[] => Array.from({ length: pick(most + 1) }, make);
  return Array.from({ length: count }, (_, index) => {
    const id = `Q${9_000_000 + index}`;
    const labels = Object.fromEntries(many(5, () => [one(LANGUAGES), `label ${next()}`] as const));
    const aliases = Object.fromEntries(
      many(3, () => [one(LANGUAGES), many(3, () => `alias ${next()}`)] as const),
    );
    const descriptions = Object.fromEntries(
      many(3, () => [one(LANGUAGES), `description ${next()}`] as const),
    );
    const type = statement(item('P31', one(kinds)), { id: `${id}$type` });
    const statements = many(12, () =>
      statement(value(), {
        id: `${id}$${next()}`,
        rank: one(['preferred', 'normal', 'normal', 'deprecated'] as const),
        // One of each property, since a property's qualifiers are a set.
        qualifiers: [...times(), ...many(2, qualifier)],
        references: many(3, referenceOf),
      }),
    );
    return entity(id, { labels, descriptions, aliases }, [type, ...statements]);
  });
}

/** A dump: an entity on each line between brackets. */
export const dumpOf = (entities: readonly Json[]): string =>
  `[\n${entities.map(one => JSON.stringify(one)).join(',\n')}\n]\n`;

export const HUMAN = statement(item('P31', 'Q5'));

/** Q101, called Ann Marl. */
export const person = (...statements: Json[]): Json =>
  entity('Q101', { labels: { en: 'Ann Marl' } }, [HUMAN, ...statements]);
