// SQLite in memory, the frontier of each level in one question.
import Database from 'libsql';
import { meetingLength, nearest, type Edge, type Walker } from './walker.js';

export function sqliteWalker(edges: readonly Edge[]): Walker {
  const file = new Database(':memory:');
  file.exec(
    'CREATE TABLE claim (seq INTEGER PRIMARY KEY, subject INTEGER NOT NULL, object INTEGER NOT NULL)',
  );
  const insert = file.prepare('INSERT INTO claim VALUES (?, ?, ?)');
  file.exec('BEGIN');
  for (const { seq, subject, object } of edges) insert.run(seq, subject, object);
  file.exec('COMMIT');
  file.exec('CREATE INDEX by_subject ON claim (subject, object)');
  file.exec('CREATE INDEX by_object ON claim (object, subject)');
  file.exec('ANALYZE');
  const of = '(SELECT value FROM json_each(?1))';
  const level = file.prepare(
    `SELECT seq, subject, object FROM claim WHERE subject IN ${of}
     UNION SELECT seq, subject, object FROM claim WHERE object IN ${of} ORDER BY seq LIMIT ?2`,
  );
  const beside = file
    .prepare(
      `SELECT object FROM claim WHERE subject IN ${of} UNION SELECT subject FROM claim WHERE object IN ${of}`,
    )
    .raw(true);
  return {
    around: (from, hops) =>
      nearest(from, hops, (frontier, wanted) => level.all(JSON.stringify(frontier), wanted) as Edge[]),
    pathLength: (from, to) =>
      meetingLength(from, to, frontier => (beside.all(JSON.stringify(frontier)) as number[][]).flat()),
  };
}
