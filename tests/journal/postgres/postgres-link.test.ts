// Which of several servers of a database is written to.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postgresHosts } from '../../../src/journal/postgres/address.js';
import { PostgresLink } from '../../../src/journal/postgres/link.js';
import { describeOnPostgres } from '../../fixtures/on-postgres.js';
import { startCluster, type PostgresCluster } from '../../fixtures/postgres-cluster.js';

describeOnPostgres('a connection to a database of three servers', () => {
  let cluster: PostgresCluster;
  beforeAll(async () => {
    cluster = await startCluster();
  });
  afterAll(() => cluster.stop());

  /** The port of the server that is taken. */
  async function taken(): Promise<number> {
    const link = await PostgresLink.open(postgresHosts(cluster.url('postgres')));
    await link.close();
    return Number(new URL(link.host).port);
  }

  test('it is to the one that takes writes; to the one promoted last where an older one takes them too', async () => {
    const first = cluster.primary;
    expect(await taken()).toBe(first.port);
    const promoted = await cluster.promote();
    const [stillWrites] = await first.ask('SHOW transaction_read_only');
    expect(stillWrites).toEqual({ transaction_read_only: 'off' });
    for (let time = 0; time < 10; time += 1) expect(await taken()).toBe(promoted.port);
  });
});
