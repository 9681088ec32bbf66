// An embedded graph database, LadybugDB (the successor of Kuzu): filled from a CSV file, asked in Cypher.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPeer } from '../peers.js';
import { MOST_HOPS, nearest, type Edge, type Walker } from './walker.js';

interface Rows {
  getAll(): Promise<Record<string, number>[]>;
  close(): void;
}
interface Connection {
  query(text: string): Promise<Rows>;
  prepare(text: string): Promise<object>;
  execute(prepared: object, values: object): Promise<Rows>;
  close(): Promise<void>;
}
interface Ladybug {
  readonly Database: new (path: string) => { close(): Promise<void> };
  readonly Connection: new (database: object) => Connection;
}

/** @throws Error in words where the database is not installed. */
export async function databaseWalker(
  actors: number,
  edges: readonly Edge[],
  folder: string,
): Promise<Walker & { close(): Promise<void> }> {
  const { Database, Connection } = loadPeer<Ladybug>('@ladybugdb/core');
  const database = new Database(join(folder, 'claims.lbdb'));
  const connection = new Connection(database);
  const [nodes, claims] = [join(folder, 'actors.csv'), join(folder, 'claims.csv')];
  writeFileSync(nodes, Array.from({ length: actors }, (_, at) => at).join('\n'));
  writeFileSync(claims, edges.map(({ seq, subject, object }) => `${subject},${object},${seq}`).join('\n'));
  for (const text of [
    'CREATE NODE TABLE Actor(id INT64, PRIMARY KEY(id))',
    'CREATE REL TABLE Claim(FROM Actor TO Actor, seq INT64)',
    `COPY Actor FROM "${nodes}" (HEADER=false)`,
    `COPY Claim FROM "${claims}" (HEADER=false)`,
  ])
    (await connection.query(text)).close();
  const level = await connection.prepare(
    `MATCH (a:Actor)-[c:Claim]-(b:Actor) WHERE a.id IN $frontier
     RETURN DISTINCT c.seq AS seq, a.id AS subject, b.id AS object ORDER BY seq LIMIT $wanted`,
  );
  const shortest = await connection.prepare(
    `MATCH (a:Actor {id: $from})-[c:Claim* SHORTEST 1..${MOST_HOPS}]-(b:Actor {id: $to}) RETURN length(c) AS hops`,
  );
  const ask = async (prepared: object, values: object): Promise<Record<string, number>[]> => {
    const rows = await connection.execute(prepared, values);
    const all = await rows.getAll();
    rows.close();
    return all;
  };
  return {
    around: (of, hops) =>
      // A claim between two of the frontier comes from either side.
      nearest(of, hops, async (frontier, wanted) =>
        (await ask(level, { frontier, wanted: 2 * wanted })).map(row => row as unknown as Edge),
      ),
    async pathLength(from, to) {
      const [row] = await ask(shortest, { from, to });
      return row?.hops ?? null;
    },
    async close() {
      await connection.close();
      await database.close();
    },
  };
}
