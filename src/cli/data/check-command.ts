// `hearsay check`: says what is wrong with vocabularies, dossiers and mappings, as `file:line:column: message`.
import { realpathSync } from 'node:fs';
import { openSourceTexts } from '../../graphql/operation/source-texts.js';
import { inOrder, problemText, type Problem, type TextFile } from '../../exchange/problem.js';
import { lintVocabulary, readVocabulary } from '../../exchange/vocabulary/vocabulary-file.js';
import { isMapping } from '../../exchange/table/mapping.js';
import {
  openDossierReader,
  openMappingReader,
  projectDossiers,
  vocabularyFiles,
  readTextFile,
} from '../terminal/files.js';
import { quoteProblems } from './quote-problems.js';
import type { Surroundings } from '../terminal/surroundings.js';

export interface CheckOptions {
  readonly vocabulary?: string;
  /** Folder with the texts of sources, in which quotes are looked for. */
  readonly texts?: string;
  readonly json?: boolean;
}

/** Checks the given files, or without any those of the project. Prints all problems; 1 where there are some. */
export async function check(
  files: readonly string[],
  options: CheckOptions,
  from: Surroundings,
): Promise<number> {
  const names = files.length > 0 ? files : await projectDossiers(from.home);
  const given = await Promise.all(names.map(readTextFile));
  const vocabularies = await allVocabularies(given, options, from);
  const dossiers = given.filter(isDossier);
  const mappings = given.filter(file => isMapping(file.text));
  const problems = inOrder([
    ...lintVocabulary(vocabularies),
    ...(await dossierProblems(dossiers, vocabularies, options, from)),
    ...(await mappingProblems(mappings, vocabularies, from)),
  ]);
  report(
    [...vocabularies, ...dossiers, ...mappings].map(file => file.name),
    problems,
    options,
    from,
  );
  return problems.length > 0 ? 1 : 0;
}

/** The content decides: a dossier or mapping names its format at the top. */
const namesFormat = ({ text }: TextFile): boolean => /^["']?hearsay["']?\s*:/m.test(text);
const isDossier = (file: TextFile): boolean => namesFormat(file) && !isMapping(file.text);

/** The built-in ones first, then those that extend it, each once. */
async function allVocabularies(
  given: readonly TextFile[],
  { vocabulary }: CheckOptions,
  { home }: Surroundings,
): Promise<TextFile[]> {
  const builtIn = await Promise.all((await vocabularyFiles(home)).map(readTextFile));
  const named = vocabulary === undefined ? [] : [await readTextFile(vocabulary)];
  const seen = new Set<string>();
  return [...builtIn, ...named, ...given.filter(file => !namesFormat(file))].filter(({ name }) => {
    const path = realpathSync(name);
    return !seen.has(path) && seen.add(path);
  });
}

/** A vocabulary that cannot be read leaves dossiers unchecked: its own problems come first. */
async function dossierProblems(
  dossiers: readonly TextFile[],
  vocabularies: readonly TextFile[],
  { texts }: CheckOptions,
  { home }: Surroundings,
): Promise<Problem[]> {
  if (dossiers.length === 0 || lintVocabulary(vocabularies).length > 0) return [];
  const vocabulary = readVocabulary(vocabularies);
  const reader = await openDossierReader(home);
  const sourceTexts = texts === undefined ? null : openSourceTexts(texts);
  return dossiers.flatMap(file => {
    const problems = reader.lint(file, vocabulary);
    if (problems.length > 0 || sourceTexts === null) return problems;
    return quoteProblems(file.name, reader.read(file, vocabulary), sourceTexts);
  });
}

/** As with dossiers. */
async function mappingProblems(
  mappings: readonly TextFile[],
  vocabularies: readonly TextFile[],
  { home }: Surroundings,
): Promise<Problem[]> {
  if (mappings.length === 0 || lintVocabulary(vocabularies).length > 0) return [];
  const vocabulary = readVocabulary(vocabularies);
  const reader = await openMappingReader(home);
  return mappings.flatMap(file => reader.lint(file, vocabulary));
}

function report(
  checked: readonly string[],
  problems: readonly Problem[],
  { json }: CheckOptions,
  { out, err }: Surroundings,
): void {
  if (json) {
    out(JSON.stringify({ checked, problems }));
    return;
  }
  for (const problem of problems) err(problemText(problem));
  const files = checked.length === 1 ? '1 file' : `${checked.length} files`;
  out(problems.length === 0 ? `${files}, no problems.` : `${files}, ${problems.length} problems.`);
}
