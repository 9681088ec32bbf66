// Adding entities and names.
import { Field, ID, InputType } from 'type-graphql';
import type { AddEntity, AddName, NewName } from '../../domain/command.js';
import type { EntityKind, NameKind } from '../../domain/entity.js';
import { EntityKindEnum, NameKindEnum } from '../words/enums.js';

@InputType('NameInput', { description: 'A spelling of an entity.' })
export class NameInput implements NewName {
  @Field(() => String, { description: 'The spelling itself; at most 500 characters.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'Its language, as a BCP 47 tag such as `ko`.' })
  language?: string;

  @Field(() => NameKindEnum, { nullable: true, description: 'What sort of spelling; ALIAS unless given.' })
  kind?: NameKind;

  @Field(() => ID, { nullable: true, description: 'Id of the source it was met in.' })
  source?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its script, as four letters such as `Cyrl` (ISO 15924); the one that is seen unless given.',
  })
  script?: string;
}

@InputType('AddEntityInput', {
  description:
    'A new entity. The same content is the same entity, and one recorded with other content is refused.',
})
export class AddEntityInput implements Omit<AddEntity, 'type' | 'id'> {
  @Field(() => EntityKindEnum, { description: 'What it is.' })
  kind!: EntityKind;

  @Field(() => String, { description: 'Its primary name; at most 500 characters.' })
  label!: string;

  @Field(() => [NameInput], { nullable: true, description: 'Further spellings.' })
  names?: NameInput[];

  @Field(() => String, {
    nullable: true,
    description: 'What it is, in a few words; at most 5,000 characters.',
  })
  description?: string;

  @Field(() => [String], {
    nullable: true,
    description: "The entity's page in Wikidata or elsewhere, as http or https addresses.",
  })
  sameAs?: string[];
}

@InputType('AddNameInput', { description: 'A further spelling of an entity.' })
export class AddNameInput implements Omit<AddName, 'type'> {
  @Field(() => ID, { description: 'Id of the entity.' })
  entity!: string;

  @Field(() => NameInput, { description: 'The spelling.' })
  name!: NameInput;
}
