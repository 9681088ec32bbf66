// Who says a claim, on whose word, how it adds up, and what speaks against it.
import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Polarity } from '../../domain/attestation.js';
import { workOutChainCount } from '../../evidence/chains/chain-count.js';
import { attestationListing } from '../lists/attestation-list.js';
import { viewKey } from '../lists/claim-list.js';
import type { Connection } from '../words/connection.js';
import { workOf, type RequestContext } from '../operation/context.js';
import { PolarityEnum } from '../words/enums.js';
import { longList, ResolvedList, type LongList } from '../words/long-list.js';
import { PageArgs, readFirst } from '../words/page.js';
import type { AttestationType } from '../types/attestation.js';
import { CHAINS_COUNTED, ChainType } from '../types/chain.js';
import { ClaimType } from '../types/claim.js';
import { ContradictionType } from '../types/contradiction.js';
import { AttestationConnection } from '../lists/connections.js';
import { SupportType } from '../types/support.js';
import { Weighed } from '../words/weighed.js';

@Resolver(() => ClaimType)
export class ClaimFields {
  @Weighed()
  @FieldResolver(() => SupportType, { description: 'What those who say so add up to, in the view.' })
  support(@Root() { record, viewed }: ClaimType): SupportType {
    return new SupportType(viewed.supportOf(record), viewed);
  }

  @Weighed()
  @FieldResolver(() => SupportType, { description: 'What those who deny it add up to, in the view.' })
  supportAgainst(@Root() { record, viewed }: ClaimType): SupportType {
    return new SupportType(viewed.supportOf(record, 'DENIES'), viewed);
  }

  @FieldResolver(() => AttestationConnection, {
    description: 'Who says or denies it, in the order they were recorded.',
  })
  attestations(
    @Root() { id, viewed }: ClaimType,
    @Arg('polarity', () => PolarityEnum, {
      nullable: true,
      description: 'Only those that say so, or that deny it; both unless given.',
    })
    polarity: Polarity | null | undefined,
    @Arg('includeWithdrawn', () => Boolean, {
      nullable: true,
      defaultValue: false,
      description: 'Whether to list withdrawn ones too, as they are where the view shows them.',
    })
    includeWithdrawn: boolean | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Connection<AttestationType> {
    const all = viewed.graph.attestationsOf(id);
    const wanted =
      polarity == null ? all : all.filter(({ attestation }) => attestation.polarity === polarity);
    const withdrawn = includeWithdrawn === true || viewed.view.includeWithdrawn === true;
    const query = { of: ['Claim.attestations', id], polarity, withdrawn, view: viewKey(viewed) };
    return new AttestationConnection(
      attestationListing(viewed, query, wanted, withdrawn),
      page,
      workOf(context),
    );
  }

  @FieldResolver(() => [ChainType], {
    description: 'The chains from held attestations down to origins, those recorded earlier first.',
  })
  chains(
    @Root() { id, viewed }: ClaimType,
    @Arg('polarity', () => PolarityEnum, {
      nullable: true,
      defaultValue: PolarityEnum.AFFIRMS,
      description: 'Of those who say so, or of those who deny it.',
    })
    polarity: Polarity | null,
    @Arg('first', () => Int, {
      nullable: true,
      defaultValue: 10,
      description: 'At most so many, from 0 to 100.',
    })
    first: number | null,
  ): readonly ChainType[] {
    const chains = viewed.evidence.chainsOf(id, polarity ?? 'AFFIRMS');
    return chains.list(readFirst(first, 10)).map(chain => new ChainType(chain, viewed));
  }

  @Weighed()
  @FieldResolver(() => Int, { description: `How many chains there are. ${CHAINS_COUNTED}` })
  chainsCount(
    @Root() { id, viewed }: ClaimType,
    @Arg('polarity', () => PolarityEnum, {
      nullable: true,
      defaultValue: PolarityEnum.AFFIRMS,
      description: 'Of those who say so, or of those who deny it.',
    })
    polarity: Polarity | null,
    @Ctx() context: RequestContext,
  ): number | Promise<number> {
    return workOf(context).run(workOutChainCount(viewed.evidence.chainsOf(id, polarity ?? 'AFFIRMS')));
  }

  @Weighed()
  @ResolvedList(() => ContradictionType, 'What it is at odds with, in the view.')
  contradictions(@Root() { record, viewed }: ClaimType): LongList<ContradictionType> {
    return longList(viewed.contradictionsOf(record), found => new ContradictionType(found, viewed));
  }
}
