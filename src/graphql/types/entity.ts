// Entities: one interface, and a type for each kind. What claims say of them is added in `fields/`.
import { InterfaceType, ObjectType, type ClassType } from 'type-graphql';
import type { EntityKind } from '../../domain/entity.js';
import type { Reliability } from '../../domain/source.js';
import type { ViewedGraph } from '../../evidence/viewed-graph.js';
import type { EntityRecord, NameRecord } from '../../graph/records/records.js';
import { EntityKindEnum, ReliabilityEnum } from '../words/enums.js';
import { ShownList, walkedList, type LongList } from '../words/long-list.js';
import { Shown, ShownOrNull } from '../words/shown.js';
import { NameType } from './name.js';
import { NodeType } from './node.js';

@InterfaceType('Entity', {
  implements: NodeType,
  description: 'What claims are about. Persons, organisations and states are actors and may be parties.',
})
export abstract class EntityType extends NodeType {
  constructor(
    readonly record: EntityRecord,
    readonly viewed: ViewedGraph,
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

  @Shown(
    () => Boolean,
    'Known only by reference: no record of its own was read yet, so that label and kind stand in. Like these, it is as of now in every view.',
  )
  get isProvisional(): boolean {
    return this.record.entity.provisional === true;
  }

  @ShownList(
    () => NameType,
    'Its spellings, the primary one first; then those of entities that are judged one with it.',
  )
  get names(): LongList<NameType> {
    const { records, viewed } = this;
    return walkedList(
      () => joinedNames(records, viewed),
      name => new NameType(name, viewed),
    );
  }

  @ShownOrNull(() => String, 'What it is, in a few words.')
  get description(): string | null {
    return this.records.find(({ entity }) => entity.description !== undefined)?.entity.description ?? null;
  }

  @ShownList(
    () => String,
    'Its pages in Wikidata and elsewhere, and those of entities that are judged one with it.',
  )
  get sameAs(): LongList<string> {
    const { records } = this;
    return walkedList(
      () => joinedPages(records),
      page => page,
    );
  }

  @ShownOrNull(
    () => ReliabilityEnum,
    'As graded here, when it speaks or publishes; null where nobody graded it.',
  )
  get reliability(): Reliability | null {
    const grades = this.records.flatMap(record => record.grades);
    grades.sort((a, b) => a.recorded.seq - b.recorded.seq);
    return this.viewed.lens.latest(grades)?.reliability ?? null;
  }

  /** Its own record, then those of entities that are judged one with it. */
  private get records(): readonly EntityRecord[] {
    return this.viewed.joined.recordsOf(this.id);
  }
}

/** The names of an entity, then those of others that it has not; it has one primary name, its own. */
function* joinedNames(
  [own, ...others]: readonly EntityRecord[],
  { lens }: ViewedGraph,
): Iterable<NameRecord | null> {
  const keyOf = ({ language, text }: NameRecord): string => `${language ?? ''} ${text}`;
  const told = new Set<string>();
  for (const name of own?.names ?? []) {
    const isKnown = lens.knows(name);
    if (isKnown) told.add(keyOf(name));
    yield isKnown ? name : null;
  }
  for (const { names } of others) {
    for (const name of names) {
      const isTold = !lens.knows(name) || told.has(keyOf(name));
      if (!isTold) told.add(keyOf(name));
      yield isTold ? null : name.kind === 'PRIMARY' ? { ...name, kind: 'ALIAS' } : name;
    }
  }
}

/** The pages of all, each once. */
function* joinedPages(records: readonly EntityRecord[]): Iterable<string | null> {
  const told = new Set<string>();
  for (const { entity } of records) {
    for (const page of entity.sameAs) {
      yield told.has(page) ? null : page;
      told.add(page);
    }
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

const TYPES: Readonly<Record<EntityKind, new (record: EntityRecord, viewed: ViewedGraph) => EntityType>> = {
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

export const entityOf = (record: EntityRecord, viewed: ViewedGraph): EntityType =>
  new TYPES[record.entity.kind](record, viewed);

/** An entity that a record names, so that it must be there. */
export function entityById(id: string, viewed: ViewedGraph): EntityType {
  const record = viewed.graph.findEntity(id);
  if (!record) throw new Error(`entity ${id} is named by a record and is not drawn`);
  return entityOf(record, viewed);
}
