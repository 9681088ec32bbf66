// A way to ask GraphQL from the command line: a running server, or a journal opened for the length of one command.
import { InvalidInput, NotFound } from '../../domain/refusal.js';
import type { Ask, GraphQLAnswer } from '../../graphql/local-api.js';
import { DEFAULT_SERVER } from '../terminal/defaults.js';
import { readTextFile } from '../terminal/files.js';
import type { JournalOptions } from './journal-place.js';
import type { Surroundings } from '../terminal/surroundings.js';

export interface ApiOptions extends JournalOptions {
  /** Address of a running server's API, instead of a journal. */
  readonly server?: string;
  readonly vocabulary?: string;
  readonly texts?: string;
  readonly by: string;
  /** File with the token for the server; else it is taken from the surroundings. */
  readonly tokenFile?: string;
}

/** Lets `use` ask, then releases whatever was opened for it. */
export async function withApi<T>(
  { server, tokenFile, ...options }: ApiOptions,
  from: Surroundings,
  use: (ask: Ask) => Promise<T>,
): Promise<T> {
  if (options.data !== undefined || options.journal !== undefined) {
    const { withJournalApi } = await import('./open-journal-api.js');
    return withJournalApi(options, from, use);
  }
  const token = tokenFile === undefined ? from.token : (await readTextFile(tokenFile)).text.trim();
  return use(askServer(server ?? DEFAULT_SERVER, token));
}

const askServer =
  (url: string, token: string | null): Ask =>
  async question => {
    const response = await send(url, token, JSON.stringify(question));
    const body = await response.text();
    const answer = readAnswer(body);
    if (answer) return answer;
    throw new InvalidInput(
      `${url} answers ${response.status}, but not as a GraphQL server: give the API's address.`,
    );
  };

async function send(url: string, token: string | null, body: string): Promise<Response> {
  if (!URL.canParse(url))
    throw new InvalidInput(`"${url}" is no address: give one such as ${DEFAULT_SERVER}.`);
  const headers = new Headers({ 'content-type': 'application/json', accept: 'application/json' });
  if (token !== null) headers.set('authorization', bearer(token));
  try {
    return await fetch(url, { method: 'POST', headers, body });
  } catch {
    const advice = 'start one with `hearsay serve`, or ask a journal file with --data';
    throw new NotFound(`No server answers at ${url}: ${advice}.`);
  }
}

/** @throws InvalidInput for what cannot stand in a header; it is not repeated, since it may be a secret all the same. */
function bearer(token: string): string {
  if (/^[\x21-\x7e]+$/.test(token)) return `Bearer ${token}`;
  throw new InvalidInput(
    'HEARSAY_TOKEN, or the file of --token-file, holds no token: give it the token alone.',
  );
}

function readAnswer(body: string): GraphQLAnswer | null {
  try {
    const answer = JSON.parse(body) as GraphQLAnswer | null;
    return answer && typeof answer === 'object' && ('data' in answer || 'errors' in answer) ? answer : null;
  } catch {
    return null;
  }
}
