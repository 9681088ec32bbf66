// The chains that begin at an attestation, and what a source says.
import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { workOutChainCount } from '../../evidence/chains/chain-count.js';
import type { ChainNode, Chains } from '../../evidence/chains/chains.js';
import type { ViewedGraph } from '../../evidence/viewed-graph.js';
import { eachInPieces, type Resumable } from '../../graph/work/resumable.js';
import type { ClaimRecord } from '../../graph/records/records.js';
import { soon, type Soon } from '../../graph/work/soon.js';
import { attestationListing } from '../lists/attestation-list.js';
import { viewKey } from '../lists/claim-list.js';
import type { Connection } from '../words/connection.js';
import { workOf, type RequestContext } from '../operation/context.js';
import { PageArgs, readFirst } from '../words/page.js';
import { showsAttestation } from '../../evidence/views/shows-attestation.js';
import { AttestationType } from '../types/attestation.js';
import { CHAINS_COUNTED, ChainType } from '../types/chain.js';
import { AttestationConnection } from '../lists/connections.js';
import { SourceType } from '../types/source.js';

@Resolver(() => AttestationType)
export class AttestationFields {
  @FieldResolver(() => [ChainType], {
    description: 'The chains from this source down to the origins; none where it does not carry.',
  })
  chains(
    @Root() attestation: AttestationType,
    @Arg('first', () => Int, {
      nullable: true,
      defaultValue: 10,
      description: 'At most so many, from 0 to 100.',
    })
    first: number | null,
    @Ctx() context: RequestContext,
  ): Soon<readonly ChainType[]> {
    const wanted = readFirst(first, 10);
    const { viewed } = attestation;
    return soon(workOf(context).run(chainsFrom(attestation)), ({ chains, nodes }) =>
      nodes.length === 0 ? [] : chains.list(wanted, nodes).map(chain => new ChainType(chain, viewed)),
    );
  }

  @FieldResolver(() => Int, { description: `How many chains begin here. ${CHAINS_COUNTED}` })
  chainsCount(@Root() attestation: AttestationType, @Ctx() context: RequestContext): Soon<number> {
    return workOf(context).run(countChainsFrom(attestation));
  }
}

/** The chains of the claim that it says, and its place among them: none where it does not carry. */
function* chainsFrom({ id, record, viewed }: AttestationType): Resumable<{
  readonly chains: Chains;
  readonly nodes: readonly ChainNode[];
}> {
  const { claim, polarity } = record.attestation;
  const { affirming, denying } = yield* viewed.evidence.workOut(claim);
  const chains = polarity === 'AFFIRMS' ? affirming : denying;
  const node = chains.find(id);
  return { chains, nodes: node ? [node] : [] };
}

function* countChainsFrom(attestation: AttestationType): Resumable<number> {
  const { chains, nodes } = yield* chainsFrom(attestation);
  return nodes.length === 0 ? 0 : yield* workOutChainCount(chains, nodes);
}

@Resolver(() => SourceType)
export class SourceFields {
  @FieldResolver(() => Int, {
    description: 'How many claims of the view it says, denies or passes on; what was withdrawn is left out.',
  })
  claims(@Root() { id, viewed }: SourceType, @Ctx() context: RequestContext): Soon<number> {
    return workOf(context).run(countSaid(viewed, id));
  }

  @FieldResolver(() => AttestationConnection, {
    description: 'All it says, denies or passes on, in the order it was recorded.',
  })
  attestations(
    @Root() { id, viewed }: SourceType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Connection<AttestationType> {
    const query = { of: ['Source.attestations', id], view: viewKey(viewed) };
    return new AttestationConnection(
      attestationListing(viewed, query, viewed.graph.attestationsBy(id)),
      page,
      workOf(context),
    );
  }
}

/** How many claims of the view, not withdrawn, some attestation by the source says or denies that is not withdrawn either. */
function* countSaid(viewed: ViewedGraph, source: string): Resumable<number> {
  const { graph, lens } = viewed;
  const said = new Set<ClaimRecord>();
  yield* eachInPieces(graph.attestationsBy(source), record => {
    const claim = graph.findClaim(record.attestation.claim);
    if (claim && showsAttestation(viewed, record, false)) said.add(claim);
  });
  let count = 0;
  for (const claim of said) {
    if (lens.since(claim.withdrawn) === null && (yield* viewed.acceptable(claim))) count += 1;
    yield 1;
  }
  return count;
}
