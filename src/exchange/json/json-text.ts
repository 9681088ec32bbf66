// JSON of others, read strictly: plain data, and the place of any part of it. The first step of every format that is JSON.
import { printParseErrorCode, visit, type JSONVisitor } from 'jsonc-parser';
import { InvalidInput } from '../../domain/refusal.js';
import type { ItemPlace } from '../import/importer.js';
import { JsonBuilder, type RefuseAt } from './json-builder.js';
import { placeWithin, STRICT, type JsonPath } from './json-place.js';

export interface JsonText {
  /** Plain data; no object has a key that stands for a prototype. */
  readonly data: unknown;
  /** Where a part begins. A part that is missing stands where the nearest part around it does. */
  readonly placeOf: (path: JsonPath) => Required<ItemPlace>;
}

/**
 * Reads a JSON text.
 * @param firstLine the line of the file in which the text begins.
 * @throws InvalidInput with its place for what is no JSON, keys that come twice or stand for a prototype, more than 100 levels, and
 *   more than 10 million values.
 */
export function readJson(file: string, text: string, firstLine = 1): JsonText {
  const refuse = (message: string, line: number, character: number): never => {
    const place = { file, line: firstLine + line, column: character + 1 };
    throw new InvalidInput(`${file}, line ${place.line}, column ${place.column}: ${message}`, place);
  };
  const builder = new JsonBuilder(refuse);
  visit(text, visitorOf(builder, refuse), STRICT);
  const { data, places } = builder;
  return {
    data,
    placeOf: path => {
      const { line, character } = placeWithin(text, data, places, path);
      return { file, line: firstLine + line, column: character + 1 };
    },
  };
}

const visitorOf = (builder: JsonBuilder, refuse: RefuseAt): JSONVisitor => ({
  onObjectBegin: (offset, _, line, character) => builder.begin({}, { offset, line, character }),
  onArrayBegin: (offset, _, line, character) => builder.begin([], { offset, line, character }),
  onObjectEnd: () => builder.end(),
  onArrayEnd: () => builder.end(),
  onObjectProperty: (key, _, __, line, character) => builder.key(key, line, character),
  onLiteralValue: (value, _, __, line, character) => builder.literal(value, line, character),
  onError: (error, _, __, line, character) => {
    const name = printParseErrorCode(error);
    refuse(`this is no JSON (${WORDS[name] ?? name}): is the file whole?`, line, character);
  },
});

const WORDS: { readonly [name: string]: string } = {
  InvalidSymbol: 'a word that is none of JSON',
  InvalidNumberFormat: 'a number that is none',
  PropertyNameExpected: 'the name of a member is expected',
  ValueExpected: 'a value is expected',
  ColonExpected: 'a colon is expected',
  CommaExpected: 'a comma is expected',
  CloseBraceExpected: 'a closing brace is expected',
  CloseBracketExpected: 'a closing bracket is expected',
  EndOfFileExpected: 'something follows after its end',
  InvalidCommentToken: 'a comment',
  UnexpectedEndOfComment: 'a comment',
  UnexpectedEndOfString: 'a quotation mark is not closed',
  UnexpectedEndOfNumber: 'a number that breaks off',
  InvalidUnicode: 'a \\u that no four hexadecimal digits follow',
  InvalidEscapeCharacter: 'a backslash before a letter that takes none',
  InvalidCharacter: 'a control character within a text',
};
