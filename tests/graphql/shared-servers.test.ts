// Several servers on one journal in PostgreSQL, as their clients see them.
import { createClient } from 'graphql-ws';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import WebSocket from 'ws';
import { startServer, type RunningServer } from '../../src/graphql/server.js';
import { JournalWatch } from '../../src/journal/journal-watch.js';
import type { Ledger } from '../../src/journal/ledger.js';
import { openPostgresJournal } from '../../src/journal/postgres/postgres-journal.js';
import type { PostgresOptions } from '../../src/journal/postgres/rows.js';
import { ask } from '../fixtures/ask-api.js';
import { openLoadedLedger } from '../fixtures/loaded-ledger.js';
import { describeOnPostgres } from '../fixtures/on-postgres.js';
import { openLedger } from '../fixtures/open-ledger.js';
import { startPostgres, type Postgres } from '../fixtures/postgres.js';
import { until } from '../fixtures/until.js';

const ADD =
  'mutation ($label: String!) { addEntity(input: { kind: PERSON, label: $label }) { entity { id } } }';
const FIND = 'query ($id: ID!) { entity(id: $id) { label } stats { seq } }';
const COOLING = '{ claims(filter: { predicates: ["ties_cooling_with"] }) { nodes { id } } }';
const ATTACH = `mutation ($claim: ID!, $title: String!) {
  attachSource(input: {
    claim: $claim, own: true, source: { new: { kind: REPORT, title: $title, partyDescribedAs: "someone" } }
  }) { outcome }
}`;
const CHANGED = 'subscription { claimChanged { cause { seq by } claim { id } } }';

interface Answer {
  readonly status: number;
  readonly seq: string | null;
  readonly age: string | null;
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly codes: readonly unknown[];
}

/** With the id of what was added, empty where nothing was. */
interface Added extends Answer {
  readonly id: string;
}

interface Served extends RunningServer {
  readonly ledger: Ledger;
  post(query: string, variables?: object, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Adds an entity. */
  add(label: string): Promise<Added>;
  ready(): Promise<readonly unknown[]>;
  metric(name: string): Promise<number>;
}

describeOnPostgres('servers on one journal in PostgreSQL', () => {
  let postgres: Postgres;
  let address: string;
  let endings: (() => Promise<void>)[];
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());
  beforeEach(async () => {
    address = await postgres.newDatabase();
    endings = [];
  });
  afterEach(async () => {
    for (const end of endings) await end();
  });

  async function serve(options: PostgresOptions = {}, isLoaded = false): Promise<Served> {
    const watch = new JournalWatch();
    const { trouble } = watch;
    const { journal } = await openPostgresJournal(address, { poll: 60_000, trouble, ...options });
    const { ledger } = await (isLoaded ? openLoadedLedger : openLedger)(watch.over(journal));
    const log = (_: string, error: unknown): never => {
      throw error;
    };
    const service = { journal: watch };
    const server = await startServer({ ledger, by: 'tests', port: 0, webFolder: '', log, service });
    endings.push(async () => {
      await server.close();
      await ledger.close();
    });
    return { ...server, ledger, ...clientOf(server) };
  }

  const inDatabase = (sql: string): Promise<object[]> =>
    postgres.server.ask(sql, address.slice(address.lastIndexOf('/') + 1));

  test('what one server recorded is read through another that is asked for its place, a hundred times of a hundred', async () => {
    const servers = [await serve(), await serve()] as const;
    for (let time = 0; time < 100; time += 1) {
      const [writer, reader] = [servers[time % 2], servers[(time + 1) % 2]] as [Served, Served];
      const { id, seq, codes } = await writer.add(`Person ${time}`);
      expect([codes, seq]).toEqual([[], String(time + 1)]);
      const read = await reader.post(FIND, { id }, { 'x-hearsay-min-seq': seq ?? '' });
      expect(read).toMatchObject({
        status: 200,
        seq,
        age: null,
        data: { entity: { label: `Person ${time}` }, stats: { seq: time + 1 } },
      });
    }
  });

  test('a place that no server has come to is refused by each', async () => {
    const one = await serve();
    const { status, codes } = await one.post(FIND, { id: 'entity:nobody' }, { 'x-hearsay-min-seq': '1' });
    expect([status, codes]).toEqual([503, ['JOURNAL_BEHIND']]);
  });

  test('subscribers hear of what another server recorded', async () => {
    const [one, other] = [await serve({}, true), await serve()];
    const { claims } = (await ask(one.apiUrl, COOLING)).data as { claims: { nodes: [{ id: string }] } };
    const claim = claims.nodes[0].id;
    const url = other.apiUrl.replace('http', 'ws');
    const client = createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0 });
    endings.unshift(async () => client.dispose());
    let heard: unknown;
    const first = client
      .iterate({ query: CHANGED })
      .next()
      .then(next => (heard = next.value));
    // The protocol has no word for "subscribed", so sources are attached until one is heard of.
    for (let n = 0; heard === undefined; n += 1)
      await ask(one.apiUrl, ATTACH, { claim, title: `Source ${n}` });
    await first;
    expect(heard).toMatchObject({ data: { claimChanged: { claim: { id: claim }, cause: { by: 'tests' } } } });
  });

  test('while the database is away answers tell their age, writes are refused with 503, and it recovers by itself', async () => {
    const one = await serve({ patience: 300, poll: 100 });
    const { id } = await one.add('Ann');
    const found = { status: 200, seq: '1', data: { entity: { label: 'Ann' } } };
    expect(await one.ready()).toEqual([200, { state: 'ready', journal: { reached: true, age: 0 } }]);
    await postgres.server.kill();
    try {
      expect(await one.add('Bob')).toMatchObject({ status: 503, codes: ['JOURNAL_UNAVAILABLE'] });
      await until('the age is told', async () => (await one.post(FIND, { id })).age !== null);
      // By Apollo, compiled, and kept.
      for (const query of [FIND, `${FIND} # again`, `${FIND} # again`, `${FIND} # again`]) {
        const answer = await one.post(query, { id });
        expect(answer).toMatchObject(found);
        expect(Number(answer.age)).toBeGreaterThanOrEqual(2);
      }
      const entries = await one.post('{ journal { nodes { seq } } }');
      expect(entries.codes).toEqual(['JOURNAL_UNAVAILABLE']);
      expect(await one.ready()).toMatchObject([200, { state: 'ready', journal: { reached: false } }]);
      expect(await one.metric('hearsay_ready')).toBe(1);
      expect(await one.metric('hearsay_journal_age_seconds')).toBeGreaterThan(2);
      expect(await one.metric('hearsay_commit_failures_total')).toBe(0);
    } finally {
      await postgres.server.start();
    }
    await until('it is there again', async () => (await one.post(FIND, { id })).age === null);
    expect(await one.add('Bob')).toMatchObject({ status: 200, seq: '2', age: null, codes: [] });
    expect(await one.ready()).toEqual([200, { state: 'ready', journal: { reached: true, age: 0 } }]);
    expect(await one.metric('hearsay_journal_away_total')).toBe(1);
  });

  test('a write that the database refuses leaves a server ready: it would refuse it to all of them', async () => {
    const one = await serve();
    await inDatabase('ALTER TABLE hearsay_event ADD CONSTRAINT full_disk CHECK (seq < 1)');
    expect((await one.add('Ann')).codes).toEqual(['JOURNAL_ERROR']);
    expect(await one.ready()).toEqual([200, { state: 'ready', journal: { reached: true, age: 0 } }]);
    expect(await one.metric('hearsay_commit_failures_total')).toBe(1);
    await inDatabase('ALTER TABLE hearsay_event DROP CONSTRAINT full_disk');
    expect((await one.add('Ann')).codes).toEqual([]);
  });

  test('answers that were kept at a place of a past that the database lost are not given at the same place of another', async () => {
    const [one, other] = [await serve(), await serve()];
    for (const label of ['Ann', 'Bob']) await one.add(label);
    const { id, seq } = await one.add('Cid');
    const lost = () => other.post(FIND, { id }, { 'x-hearsay-min-seq': seq ?? '' });
    for (let time = 0; time < 3; time += 1)
      expect((await lost()).data).toMatchObject({ entity: { label: 'Cid' } });
    await inDatabase(
      `DELETE FROM hearsay_event WHERE seq = 3;
       UPDATE hearsay_head SET seq = 2, hash = (SELECT hash FROM hearsay_event WHERE seq = 2)`,
    );
    const added = await one.add('Dee');
    expect([seq, added.seq]).toEqual(['3', '3']);
    await until('the other goes that way too', () => other.ledger.graph.findEntity(added.id) !== null);
    expect(await lost()).toMatchObject({ status: 200, seq: '3', data: { entity: null, stats: { seq: 3 } } });
  });
});

function clientOf({ url, apiUrl }: RunningServer): Pick<Served, 'post' | 'add' | 'ready' | 'metric'> {
  const post: Served['post'] = async (query, variables = {}, headers = {}) => {
    const response = await fetch(apiUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    const { data = null, errors = [] } = (await response.json()) as {
      data?: Answer['data'];
      errors?: readonly { extensions: { code: unknown } }[];
    };
    return {
      status: response.status,
      seq: response.headers.get('x-hearsay-seq'),
      age: response.headers.get('x-hearsay-age'),
      data,
      codes: errors.map(({ extensions }) => extensions.code),
    };
  };
  return {
    post,
    add: async label => {
      const answer = await post(ADD, { label });
      const { addEntity } = (answer.data ?? {}) as { addEntity?: { entity: { id: string } } };
      return { ...answer, id: addEntity?.entity.id ?? '' };
    },
    ready: async () => {
      const response = await fetch(`${url}/readyz`);
      return [response.status, await response.json()];
    },
    metric: async name => {
      const text = await (await fetch(`${url}/metrics`)).text();
      return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
    },
  };
}
