// An entity as attributes of a graph file, with its claims that have values instead of objects.
import type { ExportWorld } from '../export/export-world.js';
import type { Lose } from '../export/exporter.js';
import type { ClaimRecord, EntityRecord, NameRecord } from '../../graph/records/records.js';
import { valueJson, type Cells } from './out-claim.js';
import type { NodeAttribute } from './own-names.js';

export function nodeCells(world: ExportWorld, record: EntityRecord, lose: Lose): Cells<NodeAttribute> {
  const { entity, grades, judgements } = record;
  const values = valueClaims(world, entity.id).map(claim => valueJson(world, claim));
  if (judgements.some(judgement => world.viewed.lens.knows(judgement))) lose('judgements of identity');
  return {
    label: entity.label,
    kind: entity.kind,
    description: entity.description,
    names: JSON.stringify(world.namesOf(record).map(name => nameJson(name, lose))),
    same_as: entity.sameAs.length === 0 ? undefined : entity.sameAs.join(' '),
    provisional: entity.provisional,
    reliability: world.viewed.lens.latest(grades)?.reliability,
    values: values.length === 0 ? undefined : JSON.stringify(values),
  };
}

function nameJson({ recorded: _, source, ...name }: NameRecord, lose: Lose): object {
  if (source !== undefined) lose('the source in which a name was met');
  return name;
}

function valueClaims(world: ExportWorld, subject: string): readonly ClaimRecord[] {
  const claims = world.only
    ? [...world.claims()]
    : world.graph.mentionsOf(subject).filter(claim => world.viewed.accepts(claim));
  return claims.filter(({ claim }) => claim.subject === subject && claim.object === undefined);
}
