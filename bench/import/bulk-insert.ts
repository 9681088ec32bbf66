// Yardstick: reads the same files and inserts the same rows into an SQLite file in one transaction, with an index for each id and for
// each lookup that the graph keeps. Run as a process of its own: the file to make, that of the actors, then those of the events.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Database from 'libsql';

const TABLES = `
  PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
  CREATE TABLE entity (id TEXT PRIMARY KEY, kind TEXT NOT NULL, label TEXT NOT NULL) STRICT;
  CREATE INDEX entity_by_label ON entity (label);
  CREATE TABLE source (id TEXT PRIMARY KEY, kind TEXT NOT NULL, title TEXT, party TEXT, url TEXT UNIQUE) STRICT;
  CREATE INDEX source_by_party ON source (party);
  CREATE TABLE claim (
    id TEXT PRIMARY KEY, subject TEXT NOT NULL, predicate TEXT NOT NULL, object TEXT NOT NULL, valid_time TEXT
  ) STRICT;
  CREATE INDEX claim_by_subject ON claim (subject, predicate);
  CREATE INDEX claim_by_object ON claim (object);
  CREATE TABLE attestation (
    id TEXT PRIMARY KEY, claim TEXT NOT NULL, source TEXT NOT NULL, polarity TEXT NOT NULL, certainty TEXT NOT NULL,
    lineage TEXT NOT NULL, at TEXT NOT NULL, "by" TEXT NOT NULL
  ) STRICT;
  CREATE INDEX attestation_by_claim ON attestation (claim);
  CREATE INDEX attestation_by_source ON attestation (source);
  BEGIN`;
const SOURCE = 'source:icews14';

const [file = '', actors = '', ...events] = process.argv.slice(2);
const db = new Database(file);
db.exec(TABLES);
const addEntity = db.prepare('INSERT INTO entity VALUES (?, ?, ?)');
const addClaim = db.prepare('INSERT OR IGNORE INTO claim VALUES (?, ?, ?, ?, ?)');
const addAttestation = db.prepare('INSERT OR IGNORE INTO attestation VALUES (?, ?, ?, ?, ?, ?, ?, ?)');

db.prepare('INSERT INTO source VALUES (?, ?, ?, NULL, NULL)').run(SOURCE, 'DATASET', 'ICEWS14');
for (const [label = '', number = ''] of rowsOf(actors))
  addEntity.run(entityId(number), 'ORGANIZATION', label);
const at = new Date().toISOString();
for (const [subject = '', relation = '', object = '', day = ''] of events.flatMap(rowsOf)) {
  const date = new Date(Date.UTC(2014, 0, 1 + Number(day))).toISOString().slice(0, 10);
  const claim = hashed('claim', [subject, relation, object, date]);
  addClaim.run(claim, entityId(subject), `icews_${relation}`, entityId(object), date);
  const attestation = hashed('attestation', [claim, SOURCE]);
  addAttestation.run(attestation, claim, SOURCE, 'AFFIRMS', 'CERTAIN', 'UNRECORDED', at, 'bench');
}
db.exec('COMMIT');
db.close();

function rowsOf(path: string): readonly (readonly string[])[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter(line => line !== '').map(line => line.split('\t'));
}

function entityId(number: string): string {
  return `entity:icews14/${number}`;
}

/** Made from the content, as ours are. */
function hashed(kind: string, content: readonly string[]): string {
  return `${kind}:${createHash('sha256').update(content.join('\t')).digest('hex').slice(0, 24)}`;
}
