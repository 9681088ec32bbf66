// Chains: the ways from a held attestation down to its origin.
import { ObjectType } from 'type-graphql';
import { weakness, type Certainty } from '../../domain/attestation.js';
import { MOST_CHAINS, MOST_IN_RINGS } from '../../evidence/chains/chain-count.js';
import type { Chain } from '../../evidence/chains/chains.js';
import type { ViewedGraph } from '../../evidence/viewed-graph.js';
import { isEstablished } from '../../evidence/weighing/support.js';
import { CertaintyEnum } from '../words/enums.js';
import { FEW, longList, ShownList, type LongList } from '../words/long-list.js';
import { Shown } from '../words/shown.js';
import { AttestationType } from './attestation.js';

/** How far chains are counted. */
export const CHAINS_COUNTED = `Exact up to ${MOST_CHAINS.toLocaleString('en')}; where attestations relay each other in a ring (\`circular\`), up to ${MOST_IN_RINGS}.`;

@ObjectType('Chain', { description: 'From a held attestation down to its origin.' })
export class ChainType {
  constructor(
    private readonly chain: Chain,
    private readonly viewed: ViewedGraph,
  ) {}

  @ShownList(() => AttestationType, 'What is held first, the origin last.', FEW)
  get attestations(): LongList<AttestationType> {
    return longList(this.chain, node => new AttestationType(node.record, this.viewed));
  }

  @Shown(() => CertaintyEnum, 'The weakest along it.')
  get certainty(): Certainty {
    const certainties = this.chain.map(node => node.record.attestation.certainty);
    return certainties.reduce((a, b) => (weakness(b) > weakness(a) ? b : a));
  }

  @Shown(() => Boolean, 'No lineage unrecorded and no party unnamed along it.')
  get established(): boolean {
    return this.chain.every(isEstablished);
  }
}
