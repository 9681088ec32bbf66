// What claims say of an entity, what it says as a party, and where its names were met.
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ViewedGraph } from '../../evidence/viewed-graph.js';
import type { AttestationRecord } from '../../graph/records/records.js';
import { given } from '../words/without-nulls.js';
import { ClaimFilter } from '../inputs/claim-filter.js';
import { attestationListing } from '../lists/attestation-list.js';
import { claimListing, viewKey } from '../lists/claim-list.js';
import { isAbout } from '../inputs/filtered-claims.js';
import type { Connection } from '../words/connection.js';
import { type RequestContext, workOf } from '../operation/context.js';
import { PageArgs } from '../words/page.js';
import type { AttestationType } from '../types/attestation.js';
import type { ClaimType } from '../types/claim.js';
import { EntityType } from '../types/entity.js';
import { AttestationConnection, ClaimConnection } from '../lists/connections.js';
import { NameType } from '../types/name.js';
import { SourceType } from '../types/source.js';

@Resolver(() => EntityType)
export class EntityFields {
  @FieldResolver(() => ClaimConnection, {
    description:
      'Claims that name it as subject, object or in a qualifier, as they were recorded, oldest first.',
  })
  claims(
    @Root() { id, viewed }: EntityType,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ClaimFilter, {
      nullable: true,
      description: 'Which of them to keep; to `kinds`, the entity itself is `about`.',
    })
    filter: ClaimFilter | null | undefined,
    @Ctx() context: RequestContext,
  ): Connection<ClaimType> {
    const asked = given(filter ?? {});
    const narrowed = { ...asked, about: asked.about ?? id };
    const listing = claimListing(viewed, {
      of: ['Entity.claims', id],
      filter: narrowed,
      // Where the filter does not ask for another one, it asks for this one.
      ...(asked.about === undefined ? {} : { among: record => isAbout(viewed, record, id) }),
      apart: id,
      work: workOf(context),
    });
    return new ClaimConnection(listing, page, workOf(context));
  }

  @FieldResolver(() => AttestationConnection, {
    description:
      'Claims that this entity vouches for, as a party: its own word and where nobody noted whose word it is, not what it passes on from others.',
  })
  says(
    @Root() { id, viewed }: EntityType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Connection<AttestationType> {
    const query = { of: ['Entity.says', id], view: viewKey(viewed) };
    return new AttestationConnection(
      attestationListing(viewed, query, ownWords(viewed, id)),
      page,
      workOf(context),
    );
  }
}

/** What a party says other than by passing on, in the order it was recorded. */
function ownWords({ graph, joined, lens }: ViewedGraph, party: string): readonly AttestationRecord[] {
  return joined
    .sourcesOf(party)
    .flatMap(({ source }) => graph.attestationsBy(source.id))
    .filter(record => lens.knows(record) && lens.lineageOf(record).lineage !== 'RELAYED')
    .sort((a, b) => a.recorded.seq - b.recorded.seq);
}

@Resolver(() => NameType)
export class NameFields {
  @FieldResolver(() => SourceType, {
    nullable: true,
    description: 'The source it was met in; null where nobody noted it.',
  })
  source(@Root() { record, viewed }: NameType): SourceType | null {
    const source = record.source === undefined ? null : viewed.graph.findSource(record.source);
    return source && new SourceType(source, viewed);
  }
}
