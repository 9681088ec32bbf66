// How writes fare while many listen: sockets with many subscriptions each, in another process than the server, and a write now and then.
// npx tsx scripts/service/listen-many.ts [--sockets 100] [--each 50] [--documents 1] [--writes 20]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import WebSocket from 'ws';
import { ask } from '../../tests/fixtures/ask-api.js';
import { openServedLedger } from '../../tests/fixtures/served-ledger.js';

const ATTACH = `mutation ($claim: ID!, $title: String!) {
  attachSource(input: {
    claim: $claim, own: true, source: { new: { kind: REPORT, title: $title, partyDescribedAs: "someone" } }
  }) { outcome }
}`;
const COOLING = '{ claims(filter: { predicates: ["ties_cooling_with"] }) { nodes { id } } }';

interface State {
  /** Longest turn of the server's event loop since this was last asked, in milliseconds. */
  readonly turn: number;
  readonly mb: number;
}

/** The server, in a process of its own: told to, it says how it fared. */
async function serve(): Promise<void> {
  const { apiUrl } = await openServedLedger();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  process.on('message', () => {
    process.send?.({ turn: delay.max / 1e6, mb: process.memoryUsage.rss() / 1e6 } satisfies State);
    delay.reset();
  });
  process.send?.(apiUrl);
}

async function measure(sockets: number, each: number, documents: number, writes: number): Promise<void> {
  const server = fork(fileURLToPath(import.meta.url), ['--serve']);
  const [api] = (await once(server, 'message')) as [string];
  const state = async (): Promise<State> => {
    server.send('state');
    return ((await once(server, 'message')) as [State])[0];
  };
  const { claims } = (await ask(api, COOLING)).data as { claims: { nodes: [{ id: string }] } };
  const claim = claims.nodes[0].id;
  let title = 0;
  const write = async (): Promise<number> => {
    const start = performance.now();
    const { status } = await ask(api, ATTACH, { claim, title: `Source ${(title += 1)}` });
    if (status !== 200) throw new Error(`a write was answered with ${status}`);
    return performance.now() - start;
  };
  let heard = 0;
  const report = async (what: string, count: number): Promise<void> => {
    await state();
    const times: number[] = [];
    const all: number[] = [];
    for (let n = 0; n < writes; n += 1) {
      heard = 0;
      const start = performance.now();
      times.push(await write());
      while (heard < count) await sleep(1);
      all.push(performance.now() - start);
    }
    const { turn, mb } = await state();
    const ms = (list: number[], at: number): string =>
      (list.sort((a, b) => a - b)[Math.floor((list.length - 1) * at)] ?? NaN).toFixed(1);
    console.log(
      `${what}: write median ${ms(times, 0.5)} ms, worst ${ms(times, 1)} ms; all heard after ${ms(all, 0.5)} ms, worst ${ms(all, 1)} ms; ` +
        `longest turn ${turn.toFixed(1)} ms; ${mb.toFixed(0)} MB`,
    );
  };
  for (let n = 0; n < 10; n += 1) await write();
  await report('nobody listens', 0);
  const open: WebSocket[] = [];
  for (let n = 0; n < sockets; n += 1) {
    const socket = new WebSocket(api.replace('http', 'ws'), 'graphql-transport-ws');
    await once(socket, 'open');
    socket.send('{"type":"connection_init"}');
    await once(socket, 'message');
    socket.on('message', () => (heard += 1));
    for (let id = 0; id < each; id += 1) {
      const query = `subscription S${(n * each + id) % documents} { claimChanged { claim { id status support { independent origins } } statusAfter cause { seq by } } }`;
      socket.send(JSON.stringify({ id: String(id), type: 'subscribe', payload: { query } }));
    }
    open.push(socket);
  }
  await settled(write, () => heard);
  await report(`${sockets} sockets, ${each} subscriptions each, ${documents} documents`, sockets * each);
  for (const socket of open) socket.terminate();
  server.kill();
}

/** Waits until all are subscribed: the protocol does not say so, hence until a write is heard by as many as the one before. */
async function settled(write: () => Promise<unknown>, heard: () => number): Promise<void> {
  let [before, last] = [-1, 0];
  while (before !== last) {
    await sleep(3000);
    const start = heard();
    await write();
    for (let now = -1; now !== heard(); await sleep(2000)) now = heard();
    [before, last] = [last, heard() - start];
  }
}

const { values } = parseArgs({
  options: {
    serve: { type: 'boolean', default: false },
    sockets: { type: 'string', default: '100' },
    each: { type: 'string', default: '50' },
    documents: { type: 'string', default: '1' },
    writes: { type: 'string', default: '20' },
  },
});
const { sockets, each, documents, writes } = values;
if (values.serve) await serve();
else await measure(Number(sockets), Number(each), Number(documents), Number(writes));
