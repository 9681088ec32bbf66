// How the page asks: never of a server that has not come as far as the one that answered before.
import { afterEach, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../../../../src/graphql/server.js';
import { LIMITS } from '../../../../src/graphql/operation/request-limits.js';
import { ask } from '../../../../src/web/explorer/api/ask.js';
import { openLedger, type OpenLedger } from '../../../fixtures/open-ledger.js';

/** As the page's documents are: parsed, with an answer of a known form. */
type Question = Parameters<typeof ask<{ readonly stats: { readonly seq: number } }, object>>[0];

const { fetch: real } = globalThis;
const servers: RunningServer[] = [];
afterEach(async () => {
  globalThis.fetch = real;
  await Promise.all(servers.splice(0).map(server => server.close()));
});

async function serve(): Promise<OpenLedger & { readonly api: string }> {
  const open = await openLedger();
  const log = (_: string, error: unknown): never => {
    throw error;
  };
  const limits = { ...LIMITS, behindMs: 300 };
  const server = await startServer({ ledger: open.ledger, by: 'tests', port: 0, webFolder: '', log, limits });
  servers.push(server);
  return { ...open, api: server.apiUrl };
}

/** From now on the page's own address is that of a server. */
function cameFrom(api: string): void {
  globalThis.fetch = (_, init) => real(api, init);
}

const add = (open: OpenLedger, name: string): Promise<unknown> =>
  open.ledger.execute({ type: 'AddEntity', id: `entity:t/${name}`, kind: 'PERSON', label: name }, 'Tess');

test('a server that lies behind is waited for, and one that never comes as far has another journal', async () => {
  const { parse } = await import('graphql');
  const question = parse('{ stats { seq } }') as unknown as Question;
  const seqNow = async (): Promise<number> => (await ask(question, {})).stats.seq;
  const [one, other] = [await serve(), await serve()];
  await add(one, 'a');
  await add(one, 'b');
  cameFrom(one.api);
  expect(await seqNow()).toBe(2);
  cameFrom(other.api);
  await add(other, 'a');
  const asked = seqNow();
  await add(other, 'b');
  expect(await asked).toBe(2);
  await add(one, 'c');
  cameFrom(one.api);
  expect(await seqNow()).toBe(3);
  cameFrom(other.api);
  expect(await seqNow()).toBe(2);
});
