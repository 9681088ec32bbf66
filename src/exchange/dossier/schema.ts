// Holds a dossier's data against its JSON Schema and words what does not fit for people, each problem in its place.
import { Ajv2020, type ErrorObject, type Options } from 'ajv/dist/2020.js';
import type { YamlPath } from '../yaml-document.js';

/** Something that does not fit, and the part it is about. */
export interface SchemaMisfit {
  readonly message: string;
  readonly path: YamlPath;
  readonly part: 'key' | 'value';
}

/** Tells what in a dossier's data does not fit the schema, record by record, at most so many misfits and a few. */
export type SchemaCheck = (data: unknown, limit: number) => SchemaMisfit[];

// Our own schemas are held against the schema of schemas by a test: doing so at each start took longer than all else here.
const SOUND = { strictTypes: false, validateSchema: false, meta: false } as const;
// Copying definitions to wherever they are named, and tidying the code that comes of it, took two thirds of compiling.
const QUICK = { ...SOUND, inlineRefs: false, code: { optimize: false } } as const;

/**
 * Compiles the schema (JSON text) at the first check, for any number of checks.
 * @param pieces parts data into what fits the schema each alone, so that a large file with much to mend is told in good time
 */
export function schemaCheck(
  schemaText: string,
  pieces: (data: unknown) => Iterable<Piece> = piecesOf,
): SchemaCheck {
  const compiled = (options: Options) => once(() => new Ajv2020(options).compile(JSON.parse(schemaText)));
  const fits = compiled(QUICK);
  // `verbose` hands us the offending data and the schema's own descriptions.
  const explaining = compiled({ ...SOUND, allErrors: true, verbose: true });
  return (data, limit) => {
    const misfits: SchemaMisfit[] = [];
    if (fits()(data)) return misfits;
    const explain = explaining();
    for (const { piece, index } of pieces(data)) {
      if (misfits.length >= limit) break;
      if (explain(piece)) continue;
      for (const error of explain.errors ?? []) if (!isEcho(error)) misfits.push(misfit(error, index));
    }
    return misfits;
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Errors that only say that there is another one. */
const isEcho = ({ keyword }: ErrorObject): boolean => keyword === 'if' || keyword === 'propertyNames';

const FRAME = { hearsay: 'dossier/1', id: 'frame', title: 'A frame for one record' };

/**
 * The dossier without its records, then dossiers of one record each, and the record's index where it is of a list.
 * Ajv joins errors by copying all it has so far, which took 97 s for 100,000 bad records.
 */
function* piecesOf(data: unknown): Generator<Piece> {
  if (!isMap(data)) {
    yield { piece: data };
    return;
  }
  const { entities, sources, claims, judgements } = data;
  yield {
    piece: {
      ...data,
      ...(isMap(entities) ? { entities: {} } : {}),
      ...(isMap(sources) ? { sources: {} } : {}),
      ...(Array.isArray(claims) ? { claims: [] } : {}),
      ...(Array.isArray(judgements) ? { judgements: [] } : {}),
    },
  };
  for (const [key, one] of recordsOf(entities)) yield { piece: { ...FRAME, entities: { [key]: one } } };
  for (const [key, one] of recordsOf(sources)) yield { piece: { ...FRAME, sources: { [key]: one } } };
  for (const [index, one] of listOf(claims)) yield { piece: { ...FRAME, claims: [one] }, index };
  for (const [index, one] of listOf(judgements)) yield { piece: { ...FRAME, judgements: [one] }, index };
}

/** Part of a document, and the place of its one record where it is of a list. */
export interface Piece {
  readonly piece: unknown;
  readonly index?: number;
}

const listOf = (part: unknown): Iterable<[number, unknown]> => (Array.isArray(part) ? part.entries() : []);

const recordsOf = (part: unknown): [string, unknown][] => (isMap(part) ? Object.entries(part) : []);

const isMap = (data: unknown): data is { readonly [key: string]: unknown } =>
  data !== null && typeof data === 'object' && !Array.isArray(data);

function misfit(error: ErrorObject, index: number | undefined): SchemaMisfit {
  const path: (string | number)[] = pathOf(error.instancePath);
  if (index !== undefined) path[1] = index;
  const key = error.propertyName ?? (error.params as { additionalProperty?: string }).additionalProperty;
  return {
    message: wordsFor(error),
    path: key === undefined ? path : [...path, key],
    part: key === undefined ? 'value' : 'key',
  };
}

const pathOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'));

function wordsFor(error: ErrorObject): string {
  const schema = (error.parentSchema ?? {}) as {
    readonly description?: string;
    readonly properties?: object;
  };
  const meant = schema.description === undefined ? '' : ` Expected: ${schema.description}`;
  const params = error.params as { readonly [name: string]: unknown };
  switch (error.keyword) {
    case 'required':
      return `\`${String(params['missingProperty'])}\` is missing.${meant}`;
    case 'additionalProperties': {
      const known = Object.keys(schema.properties ?? {}).join(', ');
      return `Unknown key "${String(params['additionalProperty']).slice(0, 80)}": here may stand ${known}.`;
    }
    case 'enum':
      return `${found(error.data)} is none of ${(params['allowedValues'] as string[]).join(', ')}.`;
    case 'const':
      return `${found(error.data)} should read "${String(params['allowedValue'])}".`;
    case 'type':
      return `${found(error.data)} is not what belongs here: ${typeAdvice(params['type'], error.data)}.`;
    case 'pattern':
      return `${found(error.propertyName ?? error.data)} does not fit.${meant}`;
    case 'dependentRequired':
      return `\`${String(params['property'])}\` needs ${String(params['deps'])} beside it.`;
    default:
      return `${found(error.data)} ${error.message ?? 'does not fit'}.`;
  }
}

function typeAdvice(wanted: unknown, data: unknown): string {
  const quotable = data === null || typeof data === 'number' || typeof data === 'boolean';
  if (wanted === 'string' && quotable) return 'a text, so put it in quotes';
  return `expected is ${Array.isArray(wanted) ? wanted.join(' or ') : TYPE_NAMES[String(wanted)]}`;
}

const TYPE_NAMES: { readonly [type: string]: string } = {
  string: 'a text',
  object: 'a map of keys and values',
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
};

function found(data: unknown): string {
  if (Array.isArray(data)) return 'A list';
  if (data !== null && typeof data === 'object') return 'A map';
  return typeof data === 'string' ? `"${data.slice(0, 80)}"` : String(data);
}
