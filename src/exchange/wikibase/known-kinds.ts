// Of which kind each entity is, and whether its own record is in the file: found out in one reading before anything is made of it.
import type { Entity, EntityKind } from '../../domain/entity.js';
import type { EntityId } from '../../domain/ids.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import type { FindEntity } from '../import/importer.js';
import type { JsonProblem } from '../json/json-input.js';
import { WikibasePart } from './part.js';
import { isEntityId } from './snak.js';
import type { WikibaseEntityRead } from './wikibase-input.js';
import type { MappedProperty, WikibaseMapping } from './wikibase-mapping.js';

/** More are not remembered; what is beyond is of the kind that the property at hand needs. */
const MOST_KINDS = 2_000_000;
/** Wikidata itself, which speaks all that is read. */
export const WIKIDATA = 'Q2013';

export const entityOf = (id: string): EntityId => `entity:wikidata/${id.toLowerCase()}`;

/** How surely a property tells the kind of its value: a citizen's country is a state, whatever else it is the place of. */
const SURENESS: readonly EntityKind[] = [
  'TOPIC',
  'PLACE',
  'EVENT',
  'ORGANIZATION',
  'PERSON',
  'ROLE',
  'STATE',
];

export class KnownKinds {
  /** Null where its record does not say. */
  private readonly own = new Map<string, EntityKind | null>();
  private readonly needed = new Map<string, EntityKind>();
  private readonly parties = new Set<string>();

  constructor(
    private readonly mapping: WikibaseMapping,
    private readonly vocabulary: Vocabulary,
    private readonly find: FindEntity,
  ) {}

  /** Reads the file once. Whatever is misshapen is left for the reading that follows. */
  async learn(entities: AsyncIterable<WikibaseEntityRead | JsonProblem>): Promise<void> {
    for await (const read of entities) if ('entity' in read) this.learnOne(read.entity);
  }

  /** The kind as the graph has it from the entity's own record, else by P31, else as the graph or others here take it to be. */
  of(id: string): EntityKind {
    if (id === WIKIDATA) return 'ORGANIZATION';
    const known = this.inGraph(id);
    const own = (known?.provisional ? null : known?.kind) ?? this.own.get(id);
    const told = own ?? known?.kind ?? this.needed.get(id);
    // A work that is referred to is no party if its own record does not say so.
    return told ?? (this.parties.has(id) && !this.own.has(id) ? 'ORGANIZATION' : 'TOPIC');
  }

  /** The kind by P31 alone; null where nothing says it. */
  ownKind(entity: WikibasePart): EntityKind | null {
    const kinds = new Set<EntityKind>();
    for (const { rank, value } of statementsOf(entity, 'P31')) {
      const kind = rank === 'deprecated' ? undefined : this.mapping.kinds.get(value);
      if (kind) kinds.add(kind);
    }
    // In the order of the mapping, where each kind first occurs.
    return [...new Set(this.mapping.kinds.values())].find(kind => kinds.has(kind)) ?? null;
  }

  /** Known in the graph, or with a record of its own in this file. */
  isKnown(id: string): boolean {
    return this.own.has(id) || this.find(entityOf(id)) !== undefined;
  }

  inGraph(id: string): Entity | undefined {
    return this.find(entityOf(id));
  }

  private learnOne(entity: WikibasePart): void {
    const id = entity.at('id').value;
    if (!isEntityId(id) || this.own.size + this.needed.size + this.parties.size >= MOST_KINDS) return;
    this.own.set(id, this.ownKind(entity));
    for (const [property, mapped] of this.mapping.properties) {
      const kind = this.neededBy(mapped, this.own.get(id) ?? 'TOPIC');
      if (kind) for (const { value } of statementsOf(entity, property)) this.need(value, kind);
    }
    for (const id of partiesOf(entity)) this.parties.add(id);
  }

  /** The kind that a property gives its value, where it can start from the entity that has it. */
  private neededBy({ predicate, turned, kind }: MappedProperty, own: EntityKind): EntityKind | null {
    const found = predicate === undefined ? null : this.vocabulary.findPredicate(predicate);
    if (!found || found.valueType !== undefined) return null;
    const { subjectKinds, objectKinds } = found;
    const [from, to] = turned ? [objectKinds, subjectKinds] : [subjectKinds, objectKinds];
    return from.includes(own) ? (kind ?? neededKind(to)) : null;
  }

  private need(id: string, kind: EntityKind): void {
    if (!isEntityId(id)) return;
    const known = this.needed.get(id);
    if (known === undefined || SURENESS.indexOf(kind) > SURENESS.indexOf(known)) this.needed.set(id, kind);
  }
}

/** The one that a value of unknown kind is taken to be: of actors the organization, of states and places what the vocabulary names first. */
function neededKind(kinds: readonly EntityKind[]): EntityKind {
  const [first = 'TOPIC'] = kinds;
  return kinds.includes('ORGANIZATION') ? 'ORGANIZATION' : first;
}

interface Found {
  readonly value: string;
  readonly rank: unknown;
}

/** The items that the statements of a property name, without a look at anything else. */
function statementsOf(entity: WikibasePart, property: string): Found[] {
  return listOf(entity.at('claims').at(property)).flatMap(statement => {
    const id = itemOf(statement.at('mainsnak'));
    return id === undefined ? [] : [{ value: id, rank: statement.at('rank').value }];
  });
}

const itemOf = (snak: WikibasePart): string | undefined => {
  const value = snak.at('datavalue').at('value').at('id').value;
  return isEntityId(value) ? value : undefined;
};

const PARTY_PROPERTIES = ['P248', 'P123', 'P143'];

/** Those that references name as having said it. */
const partiesOf = (entity: WikibasePart): string[] =>
  listsOf(entity.at('claims'))
    .flatMap(statement => listOf(statement.at('references')))
    .flatMap(reference => PARTY_PROPERTIES.flatMap(property => listOf(reference.at('snaks').at(property))))
    .flatMap(snak => itemOf(snak) ?? []);

const listsOf = ({ value }: WikibasePart): WikibasePart[] =>
  value !== null && typeof value === 'object'
    ? Object.values(value).flatMap(list => listOf(new WikibasePart(list)))
    : [];

const listOf = ({ value }: WikibasePart): WikibasePart[] =>
  Array.isArray(value) ? value.map(one => new WikibasePart(one)) : [];
