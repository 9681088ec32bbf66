// Reads a mapping, a YAML file that says what the columns of a table mean (`schema/mapping.schema.json`), as a whole or not at all.
import type { Vocabulary } from '../../domain/vocabulary.js';
import type { ReportPath } from '../dossier/references.js';
import { schemaCheck, type SchemaCheck } from '../dossier/schema.js';
import { inOrder, refuseProblems, type Problem, type TextFile } from '../problem.js';
import { readYaml } from '../yaml-document.js';
import { MappingCheck } from './mapping-check.js';
import { mappedClaim, mappedEntity, mappedSource } from './mapping-parts.js';
import type { MappingDocument } from './mapping-shape.js';
import type { TableMapping } from './table-mapping.js';

export interface MappingReader {
  /** @throws InvalidInput listing what is wrong. */
  read(file: TextFile, vocabulary: Vocabulary): TableMapping;
  /** All that is wrong with a mapping, at most 50 problems. */
  lint(file: TextFile, vocabulary: Vocabulary): Problem[];
}

const MAX_PROBLEMS = 50;

/** Whether a text is meant as a mapping: it says so at the top. */
export const isMapping = (text: string): boolean => /^["']?hearsay["']?\s*:\s*["']?mapping\//m.test(text);

/** A reader of mappings that fit a schema, given as JSON text. */
export function mappingReader(schemaText: string): MappingReader {
  const check = schemaCheck(schemaText, data => [{ piece: data }]);
  return {
    read(file, vocabulary) {
      const { mapping, problems } = readAll(file, vocabulary, check);
      refuseProblems(problems);
      if (mapping === null) throw new Error(`${file.name}: no mapping and no problem`);
      return mapping;
    },
    lint: (file, vocabulary) => readAll(file, vocabulary, check).problems,
  };
}

function readAll(
  file: TextFile,
  vocabulary: Vocabulary,
  check: SchemaCheck,
): { mapping: TableMapping | null; problems: Problem[] } {
  const yaml = readYaml(file);
  const problems: Problem[] = [...yaml.problems];
  const report: ReportPath = (message, path, part) => {
    if (problems.length < MAX_PROBLEMS)
      problems.push({ file: file.name, ...yaml.placeOf(path, part), message });
  };
  if (yaml.data === undefined) return { mapping: null, problems: inOrder(problems) };
  for (const { message, path, part } of check(yaml.data, MAX_PROBLEMS)) report(message, path, part);
  const mapping =
    problems.length === 0 ? tableMapping(yaml.data as MappingDocument, vocabulary, report) : null;
  return { mapping, problems: inOrder(problems) };
}

function tableMapping(document: MappingDocument, vocabulary: Vocabulary, report: ReportPath): TableMapping {
  const { id, title, table, entities = {}, sources = {}, claims = [] } = document;
  const check = new MappingCheck(document, vocabulary, report);
  return {
    id,
    title,
    table,
    columns: check.columns,
    entities: mapMembers(entities, (entity, key) => mappedEntity(check, entity, ['entities', key])),
    sources: mapMembers(sources, (source, key) => mappedSource(check, source, ['sources', key])),
    claims: claims.map((claim, index) => mappedClaim(check, claim, ['claims', index])),
  };
}

const mapMembers = <T, U>(
  members: { readonly [key: string]: T },
  mapped: (member: T, key: string) => U,
): ReadonlyMap<string, U> =>
  new Map(Object.entries(members).map(([key, member]) => [key, mapped(member, key)]));
