// Mixed load: small questions of many clients, first by themselves, then with a tenth of the clients asking hostile documents.
// `npm run hostile:mixed [-- --seconds 600 --clients 50]`; 1 is the exit code where a promise is broken.
import 'reflect-metadata';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { parseArgs } from 'node:util';
import { buildHearsaySchema } from '../../src/graphql/schema.js';
import { LIMITS } from '../../src/graphql/operation/request-limits.js';
import { outcomeOf } from './beside.js';
import { hostileDocuments } from './hostile-documents.js';
import type { LongIds } from './long-world.js';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '600' },
    clients: { type: 'string', default: '50' },
    length: { type: 'string', default: 'long' },
  },
});
const clients = Number(values.clients);
const hostileClients = Math.round(clients / 10);
const agent = new Agent({ keepAlive: true, maxSockets: clients });

const server = fork(new URL('./serve-long-world.ts', import.meta.url), [values.length, '10000'], {
  execArgv: ['--import', 'tsx'],
});
const [{ apiUrl, ids }] = (await once(server, 'message')) as [{ apiUrl: string; ids: LongIds }];
const documents = hostileDocuments(await buildHearsaySchema(), ids, LIMITS).map(({ query }) => query);
const small = [
  '{ stats { seq } }',
  '{ entity(id: "entity:hub") { label kind description } }',
  '{ claims(first: 5) { nodes { id sentence status support { independent } } } }',
  `{ claim(id: "${ids['claim']?.[0]}") { sentence statusExplained } }`,
  '{ entity(id: "entity:person-7") { label claims(first: 5) { nodes { sentence } } } }',
];

const ask = (query: string): Promise<string> =>
  new Promise(resolve => {
    const body = JSON.stringify({ query });
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(apiUrl, { method: 'POST', agent, headers }, response => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks).toString()));
    });
    sent.on('error', error => resolve(`no answer: ${error.message}`));
    sent.end(body);
  });

/** Megabytes that the server holds. */
async function memory(): Promise<number> {
  server.send('end');
  const [{ rss }] = (await once(server, 'message')) as [{ rss: number }];
  return Math.round(rss / 1e6);
}

interface Load {
  readonly ms: number[];
  readonly refused: Map<string, number>;
  readonly hostile: Map<string, number>;
  readonly mb: number[];
}

async function load(seconds: number, smallOnes: number, hostileOnes: number): Promise<Load> {
  const found: Load = { ms: [], refused: new Map(), hostile: new Map(), mb: [] };
  const end = performance.now() + seconds * 1000;
  const count = (of: Map<string, number>, what: string): unknown => of.set(what, (of.get(what) ?? 0) + 1);
  let next = 0;
  const smallClient = async (): Promise<void> => {
    while (performance.now() < end) {
      const began = performance.now();
      const text = await ask(small[(next += 1) % small.length] ?? '');
      found.ms.push(performance.now() - began);
      const outcome = outcomeOf(text);
      if (outcome !== 'data') count(found.refused, outcome);
    }
  };
  let at = 0;
  const hostileClient = async (): Promise<void> => {
    while (performance.now() < end)
      count(found.hostile, outcomeOf(await ask(documents[(at += 1) % documents.length] ?? '')));
  };
  const watching = (async () => {
    while (performance.now() < end) {
      found.mb.push(await memory());
      await new Promise(resolve => setTimeout(resolve, 10_000));
    }
  })();
  await Promise.all([
    ...Array.from({ length: smallOnes }, smallClient),
    ...Array.from({ length: hostileOnes }, hostileClient),
    watching,
  ]);
  return found;
}

const percentile = (ms: readonly number[], share: number): number =>
  [...ms].sort((a, b) => a - b)[Math.floor(ms.length * share)] ?? 0;

const tell = (name: string, { ms, refused, hostile, mb }: Load): void =>
  console.log(
    `${name}: ${ms.length} small answered, p50 ${percentile(ms, 0.5).toFixed(1)} ms, p99 ${percentile(ms, 0.99).toFixed(1)} ms, longest ${percentile(ms, 0.99999).toFixed(0)} ms, refused ${JSON.stringify(Object.fromEntries(refused))}; hostile ${JSON.stringify(Object.fromEntries(hostile))}; MB ${mb.join(' ')}`,
  );

await load(5, clients, 0);
const seconds = Number(values.seconds);
const alone = await load(Math.min(60, seconds), clients - hostileClients, 0);
tell('small ones alone', alone);
const mixed = await load(seconds, clients - hostileClients, hostileClients);
tell('with hostile ones', mixed);
const ratio = percentile(mixed.ms, 0.99) / percentile(alone.ms, 0.99);
// The second half of the run beside the first.
const half = Math.floor(mixed.mb.length / 2);
const growth = Math.max(...mixed.mb.slice(half)) / Math.max(...mixed.mb.slice(0, half), 1);
console.log(
  `p99 ${ratio.toFixed(2)} times that of the small ones alone; memory of the second half ${growth.toFixed(2)} of the first`,
);
server.disconnect();
agent.destroy();
process.exitCode = mixed.refused.size > 0 || ratio > 3 ? 1 : 0;
