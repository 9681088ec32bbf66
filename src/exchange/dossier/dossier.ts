// Reads a dossier, our own YAML format for people (`schema/dossier.schema.json`), into commands. It reads no files itself.
import type { Command } from '../../domain/command.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import { dossierCommands } from './commands.js';
import type { ReportPath } from './references.js';
import { schemaCheck, type SchemaCheck } from './schema.js';
import type { DossierDocument } from './shape.js';
import { inOrder, refuseProblems, type FileLocation, type Problem, type TextFile } from '../problem.js';
import { readYaml, type YamlDocument } from '../yaml-document.js';

/** A command, where it is asked for, and what to call it. */
export interface DossierEntry extends FileLocation {
  readonly command: Command;
  /** E.g. `claim row-1, attestation 2`. */
  readonly label: string;
}

export interface Dossier {
  readonly id: string;
  readonly title: string;
  readonly licence?: string;
  readonly origin?: string;
  readonly note?: string;
  /** In an order in which they can be carried out. */
  readonly entries: readonly DossierEntry[];
}

export interface Examined {
  /** Null where it cannot be read at all. */
  readonly dossier: Dossier | null;
  readonly problems: Problem[];
}

/** Whoever examines dossiers, here or in a thread. */
export interface DossierExaminer {
  /**
   * All of a dossier and all that is wrong with it. A dossier that has problems may be there all the same, with entries that cannot be
   * carried out. Where that takes its time, `look` is called before and meanwhile: what it throws is thrown.
   */
  examine(file: TextFile, vocabulary: Vocabulary, look?: () => void): Examined | Promise<Examined>;
}

export interface DossierReader extends DossierExaminer {
  /** @throws InvalidInput listing what is wrong; a dossier is read as a whole or not at all. */
  read(file: TextFile, vocabulary: Vocabulary): Dossier;
  /** All that is wrong with a dossier, at most 50 problems. */
  lint(file: TextFile, vocabulary: Vocabulary): Problem[];
  examine(file: TextFile, vocabulary: Vocabulary): Examined;
}

const MAX_PROBLEMS = 50;

/** A reader of dossiers that fit a schema, given as JSON text. Compiling it, when the first is read, takes a while: make one reader. */
export function dossierReader(schemaText: string): DossierReader {
  const check = schemaCheck(schemaText);
  return {
    read(file, vocabulary) {
      const { dossier, problems } = readAll(file, vocabulary, check);
      refuseProblems(problems);
      if (dossier === null) throw new Error(`${file.name}: no dossier and no problem`);
      return dossier;
    },
    lint: (file, vocabulary) => readAll(file, vocabulary, check).problems,
    examine: (file, vocabulary) => readAll(file, vocabulary, check),
  };
}

function readAll(file: TextFile, vocabulary: Vocabulary, check: SchemaCheck): Examined {
  const yaml = readYaml(file);
  const problems: Problem[] = [...yaml.problems];
  const report: ReportPath = (message, path, part) => {
    if (problems.length < MAX_PROBLEMS)
      problems.push({ file: file.name, ...yaml.placeOf(path, part), message });
  };
  if (yaml.data === undefined) return { dossier: null, problems: inOrder(problems) };
  for (const { message, path, part } of check(yaml.data, MAX_PROBLEMS)) report(message, path, part);
  const dossier = problems.length === 0 ? build(yaml, vocabulary, report) : null;
  return { dossier, problems: inOrder(problems) };
}

function build(yaml: YamlDocument, vocabulary: Vocabulary, report: ReportPath): Dossier {
  const document = yaml.data as DossierDocument;
  const { hearsay: _format, entities: _entities, sources: _sources, claims: _claims, ...header } = document;
  const commands = dossierCommands(document, vocabulary, report);
  return {
    ...header,
    entries: commands.map(({ command, path, label }) => ({ command, label, ...yaml.placeOf(path, 'key') })),
  };
}
