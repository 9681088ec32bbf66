// `hearsay token`: makes, lists and revokes the tokens of a journal. A running server takes each change in at once.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Conflict, InvalidInput, NotFound } from '../../domain/refusal.js';
import { readLine } from '../../domain/text.js';
import type { Scope } from '../../graphql/auth/scope.js';
import { hashToken, makeToken } from '../../graphql/auth/token.js';
import {
  changeTokenFile,
  readTokenFile,
  tokenFileOf,
  type TokenEntry,
} from '../../graphql/auth/token-file.js';
import { FOLDER_MODE } from '../../journal/files/journal-file.js';
import { isPostgres } from '../../journal/postgres/address.js';
import { placeOf } from '../open/journal-place.js';
import type { Surroundings } from '../terminal/surroundings.js';

export interface TokenOptions {
  /** Path of the journal. */
  readonly data: string;
  /** File of the tokens, where it does not lie beside a journal. */
  readonly tokens?: string;
  readonly json?: boolean;
}

export interface CreateTokenOptions extends TokenOptions {
  readonly scope: Scope;
  readonly name: string;
}

/** Prints a new token, which is shown this once. */
export function createToken(
  { scope, name: given, json, ...where }: CreateTokenOptions,
  from: Surroundings,
): number {
  const name = readLine(given, 'name', ['name']);
  const token = makeToken();
  const createdAt = new Date(from.clock()).toISOString();
  const file = fileOf(where);
  makeFolder(dirname(file));
  changeTokenFile(file, tokens => {
    if (tokens.some(known => known.name === name)) {
      throw new Conflict(`There is a token "${name}" already: revoke it, or give another name.`);
    }
    return [...tokens, { name, scope, sha256: hashToken(token), createdAt }];
  });
  if (json) from.out(JSON.stringify({ name, scope, token }));
  else {
    from.out(`Token  ${token}`);
    from.out(`Shown only now, for "${name}" with scope ${scope}. Send it as \`Authorization: Bearer …\`,`);
    from.out('or give it to `hearsay query` and `hearsay attach` as HEARSAY_TOKEN or with --token-file.');
  }
  return 0;
}

/** Prints whose tokens there are, without anything to use them by. */
export function listTokens({ json, ...where }: TokenOptions, from: Surroundings): number {
  const tokens = (readTokenFile(fileOf(where)) ?? []).map(shown);
  if (json) from.out(JSON.stringify({ tokens }));
  else if (tokens.length === 0) from.out(`There are no tokens ${belonging(where)}.`);
  else for (const { scope, createdAt, name } of tokens) from.out(`${scope.padEnd(5)}  ${createdAt}  ${name}`);
  return 0;
}

/** Makes a token worthless. Others stay, and where none is left nobody is let in. */
export function revokeToken(name: string, { json, ...where }: TokenOptions, from: Surroundings): number {
  const file = fileOf(where);
  const missing = () =>
    new NotFound(`There is no token "${name}" ${belonging(where)}: see \`hearsay token list\`.`);
  // Asked first, so that looking in vain makes no file.
  if (readTokenFile(file) === null) throw missing();
  changeTokenFile(file, tokens => {
    const others = tokens.filter(token => token.name !== name);
    if (others.length === tokens.length) throw missing();
    return others;
  });
  from.out(json ? JSON.stringify({ revoked: name }) : `Revoked the token "${name}".`);
  return 0;
}

/** @throws InvalidInput for a database: beside it there is no file. */
function fileOf({ data, tokens }: TokenOptions): string {
  if (tokens !== undefined) return tokens;
  const place = isPostgres(data) ? null : placeOf({ data });
  if (place?.kind === 'FILE') return tokenFileOf(place.file);
  throw new InvalidInput(
    '--data takes the path of a file: for a database, name the file of its tokens with --tokens.',
  );
}

const belonging = ({ data, tokens }: TokenOptions): string =>
  tokens === undefined ? `for ${data}` : `in ${tokens}`;

const shown = ({ name, scope, createdAt }: TokenEntry): Omit<TokenEntry, 'sha256'> => ({
  name,
  scope,
  createdAt,
});

/** The journal's own folder, where the first token comes before the first start. What fails here is told by writing. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: FOLDER_MODE });
  } catch {
    // It is there, or writing the file says what is wrong.
  }
}
