// Sends requests of all kinds, some at a time, and compares what the server logged and counted with what was sent.
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { RequestLine } from '../../src/graphql/operation/request-notes.js';
import { inFolder, startServing } from '../fixtures/hearsay-process.js';

export interface Counted {
  readonly sent: number;
  /** How many there were of each operation, outcome and code. */
  readonly kinds: Readonly<Record<string, number>>;
  /** What differs between sent, logged and counted. */
  readonly differences: readonly string[];
}

const ADD = 'mutation ($l: String!) { addEntity(input: { kind: PERSON, label: $l }) { entity { id } } }';
const COSTLY = '{ claims(first: 999999) { nodes { id } } }';
const LANES = 16;
const PATIENCE_MS = 10_000;

type Send = (url: string, id: string) => Promise<void>;

async function send(url: string, id: string, init: RequestInit = {}): Promise<void> {
  const headers = { 'content-type': 'application/json', 'x-request-id': id, ...init.headers };
  await (await fetch(url, { ...init, headers })).arrayBuffer();
}

const post =
  (query: string, headers = {}): Send =>
  (url, id) => {
    const body = JSON.stringify({ query, variables: { l: query === ADD ? id : ' ' } });
    return send(`${url}/graphql`, id, { method: 'POST', headers, body });
  };

/** Goes away in the midst of what it says. */
const leave: Send = async (url, id) => {
  const { host, port } = new URL(url);
  const socket = connect(Number(port), '127.0.0.1');
  const head = `POST /graphql HTTP/1.1\r\nhost: ${host}\r\nx-request-id: ${id}\r\ncontent-length: 99\r\n`;
  socket.write(`${head}content-type: application/json\r\n\r\n{`, () => socket.end());
  socket.on('error', () => undefined).resume();
  await once(socket, 'close');
};

const UPGRADE = 'connection: upgrade\r\nupgrade: websocket\r\n';

/** Sends a head as it is, given the lines of its id and its host. */
const bytes =
  (head: (id: string, host: string) => string): Send =>
  async (url, id) => {
    const { host, port } = new URL(url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.on('error', () => undefined).resume();
    socket.end(head(`x-request-id: ${id}\r\n`, `host: ${host}\r\n`));
    await once(socket, 'close');
  };

/** Kinds of request, by what they must be counted as. */
const KINDS: readonly (readonly [string, Send])[] = [
  ['query ok ', post('{ stats { seq } }')],
  ['mutation ok ', post(ADD)],
  ['mutation refused INVALID_INPUT', post(`${ADD} `)],
  ['none refused GRAPHQL_PARSE_FAILED', post('{')],
  ['none refused GRAPHQL_VALIDATION_FAILED', post('{ nope }')],
  ['query refused QUERY_TOO_COSTLY', post(COSTLY)],
  ['none refused ORIGIN_NOT_ALLOWED', post('{ stats { seq } }', { origin: 'http://evil.example' })],
  ['none refused ROUTE_NOT_FOUND', (url, id) => send(`${url}/nowhere`, id)],
  ['none refused BAD_REQUEST', (url, id) => send(`${url}/%zz`, id)],
  ['none refused BAD_REQUEST', bytes(id => `GET /healthz HTTP/1.1\r\n${id}\r\n`)],
  ['none refused BAD_REQUEST', bytes((id, host) => `GET / HTTP/1.1\r\n${host}${id}expect: tea\r\n\r\n`)],
  ['none refused BAD_REQUEST', bytes((id, host) => `CONNECT a.example:443 HTTP/1.1\r\n${host}${id}\r\n`)],
  ['none refused BAD_REQUEST', bytes((id, host) => `GET /graphql HTTP/1.1\r\n${host}${id}${UPGRADE}\r\n`)],
  ['none ok ', (url, id) => send(`${url}/healthz`, id)],
  ['none gone ', leave],
];

/** Sends that many requests to the built server. */
export const countRequests = (total: number): Promise<Counted> =>
  inFolder(async folder => {
    const data = join(folder, 'a.db');
    const server = await startServing(['--empty', '--data', data, '--log', 'json']);
    const { origin } = new URL(server.api);
    const sent = await sendAll(origin, total);
    const counted = await countsOf(origin, total);
    const { err } = await server.end('SIGTERM');
    const lines = requestLines(err);
    const differences = [
      ...differing('counted', tally([...sent.values()]), counted),
      ...differing('logged', tally([...sent.values()]), tally([...lines.values()].flat())),
      ...[...sent].flatMap(([id, kind]) =>
        lines.get(id)?.join() === kind
          ? []
          : [`${id} (${kind}) is logged as ${lines.get(id)?.join() ?? 'nothing'}`],
      ),
    ];
    return { sent: sent.size, kinds: tally([...sent.values()]), differences };
  });

async function sendAll(url: string, total: number): Promise<Map<string, string>> {
  const sent = new Map<string, string>();
  const lane = async (): Promise<void> => {
    while (sent.size < total) {
      const id = `r-${sent.size}`;
      const [kind, sendOne] = KINDS[sent.size % KINDS.length] ?? KINDS[0]!;
      sent.set(id, kind);
      await sendOne(url, id);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return sent;
}

/** Asked again while some are not over: the server may hear later than we that a client went away. */
async function countsOf(url: string, total: number): Promise<Record<string, number>> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const text = await (await fetch(`${url}/metrics`)).text();
    const samples = text.matchAll(
      /^hearsay_requests_total\{operation="(\w+)",outcome="(\w+)",code="(\w*)"\} (\d+)$/gm,
    );
    const counts = Object.fromEntries(
      [...samples].map(([, o, r, code, n]) => [`${o} ${r} ${code}`, Number(n)]),
    );
    const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
    if (all >= total || performance.now() > until) return withoutOurOwn(counts, all - total);
    await wait(50);
  }
}

/** Requests for the metrics themselves are counted too, once they are over. */
const withoutOurOwn = (counts: Record<string, number>, own: number): Record<string, number> => ({
  ...counts,
  'none ok ': (counts['none ok '] ?? 0) - own,
});

function requestLines(log: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const text of log.trimEnd().split('\n')) {
    const line = JSON.parse(text) as RequestLine & { readonly event: string };
    if (line.event !== 'request' || line.route === '/metrics') continue;
    const kind = `${line.operation} ${line.outcome} ${line.codes[0] ?? ''}`;
    found.set(line.id, [...(found.get(line.id) ?? []), kind]);
  }
  return found;
}

function tally(kinds: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

const differing = (how: string, sent: Record<string, number>, found: Record<string, number>): string[] =>
  [...new Set([...Object.keys(sent), ...Object.keys(found)])]
    .filter(kind => (sent[kind] ?? 0) !== (found[kind] ?? 0))
    .map(kind => `${kind}: ${sent[kind] ?? 0} sent, ${found[kind] ?? 0} ${how}`);
