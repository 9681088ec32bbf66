// What classes and properties mean here: the file that comes with the project, and files of the user's own that add to it.
import { CERTAINTIES, type Certainty } from '../../domain/attestation.js';
import { ENTITY_KINDS, NAME_KINDS, type EntityKind, type NameKind } from '../../domain/entity.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import { refuseProblems, type Problem, type TextFile } from '../problem.js';
import { readYaml, type YamlPath } from '../yaml-document.js';

export interface MappedProperty {
  /** What it is called here, for those who do not know its number. */
  readonly word: string;
  readonly predicate?: string;
  /** What the value is taken to be where nothing says it; else what the predicate needs. */
  readonly kind?: EntityKind;
  /** The value becomes the subject. */
  readonly turned: boolean;
  /** Always the same, such as `as: head of state`. */
  readonly qualifiers: readonly { readonly name: string; readonly value: string }[];
  /** The text of an item, where the predicate takes a text. */
  readonly values: ReadonlyMap<string, string>;
  readonly scheme?: string;
  readonly name?: NameKind;
}

export interface Doubt {
  readonly word: string;
  readonly certainty?: Certainty;
  readonly approximate: boolean;
}

export interface WikibaseMapping {
  /** By the id of the class. */
  readonly kinds: ReadonlyMap<string, EntityKind>;
  readonly properties: ReadonlyMap<string, MappedProperty>;
  readonly qualifiers: ReadonlyMap<string, string>;
  readonly doubts: ReadonlyMap<string, Doubt>;
}

type Report = (message: string, path: YamlPath) => void;
type MappingDraft = { readonly [part in keyof WikibaseMapping]: Map<string, unknown> };

/** Later files override earlier ones, entry by entry. @throws InvalidInput listing what is wrong in all of them. */
export function readWikibaseMapping(files: readonly TextFile[], vocabulary: Vocabulary): WikibaseMapping {
  const draft: MappingDraft = {
    kinds: new Map(),
    properties: new Map(),
    qualifiers: new Map(),
    doubts: new Map(),
  };
  const problems: Problem[] = [];
  for (const file of files) {
    const yaml = readYaml(file);
    problems.push(...yaml.problems);
    const report: Report = (message, path) => {
      problems.push({ file: file.name, ...yaml.placeOf(path), message });
    };
    if (yaml.data !== undefined) readFile(yaml.data, draft, report, vocabulary);
  }
  refuseProblems(problems);
  return draft as WikibaseMapping;
}

const PARTS = ['hearsay', 'kinds', 'properties', 'qualifiers', 'doubts'];

function readFile(data: unknown, draft: MappingDraft, report: Report, vocabulary: Vocabulary): void {
  for (const [key] of entries(data, [], report)) {
    if (!PARTS.includes(key)) report(`Unknown part "${key}": there are ${PARTS.join(', ')}.`, [key]);
  }
  const part = (name: string): [string, unknown][] => {
    const value = (data as { readonly [key: string]: unknown } | null)?.[name];
    return value === undefined || value === null ? [] : entries(value, [name], report);
  };
  if ((data as { hearsay?: unknown } | null)?.hearsay !== 'wikibase-mapping/1') {
    report('A mapping for Wikibase begins with `hearsay: wikibase-mapping/1`.', ['hearsay']);
  }
  for (const [kind, classes] of part('kinds')) {
    if (!within(kind, ENTITY_KINDS)) report(oneOf('kind', kind, ENTITY_KINDS), ['kinds', kind]);
    for (const [id] of entries(classes, ['kinds', kind], report)) draft.kinds.set(id, kind);
  }
  for (const [id, raw] of part('properties')) {
    draft.properties.set(id, readProperty(id, raw, report, vocabulary));
  }
  for (const [id, name] of part('qualifiers')) {
    if (!/^[a-z][a-z0-9_]{0,39}$/.test(String(name)))
      report('A qualifier is named in lower-case words joined by _.', ['qualifiers', id]);
    draft.qualifiers.set(id, String(name));
  }
  for (const [id, raw] of part('doubts')) draft.doubts.set(id, readDoubt(id, raw, report));
}

function readProperty(id: string, raw: unknown, report: Report, vocabulary: Vocabulary): MappedProperty {
  const path = ['properties', id];
  const members = new Map(entries(raw, path, report));
  const text = (key: string): string | undefined => {
    const value = members.get(key);
    if (value !== undefined && typeof value !== 'string')
      report(`\`${key}\` must be a text.`, [...path, key]);
    return typeof value === 'string' ? value : undefined;
  };
  const texts = (key: string): [string, string][] =>
    members.has(key)
      ? entries(members.get(key), [...path, key], report).map(([name, value]) => [name, String(value)])
      : [];
  const known = ['word', 'predicate', 'turned', 'qualifiers', 'values', 'scheme', 'name', 'kind'];
  for (const key of members.keys()) {
    if (!known.includes(key)) report(`Unknown key "${key}": there are ${known.join(', ')}.`, [...path, key]);
  }
  const [predicate, scheme, name, kind] = ['predicate', 'scheme', 'name', 'kind'].map(text);
  const found = predicate === undefined ? null : vocabulary.findPredicate(predicate);
  if (predicate !== undefined && !found) {
    report(`There is no predicate "${predicate}" in the vocabulary.`, [...path, 'predicate']);
  }
  const turned = members.get('turned') === true;
  if (turned && (found?.valueType !== undefined || predicate === undefined)) {
    report('Only what joins two entities can be turned.', [...path, 'turned']);
  }
  if (name !== undefined && !within(name, NAME_KINDS))
    report(oneOf('name', name, NAME_KINDS), [...path, 'name']);
  if (kind !== undefined && !within(kind, ENTITY_KINDS))
    report(oneOf('kind', kind, ENTITY_KINDS), [...path, 'kind']);
  return {
    word: text('word') ?? id,
    turned,
    qualifiers: texts('qualifiers').map(([name, value]) => ({ name, value })),
    values: new Map(texts('values')),
    ...(predicate === undefined ? {} : { predicate }),
    ...(scheme === undefined ? {} : { scheme }),
    ...(kind === undefined ? {} : { kind: kind as EntityKind }),
    ...(name === undefined ? {} : { name: name as NameKind }),
  };
}

function readDoubt(id: string, raw: unknown, report: Report): Doubt {
  const path = ['doubts', id];
  const members = new Map(entries(raw, path, report));
  const [certainty, word] = [members.get('certainty'), members.get('word')];
  if (certainty !== undefined && !within(certainty, CERTAINTIES)) {
    report(oneOf('certainty', JSON.stringify(certainty), CERTAINTIES), [...path, 'certainty']);
  }
  return {
    word: typeof word === 'string' ? word : id,
    approximate: members.get('approximate') === true,
    ...(certainty === undefined ? {} : { certainty: certainty as Certainty }),
  };
}

function entries(value: unknown, path: YamlPath, report: Report): [string, unknown][] {
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) return Object.entries(value);
  report(`\`${path.join('.') || 'The file'}\` must be a map.`, path);
  return [];
}

const within = (value: unknown, list: readonly string[]): boolean => list.includes(value as string);

const oneOf = (what: string, found: string, list: readonly string[]): string =>
  `Unknown ${what} "${found}": there are ${list.join(', ')}.`;
