// `hearsay query`: asks a GraphQL question from a file, standard input or the ready examples, and prints the answer.
import { existsSync } from 'node:fs';
import { InvalidInput } from '../../domain/refusal.js';
import type { GraphQLAnswer } from '../../graphql/local-api.js';
import { projectFiles, readTextFile } from '../terminal/files.js';
import { withApi, type ApiOptions } from '../open/open-api.js';
import type { Surroundings } from '../terminal/surroundings.js';

export interface QueryOptions extends ApiOptions {
  /** JSON text of an object. */
  readonly variables?: string;
  readonly operation?: string;
  readonly json?: boolean;
}

/** Prints the data as YAML, or with `json` the whole answer as JSON. 1 where the answer holds errors. */
export async function query(what: string, options: QueryOptions, from: Surroundings): Promise<number> {
  const text = await questionText(what, from);
  const variables = readVariables(options.variables);
  const operation = options.operation === undefined ? {} : { operationName: options.operation };
  const answer = await withApi(options, from, ask => ask({ query: text, variables, ...operation }));
  if (options.json) from.out(JSON.stringify(answer));
  else await print(answer, from);
  return answer.errors ? 1 : 0;
}

async function questionText(what: string, { home, readInput }: Surroundings): Promise<string> {
  if (what === '-') return readInput();
  if (existsSync(what)) return (await readTextFile(what)).text;
  const examples = await readTextFile(projectFiles(home).examples);
  const { findOperation, operationNames } = await import('../../graphql/operations.js');
  const found = findOperation(examples.text, examples.name, what);
  if (found !== null) return found;
  const names = operationNames(examples.text, examples.name).join(', ');
  const advice = `give - and the question on standard input, or one of the examples ${names}`;
  throw new InvalidInput(`"${what}" is neither a file nor an example: ${advice}.`);
}

function readVariables(text: string | undefined): Record<string, unknown> {
  if (text === undefined) return {};
  try {
    const variables: unknown = JSON.parse(text);
    if (variables !== null && typeof variables === 'object' && !Array.isArray(variables)) {
      return variables as Record<string, unknown>;
    }
  } catch {
    // Said below, for both cases alike.
  }
  throw new InvalidInput('`--variables` is no JSON object: give one such as \'{"id": "entity:…"}\'.');
}

async function print({ data, errors }: GraphQLAnswer, { out, err, alarm }: Surroundings): Promise<void> {
  const { stringify } = await import('yaml');
  if (data) out(stringify(data, { lineWidth: 0 }).trimEnd());
  for (const { message, path, extensions } of errors ?? []) {
    const where = path ? ` (at ${path.join('.')})` : '';
    err(`${alarm('hearsay:')} ${message}${where} [${String(extensions?.['code'])}]`);
  }
}
