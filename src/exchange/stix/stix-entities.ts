// What an export to STIX writes into the objects of entities: claims of what they are classified as, and by which ids they are known.
import type { EntityId } from '../../domain/ids.js';
import type { ClaimRecord, EntityRecord } from '../../graph/records/records.js';
import { codeOf } from '../import/country.js';
import type { ExportWorld } from '../export/export-world.js';
import { denialsOf } from './stix-said.js';
import { originalId, stixIdOf } from './stix-id.js';

/** Types of STIX that need nothing more than a name, or what can be filled in. */
const TYPES: readonly string[] = [
  ...['threat-actor', 'intrusion-set', 'campaign', 'malware', 'tool', 'attack-pattern', 'course-of-action'],
  ...['vulnerability', 'infrastructure', 'identity', 'location', 'incident'],
];

export interface StixEntity {
  readonly type: string;
  readonly stixId: string;
  readonly classes: readonly ClaimRecord[];
  readonly identifiers: readonly ClaimRecord[];
}

/** Held in memory: a few texts for each entity. */
export class StixEntities {
  private readonly entities = new Map<EntityId, StixEntity>();

  constructor(world: ExportWorld) {
    const [classes, identifiers] = [new Map<EntityId, ClaimRecord[]>(), new Map<EntityId, ClaimRecord[]>()];
    for (const record of world.claims()) {
      if (!isInEntity(world, record)) continue;
      const shelf = record.claim.predicate === 'classified_as' ? classes : identifiers;
      shelf.set(record.claim.subject, [...(shelf.get(record.claim.subject) ?? []), record]);
    }
    for (const record of world.entities()) {
      const { id } = record.entity;
      const mine = classes.get(id) ?? [];
      const type = typeOf(record, mine);
      const stixId = originalId(id, type) ?? stixIdOf(type, id);
      this.entities.set(id, { type, stixId, classes: mine, identifiers: identifiers.get(id) ?? [] });
    }
  }

  find(id: EntityId): StixEntity | undefined {
    return this.entities.get(id);
  }
}

/** Claims that become part of an entity's object, and none of their own: those that stand and nobody denies. */
export const isInEntity = (world: ExportWorld, record: ClaimRecord): boolean => {
  const { claim, withdrawn, superseded } = record;
  if (claim.predicate !== 'classified_as' && claim.predicate !== 'identified_by') return false;
  if (withdrawn || superseded || claim.value?.type !== 'TEXT') return false;
  return denialsOf(world, record).length === 0;
};

/** The type that it is classified as, where its kind is the one that type has; else one that says its kind. */
function typeOf({ entity: { id, kind } }: EntityRecord, classes: readonly ClaimRecord[]): string {
  const known = classes.flatMap(({ claim: { value } }) => (value?.type === 'TEXT' ? value.text : []));
  const given = TYPES.find(type => known.includes(type));
  if (given !== undefined) return given;
  if (kind === 'PLACE' || (kind === 'STATE' && codeOf(id)?.length === 2)) return 'location';
  return kind === 'EVENT' ? 'incident' : 'identity';
}
