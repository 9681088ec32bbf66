// Reads the vocabulary: the built-in file first, then files of the user's own, which may only add predicates.
import { ENTITY_KINDS, type EntityKind } from '../../domain/entity.js';
import { Vocabulary, type KindDescription } from '../../domain/vocabulary.js';
import { readPredicateEntry } from './predicate-entry.js';
import { checkPredicates, type PlacedPredicate } from './predicate-laws.js';
import { inOrder, refuseProblems, type Problem, type TextFile } from '../problem.js';
import { readYaml, type YamlPath } from '../yaml-document.js';

interface VocabularyParts {
  readonly kinds: KindDescription[];
  readonly placed: PlacedPredicate[];
  readonly problems: Problem[];
}

type ReportAt = (message: string, path: YamlPath, part?: 'key' | 'value') => void;

/**
 * The vocabulary of the built-in file and those that extend it.
 * @throws InvalidInput listing what is wrong in all of them.
 */
export function readVocabulary(files: readonly TextFile[]): Vocabulary {
  const { kinds, placed, problems } = readAll(files);
  refuseProblems(inOrder(problems));
  return new Vocabulary(
    kinds,
    placed.map(({ predicate }) => predicate),
  );
}

/** All that is wrong with vocabulary files, in their order. */
export const lintVocabulary = (files: readonly TextFile[]): Problem[] => inOrder(readAll(files).problems);

function readAll(files: readonly TextFile[]): VocabularyParts {
  const reading: VocabularyParts = { kinds: [], placed: [], problems: [] };
  files.forEach((file, index) => readFile(file, index === 0, reading));
  checkPredicates(reading.placed);
  return reading;
}

function readFile(file: TextFile, builtIn: boolean, { kinds, placed, problems }: VocabularyParts): void {
  const yaml = readYaml(file);
  problems.push(...yaml.problems);
  if (yaml.data === undefined) return;
  const report: ReportAt = (message, path, part) =>
    problems.push({ file: file.name, ...yaml.placeOf(path, part), message });
  const top = mapAt(yaml.data, [], report);
  const known = builtIn ? ['kinds', 'predicates'] : ['predicates'];
  for (const key of Object.keys(top).filter(key => !known.includes(key))) {
    report(`Unknown key "${key}": this file has ${known.join(' and ')}.`, [key], 'key');
  }
  if (builtIn) kinds.push(...readKinds(top['kinds'], report));
  for (const [id, raw] of Object.entries(mapAt(top['predicates'], ['predicates'], report))) {
    const reportEntry = (message: string, key?: string): void =>
      report(message, ['predicates', id, ...(key === undefined ? [] : [key])], 'key');
    placed.push({ predicate: readPredicateEntry(id, raw, reportEntry), report: reportEntry });
  }
}

function mapAt(raw: unknown, path: YamlPath, report: ReportAt): Record<string, unknown> {
  if (raw !== null && typeof raw === 'object' && !Array.isArray(raw)) return raw as Record<string, unknown>;
  report(`${path.length === 0 ? 'The file' : `\`${path.join('.')}\``} must be a map.`, path);
  return {};
}

function readKinds(raw: unknown, report: ReportAt): KindDescription[] {
  const given = mapAt(raw, ['kinds'], report);
  for (const key of Object.keys(given).filter(key => !(ENTITY_KINDS as readonly string[]).includes(key))) {
    report(`Unknown kind "${key}": there are ${ENTITY_KINDS.join(', ')}.`, ['kinds', key], 'key');
  }
  return ENTITY_KINDS.map(kind => readKind(kind, given[kind], report));
}

function readKind(kind: EntityKind, raw: unknown, report: ReportAt): KindDescription {
  const { label, description } = (raw ?? {}) as { readonly [key: string]: unknown };
  if (typeof label === 'string' && typeof description === 'string') return { kind, label, description };
  report(`${kind} needs a label and a description.`, ['kinds', kind], 'key');
  return { kind, label: kind, description: '' };
}
