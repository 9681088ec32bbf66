// Claims that are records of their own in FollowTheMoney: what ties two entities, and sanctions and papers of one.
import type { Claim, Qualifier } from '../../../domain/claim.js';
import type { EntityId } from '../../../domain/ids.js';
import type { ClaimRecord } from '../../../graph/records/records.js';
import type { ExportWorld } from '../../export/export-world.js';
import type { Lose } from '../../export/exporter.js';
import type { FtmModel } from '../ftm-model.js';
import { EDGES, VALUES } from '../ftm-schema.js';
import { OutRecord } from './out-record.js';
import { sayersOf } from './out-sayers.js';
import { datesOf } from './out-time.js';

/** A record for a claim that no property says; null, and named, where FollowTheMoney has nothing like it. */
export function edgeRecord(
  record: ClaimRecord,
  world: ExportWorld,
  there: OutNames,
  lose: Lose,
): OutRecord | null {
  const { claim } = record;
  const shape =
    claim.object === undefined ? valueShape(claim, lose) : edgeShape(claim, claim.object, world, there, lose);
  if (!shape) return null;
  const sayers = sayersOf(record, world, lose);
  const datasets = sayers.map(({ dataset }) => dataset);
  if (datasets.length === 0) {
    lose('claims that nobody affirms');
    return null;
  }
  const labelOf = (id: EntityId): string => world.graph.labelOf(id);
  const out = new OutRecord(claim.id.replace(':', '-'), shape.schema);
  for (const [property, text] of shape.ends(there.idOf)) out.add(property, text, datasets);
  for (const [property, date] of datesOf(claim.validTime, lose)) out.add(property, date, datasets);
  for (const qualifier of shape.qualifiers)
    addQualifier(out, qualifier, shape, { ...there, labelOf }, datasets, lose);
  for (const { dataset, pages } of sayers) {
    for (const [property, text] of pages) out.add(property, text, [dataset]);
  }
  return out;
}

/** How entities are called there, and what they are. */
export interface OutNames {
  readonly model: FtmModel;
  readonly idOf: (entity: EntityId) => string;
  readonly schemaOf: (entity: EntityId) => string;
}

interface Shape {
  readonly schema: string;
  readonly ends: (
    idOf: (entity: EntityId) => string,
  ) => readonly (readonly [property: string, text: string])[];
  readonly qualifiers: readonly Qualifier[];
  readonly renamed: { readonly [property: string]: string };
}

function edgeShape(
  { subject, predicate, qualifiers }: Claim,
  object: EntityId,
  world: ExportWorld,
  { model, schemaOf }: OutNames,
  lose: Lose,
): Shape {
  for (const [schema, edge] of Object.entries(EDGES)) {
    const found = edge.predicates.find(
      ({ id }) => id === (predicate === 'holds_role' ? 'serves_as' : predicate),
    );
    if (!found) continue;
    const [source, target] = found.turned === true ? [object, subject] : [subject, object];
    if (!model.mayPoint(schema, edge.source, schemaOf(source))) continue;
    if (!model.mayPoint(schema, edge.target, schemaOf(target))) continue;
    if (predicate === 'holds_role') lose('that a role has one seat');
    return {
      schema,
      ends: idOf => [
        [edge.source, idOf(source)],
        [edge.target, idOf(target)],
      ],
      qualifiers,
      renamed: edge.renamed ?? {},
    };
  }
  if (predicate !== 'related_to') lose(`predicate "${predicate}", which is written as a link in words`);
  const { label } = world.graph.vocabulary.predicateOrPlain(predicate);
  const words = predicate === 'related_to' ? [] : [['role', label] as const];
  return {
    schema: 'UnknownLink',
    ends: idOf => [['subject', idOf(subject)], ['object', idOf(object)], ...words],
    qualifiers,
    renamed: EDGES['UnknownLink']?.renamed ?? {},
  };
}

function valueShape({ subject, predicate, value, qualifiers }: Claim, lose: Lose): Shape | null {
  const text = value && 'text' in value ? value.text : undefined;
  const isPaper = predicate === 'identified_by' && qualifiers.some(({ name }) => name === 'scheme');
  if (predicate === 'listed_for_sanctions_by' && (text !== undefined || value?.type === 'SOME_VALUE')) {
    const said: readonly (readonly [string, string])[] = text === undefined ? [] : [['authority', text]];
    return {
      schema: 'Sanction',
      ends: idOf => [['entity', idOf(subject)], ...said],
      qualifiers,
      renamed: {},
    };
  }
  if (isPaper && text !== undefined) {
    const renamed = VALUES['Identification']?.renamed ?? {};
    return {
      schema: 'Identification',
      ends: idOf => [
        ['holder', idOf(subject)],
        ['number', text],
      ],
      qualifiers,
      renamed,
    };
  }
  const property = qualifiers.find(({ name }) => name === 'property')?.value;
  lose(property === undefined ? `values of "${predicate}"` : `property "${property.slice(0, 60)}"`);
  return null;
}

function addQualifier(
  out: OutRecord,
  { name, value, entity }: Qualifier,
  { schema, renamed }: Shape,
  there: OutNames & { readonly labelOf: (entity: EntityId) => string },
  datasets: readonly string[],
  lose: Lose,
): void {
  const back = Object.entries(renamed).find(([, qualifier]) => qualifier === name)?.[0];
  const property = back ?? name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const isOther = back === undefined && (Object.hasOwn(renamed, property) || NEVER.includes(property));
  if (!isOther && entity !== undefined && there.model.mayPoint(schema, property, there.schemaOf(entity))) {
    out.add(property, there.idOf(entity), datasets);
  } else if (isOther || !there.model.hasText(schema, property)) lose(`qualifier "${name}" of a ${schema}`);
  else {
    if (entity !== undefined) lose(`which entity a qualifier "${name}" means, beyond its name`);
    out.add(property, value ?? there.labelOf(entity ?? ''), datasets);
  }
}

/** What these say there is no qualifier here. */
const NEVER: readonly string[] = ['startDate', 'endDate', 'date', 'sourceUrl', 'publisher', 'proof'];
