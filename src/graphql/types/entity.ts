// Entities: one interface, and a type for each kind. What claims say of them is added in `fields/`.
import { InterfaceType, ObjectType, type ClassType } from 'type-graphql';
import type { EntityKind } from '../../domain/entity.js';
import type { Reliability } from '../../domain/source.js';
import type { Reading } from '../../evidence/reading.js';
import type { EntityRecord } from '../../graph/records.js';
import { EntityKindEnum, ReliabilityEnum } from '../enums.js';
import { Shown, ShownOrNull } from '../shown.js';
import { NameType } from './name.js';
import { NodeType } from './node.js';

@InterfaceType('Entity', {
  implements: NodeType,
  description: 'What claims are about. Persons, organisations and states are actors and may be parties.',
})
export abstract class EntityType extends NodeType {
  constructor(
    readonly record: EntityRecord,
    readonly reading: Reading,
  ) {
    super(record.entity.id);
  }

  @Shown(() => EntityKindEnum, 'What it is.')
  get kind(): EntityKind {
    return this.record.entity.kind;
  }

  @Shown(() => String, 'The primary name, as it is shown.')
  get label(): string {
    return this.record.entity.label;
  }

  @Shown(() => [NameType], 'Its spellings, the primary one first.')
  get names(): readonly NameType[] {
    const known = this.record.names.filter(name => this.reading.lens.knows(name));
    return known.map(name => new NameType(name, this.reading));
  }

  @ShownOrNull(() => String, 'What it is, in a few words.')
  get description(): string | null {
    return this.record.entity.description ?? null;
  }

  @Shown(() => [String], 'Its pages in Wikidata and elsewhere.')
  get sameAs(): readonly string[] {
    return this.record.entity.sameAs;
  }

  @ShownOrNull(
    () => ReliabilityEnum,
    'As graded here, when it speaks or publishes; null where nobody graded it.',
  )
  get reliability(): Reliability | null {
    return this.reading.lens.latest(this.record.grades)?.reliability ?? null;
  }
}

const CONCRETE = { implements: [EntityType, NodeType] };

@ObjectType('Person', { ...CONCRETE, description: 'A human being. An actor.' })
export class PersonType extends EntityType {}

@ObjectType('Organization', { ...CONCRETE, description: 'A body that acts or speaks as one. An actor.' })
export class OrganizationType extends EntityType {}

@ObjectType('State', { ...CONCRETE, description: 'A country, past or present. An actor.' })
export class StateType extends EntityType {}

@ObjectType('Role', { ...CONCRETE, description: 'An office, post or standing together with its body.' })
export class RoleType extends EntityType {}

@ObjectType('Place', { ...CONCRETE, description: 'A town, region, building or other spot.' })
export class PlaceType extends EntityType {}

@ObjectType('Event', { ...CONCRETE, description: 'Something that happens or is planned.' })
export class EventEntityType extends EntityType {}

@ObjectType('Topic', { ...CONCRETE, description: 'What is talked about or aimed at.' })
export class TopicType extends EntityType {}

const TYPES: Readonly<Record<EntityKind, new (record: EntityRecord, reading: Reading) => EntityType>> = {
  PERSON: PersonType,
  ORGANIZATION: OrganizationType,
  STATE: StateType,
  ROLE: RoleType,
  PLACE: PlaceType,
  EVENT: EventEntityType,
  TOPIC: TopicType,
};

/** The types that the schema must hold though fields name only the interface. */
export const ENTITY_TYPES: readonly ClassType[] = Object.values(TYPES);

export const entityOf = (record: EntityRecord, reading: Reading): EntityType =>
  new TYPES[record.entity.kind](record, reading);

/** An entity that a record names, so that it must be there. */
export function entityById(id: string, reading: Reading): EntityType {
  const record = reading.graph.findEntity(id);
  if (!record) throw new Error(`entity ${id} is named by a record and is not drawn`);
  return entityOf(record, reading);
}
