// Looking things up by id: what is not here, or was not yet at that time, is null.
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { readingFor, type RequestContext } from '../operation/context.js';
import { ViewInput } from '../inputs/view-input.js';
import { AttestationType } from '../types/attestation.js';
import { ClaimType } from '../types/claim.js';
import { entityOf, EntityType } from '../types/entity.js';
import { NodeType } from '../types/node.js';
import { SourceType } from '../types/source.js';
import { VIEW } from './arguments.js';

@Resolver()
export class NodeQueries {
  @Query(() => NodeType, { nullable: true, description: 'Whatever has this id; null where nothing has.' })
  node(
    @Arg('id', () => ID, { description: 'Id of an entity, claim, source or attestation.' }) id: string,
    @Ctx() context: RequestContext,
  ): NodeType | null {
    const viewed = readingFor(context);
    const attestation = viewed.graph.findAttestation(id);
    if (attestation) return new AttestationType(attestation, viewed);
    return this.entity(id, null, context) ?? this.claim(id, null, context) ?? this.source(id, null, context);
  }

  @Query(() => EntityType, { nullable: true, description: 'An entity; null where there is none by then.' })
  entity(
    @Arg('id', () => ID, { description: 'Id of the entity.' }) id: string,
    @Arg('view', () => ViewInput, VIEW) view: ViewInput | null | undefined,
    @Ctx() context: RequestContext,
  ): EntityType | null {
    const viewed = readingFor(context, view);
    const record = viewed.graph.findEntity(id);
    return record && viewed.lens.knows(record) ? entityOf(record, viewed) : null;
  }

  @Query(() => ClaimType, {
    nullable: true,
    description: 'A claim, whatever its status; null where there is none by then.',
  })
  claim(
    @Arg('id', () => ID, { description: 'Id of the claim.' }) id: string,
    @Arg('view', () => ViewInput, VIEW) view: ViewInput | null | undefined,
    @Ctx() context: RequestContext,
  ): ClaimType | null {
    const viewed = readingFor(context, view);
    const record = viewed.graph.findClaim(id);
    return record && viewed.lens.knows(record) ? new ClaimType(record, viewed) : null;
  }

  @Query(() => SourceType, { nullable: true, description: 'A source; null where there is none by then.' })
  source(
    @Arg('id', () => ID, { description: 'Id of the source.' }) id: string,
    @Arg('view', () => ViewInput, VIEW) view: ViewInput | null | undefined,
    @Ctx() context: RequestContext,
  ): SourceType | null {
    const viewed = readingFor(context, view);
    const record = viewed.graph.findSource(id);
    return record && viewed.lens.knows(record) ? new SourceType(record, viewed) : null;
  }
}
