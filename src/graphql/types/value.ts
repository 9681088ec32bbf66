// What a claim has besides entities: its value, and details by name.
import { ObjectType } from 'type-graphql';
import type { Qualifier, Value } from '../../domain/claim.js';
import type { ViewedGraph } from '../../evidence/viewed-graph.js';
import { ValueKindEnum } from '../words/enums.js';
import { Shown, ShownOrNull } from '../words/shown.js';
import { entityById, EntityType } from './entity.js';

const UNKNOWN_TEXT = { SOME_VALUE: 'some value', NO_VALUE: 'no value' };

@ObjectType('Value', { description: 'The object of a claim where it is no entity.' })
export class ClaimValueType {
  constructor(private readonly value: Value) {}

  @Shown(() => ValueKindEnum, 'What sort of value it is.')
  get kind(): Value['type'] {
    return this.value.type;
  }

  @Shown(() => String, 'The value as text; "some value" and "no value" where that is what is claimed.')
  get text(): string {
    const { value } = this;
    if ('text' in value) return value.text;
    return (value.type === 'SOME_VALUE' && value.redacted) || UNKNOWN_TEXT[value.type];
  }
}

@ObjectType('Qualifier', {
  description: 'A detail of a claim: its name, and exactly one of entity and value.',
})
export class QualifierType {
  constructor(
    private readonly qualifier: Qualifier,
    private readonly viewed: ViewedGraph,
  ) {}

  @Shown(() => String, 'What it tells, e.g. `to`.')
  get name(): string {
    return this.qualifier.name;
  }

  @ShownOrNull(() => EntityType, 'The entity, where it is one.')
  get entity(): EntityType | null {
    const { entity } = this.qualifier;
    return entity === undefined ? null : entityById(entity, this.viewed);
  }

  @ShownOrNull(() => String, 'The value as text, where it is no entity.')
  get value(): string | null {
    return this.qualifier.value ?? null;
  }
}
