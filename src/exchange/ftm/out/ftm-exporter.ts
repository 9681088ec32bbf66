// FollowTheMoney as a format to export: as entities, which other tools read most easily, or as statements, which keep who says what.
import type { EntityId } from '../../../domain/ids.js';
import type { ClaimRecord } from '../../../graph/records/records.js';
import type { ExportWorld } from '../../export/export-world.js';
import type { Exporter, Lose } from '../../export/exporter.js';
import { codeOf } from '../../import/country.js';
import { FtmModel } from '../ftm-model.js';
import { edgeRecord, type OutNames } from './out-edge.js';
import { ftmIdOf, nodeRecord, ownProperty, schemaOf, type OutClaim } from './out-node.js';
import { OutProperties } from './out-property.js';
import type { OutRecord } from './out-record.js';

export const ftmExporter: Exporter = {
  name: 'ftm',
  parts: [
    {
      name: 'entities.ftm.json',
      *write(world, lose) {
        for (const record of records(world, lose)) {
          if (record.isMixed) lose('which source says which value of a record');
          yield record.entityLine();
        }
      },
    },
  ],
};

export const ftmStatementsExporter: Exporter = {
  name: 'ftm-statements',
  parts: [
    {
      name: 'statements.ftm.json',
      *write(world, lose) {
        for (const record of records(world, lose)) yield* record.statementLines();
      },
    },
  ],
};

/** Entities with their properties, then what ties them. Holds pointers to claims while it runs, and the text of one record. */
function* records(world: ExportWorld, lose: Lose): IterableIterator<OutRecord> {
  const nodes = new Map<EntityId, OutClaim[]>();
  const add = (owner: EntityId, claim: OutClaim): void => {
    if (!nodes.get(owner)?.push(claim)) nodes.set(owner, [claim]);
  };
  const others: ClaimRecord[] = [];
  for (const record of world.claims()) {
    const property = ownProperty(record, world);
    if (property) add(record.claim.subject, { record, property });
    else others.push(record);
  }
  const there: OutNames = {
    model: new FtmModel(),
    idOf: id => ftmIdOf(id, world),
    schemaOf: id => schemaOf(world.graph.findEntity(id)?.entity.kind, nodes.get(id) ?? []),
  };
  const properties = new OutProperties(there.model, there.schemaOf);
  const edges: ClaimRecord[] = [];
  const needed = new Set<EntityId>();
  for (const record of others) {
    const property = properties.of(record.claim, lose);
    if (property)
      add(property.of === 'OBJECT' ? (record.claim.object ?? '') : record.claim.subject, {
        record,
        property,
      });
    else {
      edges.push(record);
      for (const id of endsOf(record)) needed.add(id);
    }
  }
  for (const record of world.entities()) {
    const claims = nodes.get(record.entity.id) ?? [];
    if (isToldByUse(record.entity.id) && claims.length === 0 && !needed.has(record.entity.id)) continue;
    yield nodeRecord(record, claims, world, there.idOf, lose);
  }
  for (const record of edges) {
    const edge = edgeRecord(record, world, there, lose);
    if (edge) yield edge;
  }
}

const endsOf = ({ claim: { subject, object, qualifiers } }: ClaimRecord): EntityId[] =>
  [subject, object, ...qualifiers.map(({ entity }) => entity)].filter(id => id !== undefined);

/** Countries and data sets that came from FollowTheMoney: there they are codes and names only. */
const isToldByUse = (id: EntityId): boolean =>
  codeOf(id) !== undefined || id.startsWith('entity:ftm-dataset/');
