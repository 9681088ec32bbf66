// Exports STIX 2.1: a bundle of what a view shows, entities first, then relationships, notes and opinions. What it cannot hold is named.
import type { ExportPart, Exporter } from '../export/exporter.js';
import type { ExportWorld } from '../export/export-world.js';
import { stixIdOf } from './stix-id.js';
import { entityObject, type StixData } from './stix-objects.js';
import { claimObjects } from './stix-relations.js';
import { isInEntity, StixEntities } from './stix-entities.js';

const part: ExportPart = {
  name: 'stix.json',
  *write(world, lose) {
    yield `{"type":"bundle","id":"${stixIdOf('bundle', String(world.asOf.seq))}","objects":[`;
    let between = '\n';
    for (const object of objectsOf(world, lose)) {
      yield `${between}${JSON.stringify(object)}`;
      between = ',\n';
    }
    yield '\n]}\n';
  },
};

function* objectsOf(world: ExportWorld, lose: (what: string) => void): Iterable<StixData> {
  const shelf = new StixEntities(world);
  for (const record of world.entities()) {
    const found = shelf.find(record.entity.id);
    if (found) yield entityObject(world, record, found, lose);
  }
  for (const record of world.claims()) {
    if (!isInEntity(world, record)) yield* claimObjects(world, record, shelf, lose);
  }
}

export const stixExporter: Exporter = { name: 'stix', parts: [part] };
