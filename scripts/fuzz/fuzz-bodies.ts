// Mutated bodies and headers, posted to a served API: each is answered below 500, in JSON, with a code of the table.
import { readFileSync } from 'node:fs';
import { Agent, request, type OutgoingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { isErrorCode } from '../../src/graphql/errors/error-codes.js';
import type { Ledger } from '../../src/journal/ledger.js';
import { CORPUS, readNastyTexts } from './corpus.js';
import { questionMaker } from './fuzz-documents.js';
import { mutateText } from './mutate-text.js';
import { newOutcome, noteAnswer, type Outcome } from './outcome.js';
import { Random } from './random.js';

const BODIES = JSON.parse(readFileSync(join(CORPUS, 'bodies.json'), 'utf8')) as string[];
const WORDS = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '\\',
  '\\u0000',
  '"__proto__":{}',
  '1e999',
  '\0',
  'null',
  '"query"',
];
const TYPES = [
  ...[
    'application/json',
    'application/json; charset=utf-8',
    'application/json; charset=utf-16',
    'text/plain',
  ],
  ...['multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', 'application/graphql', 'x', ''],
];
const ACCEPTS = ['*/*', 'application/json', 'application/graphql-response+json', 'text/html', 'x/y;q=,', ''];
const METHODS = ['POST', 'POST', 'POST', 'POST', 'POST', 'GET', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'];
const PATHS = [
  '/graphql',
  '/graphql',
  '/graphql',
  '/graphql?query={stats{seq}}&variables={',
  '/',
  '/%00',
  '/playground/',
];

export interface Target {
  readonly apiUrl: string;
  readonly ledger: Ledger;
  readonly incidents: readonly unknown[];
}

interface Case {
  readonly method: string;
  readonly path: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body: string;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Sends cases one after another. */
export async function fuzzBodies(target: Target, cases: number, seed: number): Promise<Outcome> {
  const outcome = newOutcome(seed);
  const next = caseMaker(target.ledger, new Random(seed));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (; outcome.cases < cases; outcome.cases += 1) {
    const made = next();
    const before = target.ledger.graph.seq;
    const told = target.incidents.length;
    const answer = await exchange(target.apiUrl, made, agent).catch((error: Error) => error);
    const fault = faultOf(answer, outcome) ?? (target.incidents.length > told ? 'incident' : null);
    const changed = target.ledger.graph.seq !== before;
    if (changed) outcome.recorded += 1;
    const refused = changed && !(answer instanceof Error) && answer.status >= 400;
    if (fault ?? refused)
      outcome.faults.push({ fault: fault ?? 'a refused request changed the graph', ...made });
  }
  agent.destroy();
  return outcome;
}

function caseMaker(ledger: Ledger, random: Random): () => Case {
  const question = questionMaker(ledger, random);
  const words = [...WORDS, ...readNastyTexts().map(text => JSON.stringify(text))];
  return () => {
    const sane = random.chance(0.5);
    const written = random.chance(0.5) ? JSON.stringify(question()) : random.pick(BODIES);
    return {
      method: sane ? 'POST' : random.pick(METHODS),
      path: sane ? '/graphql' : random.pick(PATHS),
      headers: {
        'content-type': sane ? 'application/json' : random.pick(TYPES),
        accept: random.pick(ACCEPTS),
        ...(random.chance(0.05) ? { 'content-encoding': 'gzip' } : {}),
      },
      body: random.chance(0.7) ? mutateText(written, random, BODIES, words) : written,
    };
  };
}

function exchange(url: string, { method, path, headers, body }: Case, agent: Agent): Promise<Answer> {
  const bytes = Buffer.from(body);
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, url), {
      method,
      agent,
      headers: { ...headers, 'content-length': bytes.length },
    });
    sent.on('error', reject).on('response', response => {
      const { statusCode = 0, headers: got } = response;
      text(response).then(
        read => resolve({ status: statusCode, type: got['content-type'] ?? '', body: read }),
        reject,
      );
    });
    sent.end(bytes);
  });
}

function faultOf(answer: Answer | Error, outcome: Outcome): string | null {
  if (answer instanceof Error) return `broken off: ${answer.message}`;
  const { status, type, body } = answer;
  if (status >= 500) return `status ${status}`;
  // The playground's page, the way there, and what HEAD asks for have no body of JSON.
  if (type.startsWith('text/html') && status === 200) return null;
  if (body === '') return null;
  if (!/^application\/(graphql-response\+)?json/.test(type)) return `answered as ${type}`;
  const read = JSON.parse(body) as Parameters<typeof noteAnswer>[1];
  noteAnswer(outcome, read);
  const codes = (read.errors ?? []).map(({ extensions }) => extensions?.['code']);
  return codes.every(isErrorCode) && !codes.includes('INTERNAL') ? null : `codes ${codes.join(', ')}`;
}
