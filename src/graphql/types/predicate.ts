// Predicates: what claims may say, as the vocabulary gives it.
import { ID, Int, ObjectType } from 'type-graphql';
import type { ValueType } from '../../domain/claim.js';
import { ENTITY_KINDS, type EntityKind } from '../../domain/entity.js';
import type { Predicate, Vocabulary } from '../../domain/vocabulary.js';
import { EntityKindEnum, ValueKindEnum } from '../words/enums.js';
import { ListSize } from '../words/list-size.js';
import { Shown, ShownOrNull } from '../words/shown.js';

@ObjectType('Predicate', { description: 'What a claim says of its subject: one entry of the vocabulary.' })
export class PredicateType {
  constructor(
    private readonly predicate: Predicate,
    private readonly vocabulary: Vocabulary,
  ) {}

  @Shown(() => ID, 'Lower-case words joined by underscores, e.g. `envoy_of`.')
  get id(): string {
    return this.predicate.id;
  }

  @Shown(() => String, "How it reads from the subject's side.")
  get label(): string {
    return this.predicate.label;
  }

  @ShownOrNull(() => String, "How it reads from the object's side; null where symmetric or taking a value.")
  get inverseLabel(): string | null {
    return this.predicate.inverseLabel ?? null;
  }

  @ListSize(ENTITY_KINDS.length)
  @Shown(() => [EntityKindEnum], 'Kinds of entity it may start from.')
  get subjectKinds(): readonly EntityKind[] {
    return this.predicate.subjectKinds;
  }

  @ListSize(ENTITY_KINDS.length)
  @Shown(() => [EntityKindEnum], 'Kinds of entity it may end at. Empty where the object is a value.')
  get objectKinds(): readonly EntityKind[] {
    return this.predicate.objectKinds;
  }

  @ShownOrNull(() => ValueKindEnum, 'What sort of value it takes; null where it takes an entity.')
  get valueKind(): ValueType | null {
    return this.predicate.valueType ?? null;
  }

  @Shown(
    () => String,
    'The template of its sentences; a part in brackets appears where its qualifiers are given.',
  )
  get sentence(): string {
    return this.predicate.sentence;
  }

  @Shown(() => Boolean, 'Parties that it joins are not independent of one another.')
  get dependence(): boolean {
    return this.predicate.dependence;
  }

  @Shown(() => Boolean, 'One value at a time.')
  get oneAtATime(): boolean {
    return this.predicate.oneAtATime;
  }

  @ShownOrNull(() => Int, 'How many subjects an object has at a time; null where there is no limit.')
  get seats(): number | null {
    return this.predicate.seats ?? null;
  }

  @Shown(() => Boolean, 'Said of one, it is said of the other: one claim for both directions.')
  get symmetric(): boolean {
    return this.predicate.symmetric;
  }

  @ShownOrNull(() => PredicateType, 'The predicate that cannot hold at once between the same two.')
  get opposite(): PredicateType | null {
    const { opposite } = this.predicate;
    return opposite === undefined
      ? null
      : new PredicateType(this.vocabulary.predicateOrPlain(opposite), this.vocabulary);
  }

  @ShownOrNull(() => String, 'A word to whoever picks a predicate.')
  get note(): string | null {
    return this.predicate.note ?? null;
  }
}
