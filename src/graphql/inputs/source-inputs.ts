// How a source is named or described, and quoted.
import { Field, ID, InputType, Int } from 'type-graphql';
import type { Quote } from '../../domain/attestation.js';
import type { SourceRef } from '../../domain/command.js';
import type { SourceDescription, SourceKind } from '../../domain/source.js';
import { SourceKindEnum } from '../words/enums.js';
import { EdtfScalar } from '../words/scalars.js';

@InputType('NewSourceInput', {
  description: '`party` for a known entity; `partyDescribedAs` alone for an unnamed one.',
})
export class NewSourceInput implements SourceDescription {
  @Field(() => SourceKindEnum, { description: 'What it is.' })
  kind!: SourceKind;

  @Field(() => String, { nullable: true, description: 'Its title; at most 1,000 characters.' })
  title?: string;

  @Field(() => String, { nullable: true, description: 'Its http or https address; others are refused.' })
  url?: string;

  @Field(() => EdtfScalar, { nullable: true, description: 'When it came out.' })
  publishedAt?: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Who speaks or publishes: id of a person, organisation or state.',
  })
  party?: string;

  @Field(() => String, {
    nullable: true,
    description: 'How an unnamed party is described; not together with `party`.',
  })
  partyDescribedAs?: string;
}

@InputType('SourceRef', {
  description:
    'Exactly one of these: a known source by its id or by its address, or a new one (found again if the same address or content is known).',
})
export class SourceRefInput implements SourceRef {
  @Field(() => ID, { nullable: true, description: 'Id of a known source; an unknown one is refused.' })
  id?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Address of a known source; an unknown one is refused.',
  })
  url?: string;

  @Field(() => NewSourceInput, { nullable: true, description: 'A source that may be new.' })
  new?: NewSourceInput;
}

@InputType('QuoteInput', { description: 'A quoted phrase and its place.' })
export class QuoteInput implements Quote {
  @Field(() => String, { description: 'The phrase, word for word; at most 2,000 characters.' })
  exact!: string;

  @Field(() => String, { nullable: true, description: 'The text right before it, to tell repeats apart.' })
  prefix?: string;

  @Field(() => String, { nullable: true, description: 'The text right after it, to tell repeats apart.' })
  suffix?: string;

  @Field(() => Int, { nullable: true, description: 'The number of its paragraph, from 1.' })
  paragraph?: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Where it begins in the paragraph, in UTF-16 units from 0; only with `end`.',
  })
  start?: number;

  @Field(() => Int, { nullable: true, description: 'Where it ends in the paragraph, exclusive.' })
  end?: number;

  @Field(() => String, { nullable: true, description: "SHA-256 of the paragraph's text, in hex." })
  textHash?: string;
}
