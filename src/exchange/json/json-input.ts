// JSON from files on their way in: one text that is read whole, or JSON Lines, a text on each line.
import { InvalidInput } from '../../domain/refusal.js';
import { linesOf, textOf } from '../import/import-text.js';
import type { ImportInput, ItemPlace } from '../import/importer.js';
import { readJson, type JsonText } from './json-text.js';

/** Most characters of a JSON file, since it is held in memory as a whole; JSON Lines have no such limit. */
export const MAX_JSON = 64_000_000;

/** Reads a whole file. @throws InvalidInput where it is no JSON or too large, with its place. */
export async function readJsonInput(input: ImportInput): Promise<JsonText> {
  const pieces: string[] = [];
  let length = 0;
  for await (const piece of textOf(input)) {
    length += piece.length;
    if (length > MAX_JSON) throw tooLarge(input.name);
    pieces.push(piece);
  }
  return readJson(input.name, pieces.join(''));
}

const tooLarge = (file: string): InvalidInput =>
  new InvalidInput(
    `${file} is larger than ${MAX_JSON / 1e6} MB, and a JSON file is read as a whole: split it into several files, or into JSON Lines where the format has them.`,
    { file },
  );

/** A line that is no JSON, alone. */
export interface JsonProblem {
  readonly place: ItemPlace;
  readonly problem: string;
}

/** The JSON of each line that is not blank. @throws InvalidInput where the first one is no JSON: it is another format then. */
export async function* jsonLines(input: ImportInput): AsyncIterable<JsonText | JsonProblem> {
  let first = true;
  for await (const { text, line } of linesOf(input)) {
    if (text.trim() === '') continue;
    try {
      yield readJson(input.name, text, line);
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      if (first) throw error;
      yield { place: { file: input.name, line, ...error.place }, problem: error.message };
    }
    first = false;
  }
}
