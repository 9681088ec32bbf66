// The long run: every field of the schema as deep and wide as the limits allow, on a world where it is long, cold and warm, with small
// questions beside. `npm run hostile [-- --only NAME] [--length short] [--operation-ms N]`; 1 is the exit code where a promise is broken.
import 'reflect-metadata';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { buildHearsaySchema } from '../../src/graphql/schema.js';
import { LIMITS } from '../../src/graphql/operation/request-limits.js';
import { askBeside, outcomeOf, post } from './beside.js';
import { hostileDocuments } from './hostile-documents.js';
import type { LongIds } from './long-world.js';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    length: { type: 'string', default: 'long' },
    'operation-ms': { type: 'string', default: '3000' },
  },
});
const operationMs = Number(values['operation-ms']);
/** Milliseconds past the operation's time within which a refusal comes, and within which a small question is answered. */
const GRACE = 100;
const KNOWN = [
  'data',
  'QUERY_TOO_COSTLY',
  'OPERATION_TIMEOUT',
  'ANSWER_TOO_LONG',
  'INVALID_INPUT',
  'NOT_FOUND',
  'GRAPHQL_VALIDATION_FAILED',
];

const server = fork(new URL('./serve-long-world.ts', import.meta.url), [values.length, String(operationMs)], {
  execArgv: ['--import', 'tsx'],
});
const [{ apiUrl, ids }] = (await once(server, 'message')) as [{ apiUrl: string; ids: LongIds }];
/** Megabytes that the server holds, and the longest turn of its event loop since it was told to begin. */
async function fared(): Promise<{ readonly mb: number; readonly longest: number }> {
  server.send('end');
  const [{ rss, longest }] = (await once(server, 'message')) as [{ rss: number; longest: number }];
  return { mb: Math.round(rss / 1e6), longest };
}

const documents = hostileDocuments(await buildHearsaySchema(), ids, LIMITS).filter(
  ({ name }) => values.only === undefined || name.includes(values.only),
);
const { mb: before } = await fared();
console.log(`${documents.length} documents, ${before} MB before`);
let most = before;
let broken = 0;
const seen = new Map<string, number>();
/** The worst of all that ask at their top for the same thing. */
const worst = new Map<string, { ms: number; longest: number; characters: number }>();

for (const { name, query } of documents) {
  for (const time of ['cold', 'warm']) {
    server.send('begin');
    const beside = askBeside(apiUrl);
    const began = performance.now();
    const { text } = await post(apiUrl, query);
    const ms = performance.now() - began;
    const { ms: smalls, failures } = await beside.stop();
    const outcome = outcomeOf(text);
    const slowest = Math.max(0, ...smalls);
    const { mb, longest } = await fared();
    most = Math.max(most, mb);
    const kind = /\b(\w+)[ ({]/.exec(query.replace(/^\{ (a0: )?/, ''))?.[1] ?? '';
    const before = worst.get(kind) ?? { ms: 0, longest: 0, characters: 0 };
    worst.set(kind, {
      ms: Math.max(before.ms, ms),
      longest: Math.max(before.longest, longest),
      characters: Math.max(before.characters, text.length),
    });
    seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
    const faults = [
      ...(KNOWN.includes(outcome) ? [] : [`came to ${outcome}`]),
      ...(ms > operationMs + GRACE ? ['late'] : []),
      ...(longest > GRACE ? ['blocked others'] : []),
      ...failures.slice(0, 1),
    ];
    if (faults.length > 0) broken += 1;
    if (faults.length > 0 || longest > GRACE / 2) {
      console.log(
        `${name} (${time}): ${outcome} after ${Math.round(ms)} ms, ${text.length} characters, longest turn ${Math.round(longest)} ms of its own, small ones at most ${Math.round(slowest)} ms, ${mb} MB${faults.length > 0 ? ` — ${faults.join(', ')}` : ''}`,
      );
      if (faults.length > 0) console.log(`   ${query.slice(0, 300)}`);
    }
  }
}
for (const [kind, { ms: took, longest, characters }] of worst)
  console.log(
    `${kind}: ${Math.round(took)} ms, longest turn ${Math.round(longest)} ms, ${characters} characters`,
  );
console.log(Object.fromEntries(seen));
console.log(
  `${documents.length} documents, each twice: ${broken} broken; memory ${before} MB before, at most ${most} MB`,
);
server.disconnect();
process.exitCode = broken > 0 ? 1 : 0;
