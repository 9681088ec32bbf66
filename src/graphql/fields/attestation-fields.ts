// The chains that begin at an attestation, and what a source says.
import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { workOutChainCount } from '../../evidence/chain-count.js';
import type { Reading } from '../../evidence/reading.js';
import { attestationListing } from '../attestation-list.js';
import { viewKey } from '../claim-list.js';
import type { Connection } from '../connection.js';
import { workOf, type RequestContext } from '../context.js';
import { PageArgs, readFirst } from '../page.js';
import { showsAttestation } from '../../evidence/shows-attestation.js';
import { AttestationType } from '../types/attestation.js';
import { CHAINS_COUNTED, ChainType } from '../types/chain.js';
import { AttestationConnection } from '../types/lists.js';
import { SourceType } from '../types/source.js';

@Resolver(() => AttestationType)
export class AttestationFields {
  @FieldResolver(() => [ChainType], {
    description: 'The chains from this source down to the origins; none where it does not carry.',
  })
  chains(
    @Root() { id, record, reading }: AttestationType,
    @Arg('first', () => Int, {
      nullable: true,
      defaultValue: 10,
      description: 'At most so many, from 0 to 100.',
    })
    first: number | null,
  ): readonly ChainType[] {
    const { claim, polarity } = record.attestation;
    const chains = reading.evidence.chainsOf(claim, polarity);
    const node = chains.find(id);
    const wanted = readFirst(first, 10);
    return node ? chains.list(wanted, [node]).map(chain => new ChainType(chain, reading)) : [];
  }

  @FieldResolver(() => Int, { description: `How many chains begin here. ${CHAINS_COUNTED}` })
  chainsCount(
    @Root() { id, record, reading }: AttestationType,
    @Ctx() context: RequestContext,
  ): number | Promise<number> {
    const { claim, polarity } = record.attestation;
    const chains = reading.evidence.chainsOf(claim, polarity);
    const node = chains.find(id);
    return node ? workOf(context).run(workOutChainCount(chains, [node])) : 0;
  }
}

@Resolver(() => SourceType)
export class SourceFields {
  @FieldResolver(() => Int, {
    description: 'How many claims of the view it says, denies or passes on; what was withdrawn is left out.',
  })
  claims(@Root() { id, reading }: SourceType): number {
    return countSaid(reading, id);
  }

  @FieldResolver(() => AttestationConnection, {
    description: 'All it says, denies or passes on, in the order it was recorded.',
  })
  attestations(
    @Root() { id, reading }: SourceType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Connection<AttestationType> {
    const query = { of: ['Source.attestations', id], view: viewKey(reading) };
    return new AttestationConnection(
      attestationListing(reading, query, reading.graph.attestationsBy(id)),
      page,
      workOf(context),
    );
  }
}

/** How many claims of the view, not withdrawn, some attestation by the source says or denies that is not withdrawn either. */
function countSaid(reading: Reading, source: string): number {
  const { graph, lens } = reading;
  const said = graph
    .attestationsBy(source)
    .filter(record => showsAttestation(reading, record, false))
    .flatMap(({ attestation }) => graph.findClaim(attestation.claim) ?? []);
  return [...new Set(said)].filter(claim => lens.since(claim.withdrawn) === null && reading.accepts(claim))
    .length;
}
