// Mutated bytes on a connection of their own, such as no client would send: no answer of 500 or more, and no end of service.
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { CORPUS } from './corpus.js';
import type { Target } from './fuzz-bodies.js';
import { mutateText } from './mutate-text.js';
import { newOutcome, noteCode, type Outcome } from './outcome.js';
import { Random } from './random.js';

const REQUESTS = JSON.parse(readFileSync(join(CORPUS, 'requests.json'), 'utf8')) as string[];
const WORDS = [
  '\r\n',
  '\r\n\r\n',
  '\n',
  '\0',
  ':',
  'host: evil.example\r\n',
  'content-length: -1\r\n',
  'HTTP/9.9',
  '%',
];
const MORE = [
  'content-length: 99999999999\r\n',
  'transfer-encoding: chunked\r\n',
  'ffffffff\r\n',
  'x'.repeat(20_000),
];

/** Each case ends its half of the connection, and reads until the other is ended. */
export async function fuzzRequests(target: Target, cases: number, seed: number): Promise<Outcome> {
  const outcome = newOutcome(seed);
  const random = new Random(seed);
  const { host, port } = new URL(target.apiUrl);
  for (; outcome.cases < cases; outcome.cases += 1) {
    const sent = mutateText(random.pick(REQUESTS), random, REQUESTS, [...WORDS, ...MORE]).replace(
      'HOST',
      host,
    );
    const told = target.incidents.length;
    const answer = await exchange(Number(port), sent);
    const statuses = [...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(match => match[1] ?? '');
    for (const status of statuses) noteCode(outcome, status);
    const isFault = statuses.some(status => status >= '500') || target.incidents.length > told;
    if (isFault) outcome.faults.push({ fault: statuses.join(), sent, answer: answer.slice(0, 500) });
  }
  return outcome;
}

const exchange = (port: number, sent: string): Promise<string> =>
  new Promise(resolve => {
    const parts: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.end(Buffer.from(sent)));
    socket.on('data', (part: Buffer) => parts.push(part));
    // To be cut off is an answer, too.
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(Buffer.concat(parts).toString('latin1')));
  });
